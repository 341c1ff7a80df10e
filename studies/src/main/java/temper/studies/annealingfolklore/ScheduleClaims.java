package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.stats.Contrast;
import temper.stats.Friedman;
import temper.stats.LogRank;
import temper.stats.PageTrend;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about schedules against each other. */
final class ScheduleClaims {

  private static final String ACCURACY = "test_accuracy";

  /** How far below the final accuracy of step decay the target of the survival test lies. */
  static final double TARGET_BELOW = 0.01;

  private ScheduleClaims() {}

  static List<Claim> all() {
    return List.of(
        plateau(),
        fragile(),
        curvature(),
        ranking("FOLK-7", NetworkExperiments.RANKING, Accuracies.PERCEPTRON),
        order("FOLK-7-O", NetworkExperiments.RANKING, Accuracies.PERCEPTRON),
        ranking("FOLK-7-C", NetworkExperiments.RANKING_CONVOLUTIONAL, Accuracies.CONVOLUTIONAL),
        order("FOLK-7-D", NetworkExperiments.RANKING_CONVOLUTIONAL, Accuracies.CONVOLUTIONAL),
        speed());
  }

  private static Claim plateau() {
    return Accuracies.statement(
            "FOLK-5",
            Statement.FOLKLORE,
            "Reduce-on-plateau does as well as hand-tuned step decay, whatever its patience.",
            Accuracies.PERCEPTRON)
        .tested(
            "paired-t",
            "difference of test accuracies of reduce-on-plateau and step decay",
            "[-0.01, 0.01] at patiences of 2, 5 and 10 epochs",
            List.of(NetworkExperiments.PLATEAU.name()),
            tables -> {
              Table trials = tables.trials(NetworkExperiments.PLATEAU.name());
              double[] step = accuracy(trials, Law.STEP);
              List<Part> parts = new ArrayList<>();
              for (double patience : NetworkExperiments.PATIENCES) {
                parts.add(
                    new Part(
                        "patience of " + NumberText.format(patience) + " less step",
                        PairedDifference.of(
                            accuracy(trials.where("shape", patience), Law.PLATEAU), step),
                        Region.between(-NetworkClaims.MARGIN, NetworkClaims.MARGIN)));
              }
              return parts;
            });
  }

  private static Claim fragile() {
    return Accuracies.statement(
            "FOLK-6",
            Statement.FOLKLORE,
            "Exponential decay that is too fast freezes the network: at the base rate tuned for a"
                + " factor of 0.95 an epoch, 0.8 ends below 0.95.",
            Accuracies.PERCEPTRON)
        .tested(
            "paired-t",
            "difference of test accuracies at factors of 0.8 and 0.95 an epoch, in 40 epochs",
            "< 0",
            List.of(NetworkExperiments.DECAY_TUNING.name()),
            tables -> {
              List<double[]> columns = decays(tables, Law.EXPONENTIAL_PER_EPOCH);
              return List.of(
                  new Part(
                      "0.8 less 0.95",
                      PairedDifference.of(columns.get(0), columns.get(2)),
                      Region.below(0)));
            });
  }

  private static Claim curvature() {
    return Accuracies.statement(
            "FOLK-6-S",
            Statement.FOLKLORE,
            "Exponential decay is more sensitive to its factor than cosine decay is to its base rate:"
                + " the response to the logarithm of the decay constant bends down more than that to"
                + " the logarithm of the base rate.",
            Accuracies.PERCEPTRON)
        .tested(
            "paired-contrast",
            "second difference of the test accuracy over five settings a factor of two apart (about):"
                + " exponential less cosine",
            "< 0",
            List.of(NetworkExperiments.DECAY_TUNING.name()),
            tables -> {
              List<double[]> columns = new ArrayList<>(decays(tables, Law.EXPONENTIAL_PER_EPOCH));
              columns.addAll(decays(tables, Law.COSINE));
              double[] quadratic = quadraticWeights();
              double[] weights = new double[2 * quadratic.length];
              for (int i = 0; i < quadratic.length; i++) {
                weights[i] = quadratic[i];
                weights[quadratic.length + i] = -quadratic[i];
              }
              return List.of(
                  new Part(
                      "curvature of exponential less that of cosine",
                      Contrast.paired(weights, columns.toArray(double[][]::new)),
                      Region.below(0)));
            });
  }

  /**
   * Weights that give the coefficient of the square in the least-squares parabola over the
   * logarithms of the five decay constants.
   */
  static double[] quadraticWeights() {
    int n = NetworkExperiments.DECAYS.size();
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = StrictMath.log(-StrictMath.log(NetworkExperiments.DECAYS.get(i)));
    }
    // Gram-Schmidt: the square less what constant and line explain of it.
    double[] line = residual(x, constant(n));
    double[] square = new double[n];
    for (int i = 0; i < n; i++) {
      square[i] = line[i] * line[i];
    }
    double[] pure = residual(residual(square, constant(n)), line);
    double norm = dot(pure, pure);
    for (int i = 0; i < n; i++) {
      pure[i] /= norm;
    }
    return pure;
  }

  private static double[] constant(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] residual(double[] values, double[] direction) {
    double share = dot(values, direction) / dot(direction, direction);
    double[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= share * direction[i];
    }
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** A column for each of the five settings of a law, in the order of the factors. */
  static List<double[]> decays(Tables tables, Law law) {
    Table trials = tables.trials(NetworkExperiments.DECAY_TUNING.name());
    String setting = law == Law.COSINE ? "rate" : "shape";
    return trials.where("law", law.label()).groupBy(setting).values().stream()
        .map(cell -> Accuracies.of(cell, ACCURACY))
        .toList();
  }

  private static Claim ranking(String id, TunedComparison comparison, String scale) {
    return Accuracies.statement(
            id,
            Statement.FOLKLORE,
            "Each at its best base rate, every schedule that anneals ends above the best constant"
                + " rate: linear, cosine, step and exponential.",
            scale)
        .tested(
            "nemenyi",
            "difference of the mean ranks of test accuracies, over data sets and replicates",
            "> 0 for each less constant",
            List.of(comparison.name()),
            tables -> {
              Friedman friedman = Friedman.of(blocks(tables, comparison, claimed()));
              List<Part> parts = new ArrayList<>();
              int constant = claimed().indexOf(Law.CONSTANT);
              for (int i = 0; i < constant; i++) {
                parts.add(
                    new Part(
                        claimed().get(i) + " less constant",
                        friedman.pair(i, constant),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static Claim order(String id, TunedComparison comparison, String scale) {
    return Accuracies.statement(
            id,
            Statement.FOLKLORE,
            "The order is constant, exponential, step, cosine or linear, from the worst to the best;"
                + " none is worse than the one before it by more than half a point.",
            scale)
        .tested(
            "page and paired-t",
            "trend of test accuracies along the order, with cosine and with linear at its end;"
                + " differences of neighbours",
            "trend > 0; differences > -0.005",
            List.of(comparison.name()),
            tables -> orderParts(tables, comparison));
  }

  private static List<Part> orderParts(Tables tables, TunedComparison comparison) {
    List<Part> parts = new ArrayList<>();
    for (Law last : List.of(Law.COSINE, Law.LINEAR)) {
      List<Law> order = List.of(Law.CONSTANT, Law.EXPONENTIAL, Law.STEP, last);
      double[][] blocks = blocks(tables, comparison, order);
      parts.add(new Part("trend up to " + last, PageTrend.of(blocks), Region.above(0)));
      for (int i = last == Law.COSINE ? 1 : order.size() - 1; i < order.size(); i++) {
        int at = i;
        double[] better = Arrays.stream(blocks).mapToDouble(row -> row[at]).toArray();
        double[] worse = Arrays.stream(blocks).mapToDouble(row -> row[at - 1]).toArray();
        parts.add(
            new Part(
                order.get(i) + " less " + order.get(i - 1),
                PairedDifference.of(better, worse),
                Region.above(-NetworkClaims.SMALL_MARGIN)));
      }
    }
    return parts;
  }

  /** The schedules of the claim. */
  static List<Law> claimed() {
    return NetworkExperiments.RANKED.subList(0, 5);
  }

  /** A row for each data set and replicate, a column for each law. */
  static double[][] blocks(Tables tables, TunedComparison comparison, List<Law> laws) {
    List<double[]> rows = new ArrayList<>();
    for (Table data : tables.trials(comparison.name()).groupByText("data").values()) {
      List<double[]> columns = laws.stream().map(law -> accuracy(data, law)).toList();
      rows.addAll(List.of(Accuracies.rows(columns)));
    }
    return rows.toArray(double[][]::new);
  }

  private static Claim speed() {
    return Accuracies.statement(
            "FOLK-8",
            Statement.FOLKLORE,
            "One-cycle and triangular rates reach a good accuracy in fewer epochs than step decay of"
                + " the same length.",
            Accuracies.PERCEPTRON)
        .tested(
            "log-rank",
            "logarithm of the hazard ratio of reaching the target, cyclic over step; the target is"
                + " the mean final accuracy of step decay less a point; a network that diverged counts as"
                + " one that has not reached it in all epochs of its run",
            "> 0 for one-cycle and for triangular",
            List.of(NetworkExperiments.SPEED),
            tables -> {
              double target = target(tables);
              List<Part> parts = new ArrayList<>();
              for (Law law : List.of(Law.ONE_CYCLE, Law.TRIANGULAR)) {
                parts.add(
                    new Part(
                        law + " over step",
                        LogRank.of(times(tables, law, target), times(tables, Law.STEP, target)),
                        Region.above(0)));
              }
              return parts;
            });
  }

  /** The accuracy to be reached, on the images that the course is measured on. */
  static double target(Tables tables) {
    Table step = tables.trials(NetworkExperiments.SPEED).where("law", Law.STEP.label());
    double[] last = Accuracies.of(step, "score");
    return Arrays.stream(last).sum() / last.length - TARGET_BELOW;
  }

  /**
   * Epochs at which runs reached a target, or the length of those that did not. A run that diverged
   * is watched to the end as well: to take it away where it broke off would leave those that fared
   * better.
   */
  static LogRank.Group times(Tables tables, Law law, double target) {
    Table trials = tables.trials(NetworkExperiments.SPEED).where("law", law.label());
    Table courses = tables.table(NetworkExperiments.SPEED, ArmTraining.COURSE);
    List<FollowedRun> runs = List.copyOf(FollowedRun.byReplicate(trials, courses).values());
    double[] times = new double[runs.size()];
    boolean[] reached = new boolean[runs.size()];
    for (int i = 0; i < times.length; i++) {
      OptionalDouble at = runs.get(i).reached(target);
      times[i] = at.orElse(runs.get(i).epochs());
      reached[i] = at.isPresent();
    }
    return new LogRank.Group(times, reached);
  }

  private static double[] accuracy(Table trials, Law law) {
    return Accuracies.of(trials.where("law", law.label()), ACCURACY);
  }
}
