package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.nn.ModelPlugin;
import temper.nn.builtin.CnnBnS;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Range;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.MultiStep;
import temper.schedule.builtin.Product;
import temper.schedule.builtin.Triangular;
import temper.studies.training.TrainingParameters;

/** The paper's table 4: three large rates against cycles between them, the same drops for all. */
final class NormalizedRates implements TrainedArms<NormalizedRates.Params> {

  static final String NAME = "normalized-network";
  static final String CYCLES = "cycles";

  /** The constant rates, by their names. */
  static final List<String> FIXED = List.of("0.1", "0.2", "0.3");

  private static final double LOW = 0.1;
  private static final double HIGH = 0.3;
  private static final double DECAY = 1e-4;
  private static final int STEPS = 4000;

  /**
   * One arm.
   *
   * @param bench what is trained
   * @param rate a constant rate, or cycles between the smallest and the largest of them
   * @param steps length of the run
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("A constant rate, or cycles between the smallest and the largest of them")
          @OneOf({"0.1", "0.2", "0.3", CYCLES})
          String rate,
      @Doc("Length of the run") @Range(min = 1) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Three large rates and cycles between them on a network with batch normalisation.";
  }

  @Override
  public Params defaults() {
    Bench bench =
        new Bench(
            Bench.published(new Cifar10(), OptionalInt.of(CaffeBench.REDUCED_TRAIN)),
            Standardization.CHANNEL,
            Choice.ofDefaults(new CnnBnS()),
            CaffeBench.BATCH,
            DECAY,
            CaffeBench.PROBE);
    return new Params(bench, CYCLES, STEPS);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params base =
        switch (profile) {
          case SMOKE ->
              new Params(
                  ImageBench.smoke(20, network(1), Standardization.CHANNEL, DECAY), CYCLES, 4);
          case QUICK ->
              new Params(
                  ImageBench.quick(400, network(2), Standardization.CHANNEL, DECAY), CYCLES, 120);
          case FULL -> defaults();
        };
    return Design.of(
        Stream.concat(FIXED.stream(), Stream.of(CYCLES))
            .map(rate -> new Params(base.bench, rate, base.steps))
            .toList(),
        Replicates.of(profile));
  }

  private static Choice<ModelPlugin<?>> network(int channels) {
    return new Choice<>(new CnnBnS(), new CnnBnS.Parameters(channels, 0));
  }

  @Override
  public Arm arm(Params p) {
    Choice<SchedulePlugin<?>> level =
        p.rate.equals(CYCLES)
            ? new Choice<>(
                new Triangular(),
                // A cycle is a tenth of the run.
                new Triangular.Parameters(LOW, HIGH, Length.percent(5), Length.percent(5)))
            : Bench.constant(Double.parseDouble(p.rate));
    Choice<SchedulePlugin<?>> drops =
        new Choice<>(
            new MultiStep(),
            new MultiStep.Parameters(1, 0.1, List.of(Length.percent(50), Length.percent(75))));
    TrainingParameters training =
        p.bench
            .training()
            .withRate(new Choice<>(new Product(), new Product.Parameters(List.of(level, drops))))
            .withEvaluate(Length.percent(2.5));
    return new Arm(p.bench, training, p.steps);
  }
}
