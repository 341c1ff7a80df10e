package temper.studies.sharpminima;

import java.util.List;
import java.util.stream.IntStream;
import temper.autodiff.Labels;
import temper.autodiff.Reductions;
import temper.autodiff.Variable;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.nn.Losses;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.FullBatchLoss;

/** A trained classifier at many scales: its accuracy, its generalisation gap, its sharpness. */
final class ScaledClassifier implements Experiment<ScaledClassifier.Params> {

  static final String NAME = "scaled-classifier";
  static final String SCALES = "scales";

  /** Factors of the first layer, one to a decade. */
  static final double[] ALPHAS =
      IntStream.rangeClosed(-3, 3).mapToDouble(k -> StableMath.pow(10, k)).toArray();

  private static final int TEST = 1000;

  /**
   * One classifier of Gaussian classes.
   *
   * @param inputs number of inputs
   * @param hidden number of hidden units
   * @param classes number of classes
   * @param train number of train examples
   * @param spread distance of the means of the classes from 0, in standard deviations
   * @param rate of gradient descent
   * @param steps of gradient descent
   */
  record Params(
      @Doc("number of inputs") @Range(min = 1) int inputs,
      @Doc("number of hidden units") @Range(min = 1) int hidden,
      @Doc("number of classes") @Range(min = 2) int classes,
      @Doc("number of train examples") @Range(min = 1) int train,
      @Doc("distance of the class means from 0 in standard deviations") @Positive double spread,
      @Doc("learning rate of the training") @Positive double rate,
      @Doc(value = "steps of the training", unit = "steps") @Range(min = 1) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Accuracy, generalisation gap and sharpness of one classifier at many scales.";
  }

  @Override
  public Params defaults() {
    return new Params(10, 16, 4, 200, 2, 0.2, 2_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(Column.number("loss", "train loss at the end of training"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            SCALES,
            "One row for each scale.",
            List.of(
                Column.number("alpha", "factor of the first layer, inverse one of the second"),
                Column.number("difference", "largest change of an output, train and test"),
                Column.number("train_accuracy", "share of train examples classified rightly"),
                Column.number("test_accuracy", "share of test examples classified rightly"),
                Column.number("gap", "test loss less train loss"),
                Column.number("curvature", "largest eigenvalue of the Hessian"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int steps = profile == Profile.SMOKE ? 200 : d.steps;
    return Design.single(
        new Params(d.inputs, d.hidden, d.classes, d.train, d.spread, d.rate, steps),
        Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(p.inputs, p.hidden, p.classes);
    RandomStream means = trial.stream("means");
    double[][] centres = new double[p.classes][p.inputs];
    for (double[] centre : centres) {
      means.fillGaussian(centre);
      double factor = p.spread / Minimum.length(centre);
      for (int j = 0; j < centre.length; j++) {
        centre[j] *= factor;
      }
    }
    Sample train = Sample.draw(centres, p.train, trial.stream("train"));
    Sample test = Sample.draw(centres, TEST, trial.stream("test"));
    FullBatchLoss trainLoss = train.loss(network);
    FullBatchLoss testLoss = test.loss(network);
    double[] point = network.initialize(trial.stream("init"), 2);
    double[] scratch = new double[point.length];
    for (int step = 0; step < p.steps; step++) {
      double loss = trainLoss.descend(point, p.rate, scratch);
      if (!Double.isFinite(loss)) {
        throw new DivergedException("the train loss was " + loss + " at step " + step);
      }
      trial.progress((double) step / p.steps);
    }
    trial.metric("loss", trainLoss.at(point));
    for (double alpha : ALPHAS) {
      double[] scaled = ScaleTransform.ofTwoLayers(network, alpha).apply(point);
      trial.row(
          SCALES,
          alpha,
          Math.max(train.change(network, point, scaled), test.change(network, point, scaled)),
          train.accuracy(network, scaled),
          test.accuracy(network, scaled),
          testLoss.at(scaled) - trainLoss.at(scaled),
          trainLoss.extremes(scaled, trial.stream("lanczos")).largest());
    }
  }

  /** Examples with their classes. */
  @SuppressWarnings("ArrayRecordComponent") // Short-lived; nobody compares.
  private record Sample(double[][] inputs, int[] classes, int count) {

    static Sample draw(double[][] centres, int size, RandomStream stream) {
      double[][] inputs = new double[size][centres[0].length];
      int[] classes = new int[size];
      for (int i = 0; i < size; i++) {
        classes[i] = i % centres.length;
        for (int j = 0; j < inputs[i].length; j++) {
          inputs[i][j] = centres[classes[i]][j] + stream.gaussian();
        }
      }
      return new Sample(inputs, classes, centres.length);
    }

    FullBatchLoss loss(FeedForward network) {
      return new FullBatchLoss(
          network.size(),
          parameters -> {
            Labels labels = parameters.tape().labels("classes", classes.length, count);
            for (int i = 0; i < classes.length; i++) {
              labels.set(i, classes[i]);
            }
            Variable x = FeedForward.given("inputs", parameters, inputs);
            return Reductions.mean(Losses.crossEntropy(network.record(parameters, x), labels));
          });
    }

    double change(FeedForward network, double[] from, double[] to) {
      double largest = 0;
      for (double[] input : inputs) {
        double[] before = network.at(from, input);
        double[] after = network.at(to, input);
        for (int k = 0; k < before.length; k++) {
          largest = Math.max(largest, Math.abs(after[k] - before[k]));
        }
      }
      return largest;
    }

    double accuracy(FeedForward network, double[] point) {
      int right = 0;
      for (int i = 0; i < classes.length; i++) {
        double[] outputs = network.at(point, inputs[i]);
        int best = 0;
        for (int k = 1; k < count; k++) {
          best = outputs[k] > outputs[best] ? k : best;
        }
        right += best == classes[i] ? 1 : 0;
      }
      return (double) right / classes.length;
    }
  }
}
