package temper.studies.annealingfolklore;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/**
 * A claim of this study before its test is attached.
 *
 * @param reduced in which respects our scale is smaller than where the rule is usually applied
 */
record Statement(String id, String place, String text, String divergence, String reduced) {

  /** The place of a rule that everybody knows. */
  static final String FOLKLORE = "folklore; no single source";

  /** The place of what is not claimed anywhere that we know of. */
  static final String OURS = "not in a paper: ours";

  private static final String NEVER = "cannot diverge: the rate is below the stability bound";

  /** A claim about a model that is its own scale. */
  static Statement ofModel(String id, String place, String text) {
    return new Statement(id, place, text, NEVER, "");
  }

  Claim exactly(
      String quantity,
      String region,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return tested(Claim.EXACT, quantity, region, experiments, evaluation);
  }

  Claim tested(
      String test,
      String quantity,
      String region,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id, place, text, quantity, test, region, divergence, reduced, experiments, evaluation);
  }
}
