package temper.studies.convexlinearregression;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/** A claim of this study before its test is attached. */
record Statement(String id, String place, String text) {

  /** The place of what is not in the paper. */
  static final String OURS = "not in the paper: ours";

  /** The place of what the paper is about, where its body could not be read. */
  static final String ABSTRACT = "abstract and figure 1; the body was not available to us";

  private static final String NEVER =
      "cannot diverge: the large rate is below the stability bound of the train loss";

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
    return new Claim(id, place, text, quantity, test, region, NEVER, "", experiments, evaluation);
  }
}
