package temper.studies.cyclicalrates;

import java.util.stream.IntStream;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.numerics.StableMath;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;

/** Constant rates in steps of the root of ten: what a range test is held against. */
final class RateGrid implements TrainedArms<RateGrid.Params> {

  static final String CAFFE = "rate-grid";
  static final String PERCEPTRON = "rate-grid-perceptron";

  /** Number of rates. */
  static final int RATES = 9;

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
  }

  private final String name;
  private final Params lowest;

  private RateGrid(String name, Params lowest) {
    this.name = name;
    this.lowest = lowest;
  }

  /** Caffe's net for twenty epochs. */
  static RateGrid caffe() {
    return new RateGrid(CAFFE, new Params(CaffeBench.reduced(), 1e-5, 2000));
  }

  /** A perceptron for twenty epochs. */
  static RateGrid perceptron() {
    return new RateGrid(PERCEPTRON, new Params(FashionBench.perceptron(), 1e-4, 1000));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return "Accuracy after twenty epochs at each of nine constant rates.";
  }

  @Override
  public Params defaults() {
    return lowest;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params first =
        profile == Profile.FULL ? lowest : new Params(CaffeBench.perceptron(), 1e-4, 500);
    return Design.of(
        IntStream.range(0, RATES)
            .mapToObj(i -> first.with(first.rate * StableMath.pow(10, i / 2.0)))
            .toList(),
        name.equals(PERCEPTRON) ? Replicates.perceptrons(profile) : Replicates.of(profile));
  }

  @Override
  public Arm arm(Params p) {
    return new Arm(
        p.bench,
        p.bench
            .training()
            .withRate(new Choice<>(new Constant(), new Constant.Parameters(p.rate)))
            .withEvaluate(Length.percent(10)),
        p.steps);
  }
}
