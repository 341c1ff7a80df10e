package temper.studies.warmrestarts;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/** A claim of this study before its test is attached. */
record Statement(String id, String place, String text) {

  /** The place of what is not in the papers. */
  static final String OURS = "not in a paper: ours";

  private static final String REDUCED =
      "a network of 71,000 parameters for wide and deep residual and dense ones; 10,000 train images"
          + " for 50,000; 60 or 70 epochs for 200 or 300";

  private static final String WORST =
      "a run that diverges counts as guessing: the error 0.9, the loss ln 10";

  Claim tested(
      String test,
      String quantity,
      String region,
      String experiment,
      Function<Tables, List<Claim.Part>> evaluation) {
    return tested(test, quantity, region, WORST, experiment, evaluation);
  }

  /** The same where a guess has not only an error and a loss. */
  Claim tested(
      String test,
      String quantity,
      String region,
      String divergence,
      String experiment,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id,
        place,
        text,
        quantity,
        test,
        region,
        divergence,
        REDUCED,
        List.of(experiment),
        evaluation);
  }
}
