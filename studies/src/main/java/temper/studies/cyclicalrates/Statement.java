package temper.studies.cyclicalrates;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/**
 * A claim of this study before its test is attached.
 *
 * @param id the claim
 * @param place where in the paper it stands
 * @param text what it says
 * @param reduced in which respects our scale is smaller
 */
record Statement(String id, String place, String text, String reduced) {

  /** The place of control arms. */
  static final String OURS = "not in the paper: ours";

  /** The scale of most experiments on Caffe's net. */
  static final String FIFTH =
      "10,000 of 50,000 train images, half the channels, a fifth of the iterations";

  private static final String CHANCE =
      "a run that diverges counts as one that classifies at chance: accuracy 0.1";

  Claim tested(
      String test,
      String quantity,
      String region,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id, place, text, quantity, test, region, CHANCE, reduced, experiments, evaluation);
  }

  /** A claim about differences between arms of one experiment, paired within replicates. */
  Claim paired(
      String quantity,
      String region,
      String experiment,
      Function<Tables, List<Claim.Part>> evaluation) {
    return tested("paired-t", quantity, region, List.of(experiment), evaluation);
  }
}
