package temper.studies.largeinitialrate.theory;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/** A claim of this part before its test is attached. */
record Statement(String id, String place, String text) {

  private static final String REDUCED =
      "300 or 1000 features, 400 or 1000 examples and 2032 neurons; second pattern 8 times as long,"
          + " with a step of 0.5 of its length and factors in [0.5, 1); the theorem needs features,"
          + " neurons and steps that no computer has, with a step of features^(-3/4) and factors in"
          + " [0, 1)";

  private static final String DIVERGENCE =
      "a pair with a run that diverged counts as an error of 1/2 for that run";

  Claim tested(
      String test,
      String quantity,
      String region,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id, place, text, quantity, test, region, DIVERGENCE, REDUCED, experiments, evaluation);
  }
}
