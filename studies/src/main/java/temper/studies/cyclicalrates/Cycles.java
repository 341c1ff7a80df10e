package temper.studies.cyclicalrates;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.schedule.Length;

/** Cycles between constant bounds on Caffe's net: their length and their shape. */
final class Cycles implements TrainedArms<Cycles.Params> {

  static final String STEP_SIZES = "step-sizes";
  static final String WINDOWS = "windows";

  /** Step sizes in epochs. All of them end with a cycle after 64 epochs. */
  static final List<Double> SIZES = List.of(1.0, 2.0, 4.0, 8.0, 16.0);

  /** Length of the runs that compare step sizes. */
  static final double SIZES_EPOCHS = 64;

  private static final double WINDOW_SIZE = 4;
  private static final double WINDOW_EPOCHS = 48;

  /** The paper's epochs of 50,000 images, in iterations of 100. */
  private static final double EPOCH = 500;

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
      @Doc("Shape of a cycle") @OneOf({WindowCycle.TRIANGLE, WindowCycle.WELCH, WindowCycle.HANN})
          String window,
      @Doc("Length of a rise, and of a fall, in epochs of 500 iterations") @Positive double half,
      @Doc("Length of the run in epochs of 500 iterations") @Positive double epochs,
      @Doc("Lower bound") @Positive double base,
      @Doc("Upper bound") @Positive double peak,
      @Doc("By which the iterations of an epoch of 500 are divided") @Positive double shrink) {

    private Params with(String otherWindow, double otherHalf) {
      return new Params(bench, otherWindow, otherHalf, epochs, base, peak, shrink);
    }
  }

  private final String name;
  private final String summary;
  private final Params defaults;
  private final Function<Params, Stream<Params>> cells;

  private Cycles(
      String name, String summary, double epochs, Function<Params, Stream<Params>> cells) {
    this.name = name;
    this.summary = summary;
    this.defaults = of(CaffeBench.reduced(), epochs, 1, CaffeBench.REDUCED_SHRINK);
    this.cells = cells;
  }

  static Cycles stepSizes() {
    return new Cycles(
        STEP_SIZES,
        "Cycles of different lengths in runs of one length.",
        SIZES_EPOCHS,
        base -> SIZES.stream().map(half -> base.with(base.window(), half)));
  }

  static Cycles windows() {
    return new Cycles(
        WINDOWS,
        "Triangular cycles against Welch's and Hann's windows.",
        WINDOW_EPOCHS,
        base ->
            Stream.of(WindowCycle.TRIANGLE, WindowCycle.WELCH, WindowCycle.HANN)
                .map(window -> base.with(window, base.half())));
  }

  private static Params of(Bench bench, double epochs, double factor, double shrink) {
    return new Params(
        bench,
        WindowCycle.TRIANGLE,
        WINDOW_SIZE,
        epochs,
        factor * Policy.BASE,
        factor * Policy.PEAK,
        shrink);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Params defaults() {
    return defaults;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params base =
        switch (profile) {
          case SMOKE -> perceptron(500);
          case QUICK -> perceptron(50);
          case FULL -> defaults;
        };
    return Design.of(cells.apply(base).toList(), Replicates.of(profile));
  }

  private Params perceptron(double shrink) {
    return of(CaffeBench.perceptron(), defaults.epochs, CaffeBench.PERCEPTRON_FACTOR, shrink);
  }

  @Override
  public Arm arm(Params p) {
    double epoch = EPOCH / p.shrink;
    WindowCycle.Parameters cycle =
        new WindowCycle.Parameters(p.window, p.base, p.peak, Length.steps(p.half * epoch));
    return new Arm(
        p.bench,
        p.bench
            .training()
            .withRate(new Choice<>(new WindowCycle(), cycle))
            .withEvaluate(Length.steps(Math.max(1, Math.rint(epoch)))),
        Math.round(p.epochs * epoch));
  }
}
