package temper.studies.largeinitialrate.images;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/** A claim of this part before its test is attached. */
record Statement(String id, String place, String text) {

  static final String OURS = "not in the paper: ours";

  private static final String REDUCED =
      "a network of 0.07 million weights for one of 17 million; 10,000 of 50,000 train images, so 79"
          + " steps an epoch for 391; 2000 of 10,000 test images";

  private static final String DIVERGENCE =
      "a run that diverges counts as one that guesses: accuracy 0.1";

  Claim tested(
      String test,
      String quantity,
      String region,
      String experiment,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id,
        place,
        text,
        quantity,
        test,
        region,
        DIVERGENCE,
        REDUCED,
        List.of(experiment),
        evaluation);
  }
}
