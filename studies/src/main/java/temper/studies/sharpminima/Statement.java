package temper.studies.sharpminima;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/** A claim of this study before its test is attached. */
record Statement(String id, String place, String text) {

  /** The place of what is not in the paper. */
  static final String OURS = "not in the paper: ours";

  private static final String DIVERGED =
      "a run that diverges counts as the worst: its sharpness as infinite, and in a pair the other"
          + " run has won";

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
        id, place, text, quantity, test, region, DIVERGED, "", experiments, evaluation);
  }
}
