package temper.studies.coolingtheory;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/** A claim of this study before its test is attached. */
record Statement(String id, String place, String text, String reduced) {

  /** The place of what is about the study's landscapes and not in a paper. */
  static final String OURS = "not in a paper: ours";

  /** The place of what practitioners say. */
  static final String FOLKLORE = "not in the paper: folklore, no single source";

  private static final String NEVER = "cannot diverge: probabilities on a finite set of states";

  /** A statement that is tested as it stands. */
  Statement(String id, String place, String text) {
    this(id, place, text, "");
  }

  Claim exactly(
      String quantity,
      String region,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return tested(Claim.EXACT, quantity, region, NEVER, experiments, evaluation);
  }

  Claim tested(
      String test,
      String quantity,
      String region,
      String divergence,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id, place, text, quantity, test, region, divergence, reduced, experiments, evaluation);
  }
}
