package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Evidence;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about noisy gradient descent in double wells, whose rate is a temperature. */
final class WellClaims {

  private static final String BLOCKS =
      "a block with a run that diverged is left out, with the block it is paired with";

  /** Difference of probabilities of wells that counts as none. */
  private static final double MARGIN = 0.05;

  private WellClaims() {}

  static List<Claim> all() {
    return List.of(deeper(), slower(), tuned(), wider());
  }

  private static Claim deeper() {
    return new Statement(
            "FOLK-14",
            Statement.FOLKLORE,
            "A learning rate is a temperature: noisy gradient descent whose rate is annealed ends in"
                + " the deeper of two wells more often than at a constant large or a constant small"
                + " rate.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, in blocks of runs",
            "> 0 against both",
            BLOCKS,
            List.of(DoubleWell.NAME),
            tables -> {
              Cell annealed = Cell.of(Potential.DEEPER, DoubleWell.ANNEALED, DoubleWell.LONGEST);
              return List.of(
                  new Part(
                      "annealed less constant",
                      difference(tables, annealed, annealed.with(DoubleWell.CONSTANT)),
                      Region.above(0)),
                  new Part(
                      "annealed less small",
                      difference(tables, annealed, annealed.with(DoubleWell.SMALL)),
                      Region.above(0)));
            });
  }

  private static Claim slower() {
    return new Statement(
            "FOLK-14-S",
            Statement.FOLKLORE,
            "The slower the rate is annealed, the more often the run ends in the deeper well.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, of each number of steps"
                + " and the one before",
            "> 0 for each of 316, 1000, 3162 and 10000 steps",
            BLOCKS,
            List.of(DoubleWell.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (int i = 1; i < DoubleWell.LENGTHS.size(); i++) {
                int longer = DoubleWell.LENGTHS.get(i);
                int shorter = DoubleWell.LENGTHS.get(i - 1);
                parts.add(
                    new Part(
                        longer + " less " + shorter + " steps",
                        difference(
                            tables,
                            Cell.of(Potential.DEEPER, DoubleWell.ANNEALED, longer),
                            Cell.of(Potential.DEEPER, DoubleWell.ANNEALED, shorter)),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static Claim wider() {
    return new Statement(
            "FOLK-14-W",
            Statement.OURS,
            "Of two equally deep wells an annealed run ends in the wider more often than one at a"
                + " small rate, but only as often as one at a constant large rate: at every"
                + " temperature the Gibbs distribution gives the wider well the same share.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the wider well, in blocks of runs",
            "> 0 against the small rate; [-0.05, 0.05] against the constant one",
            BLOCKS,
            List.of(DoubleWell.NAME),
            tables -> {
              Cell annealed = Cell.of(Potential.WIDER, DoubleWell.ANNEALED, DoubleWell.LONGEST);
              return List.of(
                  new Part(
                      "annealed less small",
                      difference(tables, annealed, annealed.with(DoubleWell.SMALL)),
                      Region.above(0)),
                  new Part(
                      "annealed less constant",
                      difference(tables, annealed, annealed.with(DoubleWell.CONSTANT)),
                      Region.between(-MARGIN, MARGIN)));
            });
  }

  private static Claim tuned() {
    return new Statement(
            "FOLK-14-C",
            Statement.OURS,
            "An annealed rate ends in the deeper well more often than any constant rate does, each"
                + " at the largest rate that did best in runs of its own.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, in blocks of runs",
            "> 0",
            BLOCKS,
            List.of(TunedDoubleWell.TUNING, TunedDoubleWell.NAME),
            tables -> {
              Table trials = tables.trials(TunedDoubleWell.NAME);
              return List.of(
                  new Part(
                      "annealed less constant, each at its best rate",
                      difference(
                          trials.where("law", DoubleWell.ANNEALED).numbers("share"),
                          trials.where("law", DoubleWell.CONSTANT).numbers("share")),
                      Region.above(0)));
            });
  }

  private static Evidence difference(Tables tables, Cell first, Cell second) {
    return difference(first.shares(tables), second.shares(tables));
  }

  private static Evidence difference(double[] a, double[] b) {
    int[] kept =
        IntStream.range(0, a.length)
            .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
            .toArray();
    return PairedDifference.of(
        Arrays.stream(kept).mapToDouble(i -> a[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> b[i]).toArray());
  }

  /** A cell of the experiment with wells. */
  private record Cell(String potential, String law, int steps) {

    static Cell of(String potential, String law, int steps) {
      return new Cell(potential, law, steps);
    }

    Cell with(String other) {
      return new Cell(potential, other, steps);
    }

    double[] shares(Tables tables) {
      return tables
          .trials(DoubleWell.NAME)
          .where("potential", potential)
          .where("law", law)
          .where("steps", steps)
          .numbers("share");
    }
  }
}
