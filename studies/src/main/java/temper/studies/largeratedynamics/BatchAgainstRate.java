package temper.studies.largeratedynamics;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import temper.data.DatasetPlugin;
import temper.data.Selection;
import temper.data.published.Cifar10;
import temper.data.synthetic.PrototypeImages;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.nn.builtin.CnnBnS;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.NetworkTraining;
import temper.studies.training.TrainingParameters;

/** Networks on images whose rate falls in steps, or whose batches grow by the same factors. */
final class BatchAgainstRate implements Experiment<BatchAgainstRate.Params> {

  static final String NAME = "batch-against-rate";
  static final String CURVE = NetworkTraining.CURVE;
  static final String CONSTANT = "constant";
  static final String DECAYING_RATE = "decaying-rate";
  static final String GROWING_BATCH = "growing-batch";

  private static final List<Length> DROPS = List.of(Length.percent(50), Length.percent(75));

  /**
   * One network.
   *
   * @param arm what changes after half and after three quarters of the run
   * @param data the images
   * @param channels of the first convolution
   * @param rate learning rate at first
   * @param batch examples in a batch at first
   * @param factor by which the rate falls or the batch grows, each time
   * @param epochs passes over the train images
   */
  record Params(
      @Doc("what changes on the way") @OneOf({CONSTANT, DECAYING_RATE, GROWING_BATCH}) String arm,
      @Doc("the images") Choice<DatasetPlugin<?>> data,
      @Doc("channels of the first convolution") @Range(min = 1) int channels,
      @Doc("learning rate at first") @Positive double rate,
      @Doc("examples in a batch at first") @Range(min = 1) int batch,
      @Doc("factor by which the rate falls or the batch grows each time") @Range(min = 1)
          double factor,
      @Doc(value = "passes over the train images", unit = "epochs") @Positive double epochs) {

    Params with(String other) {
      return new Params(other, data, channels, rate, batch, factor, epochs);
    }

    private TrainingParameters training() {
      return TrainingParameters.defaults()
          .withData(data)
          .withModel(new Choice<>(new CnnBnS(), new CnnBnS.Parameters(channels, 0)))
          .withOptimizer(
              new Choice<>(
                  new Sgd(),
                  new Sgd.Parameters(constant(0.9), false, false, constant(5e-4), "coupled")))
          .withRate(arm.equals(DECAYING_RATE) ? steps(rate, 1 / factor) : constant(rate))
          .withEpochs(epochs)
          .withBatch(arm.equals(GROWING_BATCH) ? steps(batch, factor) : constant(batch));
    }

    @SuppressWarnings(
        "unchecked") // A choice of a schedule serves wherever a kind of it is asked for.
    private static <K extends temper.plugin.ParameterizedPlugin<?>> Choice<K> constant(
        double value) {
      return (Choice<K>) new Choice<>(new Constant(), new Constant.Parameters(value));
    }

    @SuppressWarnings("unchecked") // As above.
    private static <K extends temper.plugin.ParameterizedPlugin<?>> Choice<K> steps(
        double initial, double factor) {
      return (Choice<K>)
          new Choice<>(new MultiStep(), new MultiStep.Parameters(initial, factor, DROPS));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Networks whose rate falls in steps against networks whose batches grow instead.";
  }

  @Override
  public Params defaults() {
    Selection small =
        new Selection(OptionalInt.of(10_000), OptionalInt.empty(), 0, false, List.of(), 0);
    return new Params(DECAYING_RATE, new Choice<>(new Cifar10(), small), 16, 0.1, 64, 5, 30);
  }

  @Override
  public List<Column> metrics() {
    return network(defaults()).metrics();
  }

  @Override
  public List<TableSchema> tables() {
    return network(defaults()).tables();
  }

  @Override
  public List<String> datasets(Params parameters) {
    return network(parameters).datasets(parameters.training());
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params cell =
        switch (profile) {
          case SMOKE -> synthetic(40, 20, 2, 2);
          case QUICK -> synthetic(400, 400, 4, 6);
          case FULL -> defaults();
        };
    return Design.of(
        Stream.of(CONSTANT, DECAYING_RATE, GROWING_BATCH).map(cell::with).toList(),
        Replicates.images(profile));
  }

  private static Params synthetic(int train, int test, int channels, double epochs) {
    PrototypeImages.Parameters images =
        new PrototypeImages.Parameters(train, test, 1, 1.5, 0, 0, 0.2, 0.15, 0);
    return new Params(
        DECAYING_RATE, new Choice<>(new PrototypeImages(), images), channels, 0.05, 16, 3, epochs);
  }

  @Override
  public void run(Params parameters, Trial trial) {
    network(parameters).run(parameters.training(), trial);
  }

  private static NetworkTraining network(Params parameters) {
    TrainingParameters training = parameters.training();
    return new NetworkTraining(NAME, NAME, training, profile -> Design.single(training, 1));
  }
}
