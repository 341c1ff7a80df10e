package temper.studies.largeratedynamics;

import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about batch sizes. */
final class BatchClaims {

  /** Difference of test accuracies that counts as none. */
  static final double MARGIN = 0.01;

  private static final String PLACE =
      "Smith and others (2018): title, and results as we recall them";
  private static final String REDUCED =
      "10,000 images of CIFAR-10, 30 epochs and a small network with batch normalisation, where the"
          + " paper has all images, 200 epochs and a wide residual network";
  private static final String PAIRS = "a pair with a run that diverged is left out and counted";

  private BatchClaims() {}

  static List<Claim> all() {
    return List.of(equal(), control());
  }

  private static Claim equal() {
    return new Statement(
            "BATCH-1",
            PLACE,
            "Do not decay the learning rate, increase the batch size: the same path of rate over"
                + " batch size ends at the same test accuracy.",
            REDUCED)
        .tested(
            "paired-t",
            "test accuracy at the end with growing batches less that with a falling rate",
            "[-0.01, 0.01]",
            PAIRS,
            List.of(BatchAgainstRate.NAME),
            tables ->
                List.of(
                    new Part(
                        "growing batch less decaying rate",
                        difference(
                            tables, BatchAgainstRate.GROWING_BATCH, BatchAgainstRate.DECAYING_RATE),
                        Region.between(-MARGIN, MARGIN))));
  }

  private static Claim control() {
    return new Statement(
            "BATCH-1-C",
            "not in the paper: ours",
            "Control for BATCH-1: the falling rate matters at all, so that being equal to it says"
                + " something.",
            REDUCED)
        .tested(
            "paired-t",
            "test accuracy at the end with a falling rate less that with a constant one",
            "> 0.01",
            PAIRS,
            List.of(BatchAgainstRate.NAME),
            tables ->
                List.of(
                    new Part(
                        "decaying rate less constant",
                        difference(
                            tables, BatchAgainstRate.DECAYING_RATE, BatchAgainstRate.CONSTANT),
                        Region.above(MARGIN))));
  }

  private static Evidence difference(Tables tables, String first, String second) {
    double[] a = accuracies(tables, first);
    double[] b = accuracies(tables, second);
    int[] kept =
        IntStream.range(0, a.length)
            .filter(i -> Double.isFinite(a[i]) && Double.isFinite(b[i]))
            .toArray();
    if (kept.length == 0) {
      return new Exact(Double.NaN); // Of no pair there is no difference, and NaN decides nothing.
    }
    return PairedDifference.of(
        IntStream.of(kept).mapToDouble(i -> a[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> b[i]).toArray());
  }

  private static double[] accuracies(Tables tables, String arm) {
    Table trials = tables.trials(BatchAgainstRate.NAME);
    return trials.where("arm", arm).numbers("test_accuracy");
  }
}
