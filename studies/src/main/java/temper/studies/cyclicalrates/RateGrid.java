package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.numerics.StableMath;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;

/** Constant rates in steps of the root of ten: what a range test is held against. */
final class RateGrid {

  static final String CAFFE = "rate-grid";
  static final String PERCEPTRON = "rate-grid-perceptron";

  /** Number of rates. */
  static final int RATES = 9;

  private RateGrid() {}

  /**
   * One arm.
   *
   * @param bench what is trained
   * @param rate the rate
   * @param steps length of the run
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("The rate") @Positive double rate,
      @Doc("Length of the run") @Range(min = 1) int steps) {

    private Params with(double other) {
      return new Params(bench, other, steps);
    }

    private TrainedArms.Arm arm() {
      return new TrainedArms.Arm(
          bench,
          bench
              .training()
              .withRate(new Choice<>(new Constant(), new Constant.Parameters(rate)))
              .withEvaluate(Length.percent(10)),
          steps);
    }
  }

  static Experiment<Params> caffe() {
    Params full =
        new Params(
            Bench.caffe(OptionalInt.of(Bench.REDUCED_TRAIN), Bench.REDUCED_CHANNELS), 1e-5, 2000);
    return experiment(CAFFE, full, profile -> profile == Profile.FULL ? full : small());
  }

  static Experiment<Params> perceptron() {
    return experiment(PERCEPTRON, small(), profile -> small());
  }

  private static Params small() {
    return new Params(Bench.perceptron(), 1e-4, 1000);
  }

  private static Experiment<Params> experiment(
      String name, Params full, Function<Profile, Params> sized) {
    return new TrainedArms<>(
        new TrainedArms.Plan<>(
            name,
            "Accuracy after some epochs at each of nine constant rates.",
            full,
            profile -> {
              Params lowest = sized.apply(profile);
              return Design.of(
                  IntStream.range(0, RATES)
                      .mapToObj(i -> lowest.with(lowest.rate * StableMath.pow(10, i / 2.0)))
                      .toList(),
                  name.equals(PERCEPTRON)
                      ? Replicates.perceptrons(profile)
                      : Replicates.of(profile));
            }),
        Params::arm);
  }
}
