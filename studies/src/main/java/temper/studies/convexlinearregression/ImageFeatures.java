package temper.studies.convexlinearregression;

import java.util.List;
import temper.data.Dataset;
import temper.data.Examples;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;

/**
 * Two classes of Fashion-MNIST by least squares on random features <i>sqrt(2 / p) cos(w'x / width +
 * phase)</i>, <i>w ~ N(0, I)</i>, which approach a Gaussian kernel.
 *
 * <p>Source: Rahimi and Recht, "Random Features for Large-Scale Kernel Machines", 2007.
 */
final class ImageFeatures implements Experiment<ImageFeatures.Params> {

  static final String NAME = "image-features";
  static final String DATA = "fashion-mnist";

  /**
   * One problem.
   *
   * @param first label of the class -1
   * @param second label of the class 1
   * @param n number of train images
   * @param tests number of test images
   * @param features number of random features
   * @param width width of the kernel
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that flat directions may carry
   * @param loss loss above the minimum at the end over the start's
   */
  record Params(
      @Doc("label of the class -1") @Range(min = 0, max = 9) int first,
      @Doc("label of the class 1") @Range(min = 0, max = 9) int second,
      @Doc("number of train images") @Range(min = 2, max = 12_000) int n,
      @Doc("number of test images") @Range(min = 1, max = 2000) int tests,
      @Doc("number of random features") @Range(min = 1, max = 2000) int features,
      @Doc("width of the kernel") @Positive double width,
      @Doc("large rate over the stability bound") @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc("share of the final loss that flat directions may carry") @Positive double delta,
      @Doc("loss above the minimum at the end over the start's")
          @Range(min = 0, minOpen = true, max = 1, maxOpen = true)
          double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The comparison on two classes of Fashion-MNIST with random features.";
  }

  @Override
  public Params defaults() {
    return new Params(0, 6, 300, 1000, 200, 10, 0.99, 0.01, 0.01);
  }

  @Override
  public List<Column> metrics() {
    return LeastSquares.METRICS;
  }

  @Override
  public List<TableSchema> tables() {
    return LeastSquares.TABLES;
  }

  @Override
  public List<String> datasets() {
    return List.of(DATA);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.single(defaults(), Replicates.paired(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    Dataset data = trial.dataset(DATA);
    int pixels = data.columns();
    RandomStream features = trial.stream("features");
    double[][] weights = new double[p.features][pixels];
    double[] phases = new double[p.features];
    for (int f = 0; f < p.features; f++) {
      features.fillGaussian(weights[f]);
      phases[f] = 2 * Math.PI * features.uniform();
    }
    Sample train = Sample.of(data.train(), p.first, p.second, p.n, trial.stream("train"));
    Sample test = Sample.of(data.test(), p.first, p.second, p.tests, trial.stream("test"));
    new LeastSquares(
            map(data.train(), train.rows, weights, phases, p.width),
            train.labels,
            map(data.test(), test.rows, weights, phases, p.width),
            test.labels)
        .report(trial, p.rate, p.delta, p.loss);
  }

  private static double[][] map(
      Examples examples, int[] rows, double[][] weights, double[] phases, double width) {
    double scale = Math.sqrt(2.0 / weights.length);
    double[][] out = new double[rows.length][weights.length];
    for (int i = 0; i < rows.length; i++) {
      double[] x = examples.row(rows[i]);
      for (int f = 0; f < weights.length; f++) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
          sum += weights[f][j] * x[j];
        }
        out[i][f] = scale * StableMath.cos(sum / width + phases[f]);
      }
    }
    return out;
  }

  /** Examples of two classes, drawn without replacement from both together. */
  @SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
  private record Sample(int[] rows, double[] labels) {

    static Sample of(Examples examples, int first, int second, int count, RandomStream stream) {
      int[] ones = examples.rowsOf(first);
      int[] others = examples.rowsOf(second);
      int available = ones.length + others.length;
      if (count > available) {
        throw new IllegalArgumentException(
            "number of images must be at most " + available + ", got " + count);
      }
      int[] chosen = stream.sample(available, count);
      int[] rows = new int[count];
      double[] labels = new double[count];
      for (int i = 0; i < count; i++) {
        boolean one = chosen[i] < ones.length;
        rows[i] = one ? ones[chosen[i]] : others[chosen[i] - ones.length];
        labels[i] = one ? -1 : 1;
      }
      return new Sample(rows, labels);
    }
  }
}
