package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import temper.data.Standardization;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
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
final class NormalizedRates {

  static final String NAME = "normalized-network";
  static final String CYCLES = "cycles";

  /** The constant rates, by their names. */
  static final List<String> FIXED = List.of("0.1", "0.2", "0.3");

  private static final double LOW = 0.1;
  private static final double HIGH = 0.3;

  private NormalizedRates() {}

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
      @Doc("Length of the run") @Range(min = 1) int steps) {

    private TrainedArms.Arm arm() {
      Choice<SchedulePlugin<?>> level =
          rate.equals(CYCLES)
              ? new Choice<>(
                  new Triangular(),
                  // A cycle is a tenth of the run.
                  new Triangular.Parameters(LOW, HIGH, Length.percent(5), Length.percent(5)))
              : Bench.constant(Double.parseDouble(rate));
      Choice<SchedulePlugin<?>> drops =
          new Choice<>(
              new MultiStep(),
              new MultiStep.Parameters(
                  1, 0.1, List.of(Length.percent(50), Length.percent(75))));
      TrainingParameters training =
          bench
              .training()
              .withRate(
                  new Choice<>(new Product(), new Product.Parameters(List.of(level, drops))))
              .withEvaluate(Length.percent(2.5));
      return new TrainedArms.Arm(bench, training, steps);
    }
  }

  static Experiment<Params> experiment() {
    Params full =
        new Params(Bench.normalized(OptionalInt.of(Bench.REDUCED_TRAIN)), CYCLES, 4000);
    return new TrainedArms<>(
        new TrainedArms.Plan<>(
            NAME,
            "Three large rates and cycles between them on a network with batch normalisation.",
            full,
            profile ->
                Design.of(
                    Stream.concat(FIXED.stream(), Stream.of(CYCLES))
                        .map(rate -> sized(full, rate, profile))
                        .toList(),
                    Replicates.of(profile))),
        Params::arm);
  }

  private static Params sized(Params full, String rate, Profile profile) {
    return switch (profile) {
      case SMOKE -> new Params(small(), rate, 20);
      case QUICK -> new Params(small(), rate, 200);
      case FULL -> new Params(full.bench, rate, full.steps);
    };
  }

  private static Bench small() {
    return Bench.images(
        new Choice<>(new CnnBnS(), new CnnBnS.Parameters(2, 0)), Standardization.CHANNEL, 1e-4);
  }
}
