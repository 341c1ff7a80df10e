package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import temper.data.Standardization;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;
import temper.studies.training.TrainingParameters;

/** Cycles between constant bounds: their length, their shape, and a net with sigmoids. */
final class Cycles {

  static final String STEP_SIZES = "step-sizes";
  static final String WINDOWS = "windows";
  static final String SIGMOID = "sigmoid-network";

  /** No cycles: the rate stays at the lower bound. */
  static final String NONE = "none";

  /** Step sizes in epochs. All of them end with a cycle after 64 epochs. */
  static final List<Double> SIZES = List.of(1.0, 2.0, 4.0, 8.0, 16.0);

  static final double SIZES_EPOCHS = 64;

  private static final double WINDOW_SIZE = 4;
  private static final double WINDOW_EPOCHS = 48;
  private static final double SIGMOID_SIZE = 5;
  private static final double SIGMOID_EPOCHS = 60;

  /** The paper's epochs of 50,000 images, in iterations of 100. */
  private static final double EPOCH = 500;

  private Cycles() {}

  /**
   * One arm.
   *
   * @param bench what is trained
   * @param window shape of a cycle
   * @param half the step size: length of a rise and of a fall
   * @param epochs length of the run
   * @param base lower bound
   * @param peak upper bound
   * @param shrink by which the iterations of an epoch of 500 are divided
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("Shape of a cycle; none for the lower bound throughout")
          @OneOf({WindowCycle.TRIANGLE, WindowCycle.WELCH, WindowCycle.HANN, NONE})
          String window,
      @Doc("Length of a rise, and of a fall, in epochs of 500 iterations") @Positive double half,
      @Doc("Length of the run in epochs of 500 iterations") @Positive double epochs,
      @Doc("Lower bound") @Positive double base,
      @Doc("Upper bound") @Positive double peak,
      @Doc("By which the iterations of an epoch of 500 are divided") @Positive double shrink) {

    private Params with(String otherWindow, double otherHalf) {
      return new Params(bench, otherWindow, otherHalf, epochs, base, peak, shrink);
    }

    private Params shrunk(double times) {
      return new Params(bench, window, half, epochs, base, peak, times * shrink);
    }

    private TrainedArms.Arm arm() {
      double epoch = EPOCH / shrink;
      Choice<ControlPlugin<?>> rate =
          window.equals(NONE)
              ? new Choice<>(new Constant(), new Constant.Parameters(base))
              : new Choice<>(
                  new WindowCycle(),
                  new WindowCycle.Parameters(window, base, peak, Length.steps(half * epoch)));
      TrainingParameters training =
          bench
              .training()
              .withRate(rate)
              .withEvaluate(Length.steps(Math.max(1, Math.rint(epoch))));
      return new TrainedArms.Arm(bench, training, Math.round(epochs * epoch));
    }
  }

  static Experiment<?> stepSizes() {
    return experiment(
        STEP_SIZES,
        "Cycles of different lengths in runs of one length.",
        caffe(WINDOW_SIZE, SIZES_EPOCHS),
        perceptron(WINDOW_SIZE, SIZES_EPOCHS),
        base -> SIZES.stream().map(half -> base.with(base.window(), half)));
  }

  static Experiment<?> windows() {
    return experiment(
        WINDOWS,
        "Triangular cycles against Welch's and Hann's windows.",
        caffe(WINDOW_SIZE, WINDOW_EPOCHS),
        perceptron(WINDOW_SIZE, WINDOW_EPOCHS),
        base ->
            Stream.of(WindowCycle.TRIANGLE, WindowCycle.WELCH, WindowCycle.HANN)
                .map(window -> base.with(window, base.half())));
  }

  static Experiment<?> sigmoidNetwork() {
    Bench images =
        Bench.images(
            new Choice<>(new Cifar10FullSigmoid(), new Cifar10FullSigmoid.Parameters(2)),
            Standardization.FEATURE_MEAN,
            0);
    return experiment(
        SIGMOID,
        "Caffe's net with sigmoids and batch normalisation, with cycles and without.",
        sigmoid(Bench.sigmoid(OptionalInt.of(Bench.REDUCED_TRAIN)), Policies.REDUCED_SHRINK),
        sigmoid(images, 100),
        base ->
            Stream.of(WindowCycle.TRIANGLE, NONE).map(window -> base.with(window, base.half())));
  }

  private static Params caffe(double half, double epochs) {
    return new Params(
        Bench.caffe(OptionalInt.of(Bench.REDUCED_TRAIN), Bench.REDUCED_CHANNELS),
        WindowCycle.TRIANGLE,
        half,
        epochs,
        Policy.BASE,
        Policy.PEAK,
        Policies.REDUCED_SHRINK);
  }

  private static Params perceptron(double half, double epochs) {
    return new Params(
        Bench.perceptron(),
        WindowCycle.TRIANGLE,
        half,
        epochs,
        Bench.PERCEPTRON_FACTOR * Policy.BASE,
        Bench.PERCEPTRON_FACTOR * Policy.PEAK,
        50);
  }

  private static Params sigmoid(Bench bench, double shrink) {
    return new Params(
        bench,
        WindowCycle.TRIANGLE,
        SIGMOID_SIZE,
        SIGMOID_EPOCHS,
        Policy.BASE,
        Policy.PEAK,
        shrink);
  }

  private static Experiment<Params> experiment(
      String name,
      String summary,
      Params full,
      Params small,
      Function<Params, Stream<Params>> cells) {
    return new TrainedArms<>(
        new TrainedArms.Plan<>(
            name,
            summary,
            full,
            profile ->
                Design.of(
                    cells
                        .apply(
                            switch (profile) {
                              case SMOKE -> small.shrunk(10);
                              case QUICK -> small;
                              case FULL -> full;
                            })
                        .toList(),
                    Replicates.of(profile))),
        Params::arm);
  }
}
