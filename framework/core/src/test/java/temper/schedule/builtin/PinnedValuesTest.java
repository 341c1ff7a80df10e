package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.plugin.Plugin;
import temper.plugin.Registry;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/** Values worked out by hand from the formulas, at 0, at every boundary, at and after the end. */
class PinnedValuesTest {

  private static final Horizon RUN = Horizon.ofEpochs(10, 100);
  private static final double ULPS = 1e-15;
  private static final Length WHOLE = Length.percent(100);

  /** A schedule with pairs of a step and its value; {@code exact} steps allow no rounding. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Pin(
      SchedulePlugin<?> plugin, Record parameters, double tolerance, double[][] stepsAndValues) {

    Schedule create() {
      return Schedule.of(new Choice<SchedulePlugin<?>>(plugin, parameters), RUN);
    }

    @Override
    public String toString() {
      return plugin.name() + " " + parameters;
    }
  }

  private static Pin pin(SchedulePlugin<?> plugin, Record parameters, String stepsAndValues) {
    return new Pin(plugin, parameters, ULPS, read(stepsAndValues));
  }

  private static Pin exact(SchedulePlugin<?> plugin, Record parameters, String stepsAndValues) {
    return new Pin(plugin, parameters, 0, read(stepsAndValues));
  }

  private static double[][] read(String stepsAndValues) {
    return Arrays.stream(stepsAndValues.split(", "))
        .map(pair -> Arrays.stream(pair.split(": ")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static Choice<SchedulePlugin<?>> line(double from, double to) {
    return new Choice<>(new Linear(), new Linear.Parameters(from, to, WHOLE));
  }

  private static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }

  private static Length steps(double n) {
    return Length.steps(n);
  }

  private static Stream<Pin> decays() {
    return Stream.of(
        exact(new Constant(), new Constant.Parameters(0.3), "0: 0.3, 999.5: 0.3, 5000: 0.3"),
        pin(
            new Step(),
            new Step.Parameters(1, 0.5, steps(100)),
            "0: 1, 99.999: 1, 100: 0.5, 199: 0.5, 200: 0.25, 999: 0.001953125, "
                + "1000: 0.0009765625, 9000000000: 0.0009765625"),
        pin(
            new MultiStep(),
            new MultiStep.Parameters(1, 0.5, List.of(steps(10), Length.epochs(5))),
            "0: 1, 9.999: 1, 10: 0.5, 499: 0.5, 500: 0.25, 1000: 0.25, 1000000000: 0.25"),
        exact(
            new Piecewise(),
            new Piecewise.Parameters(
                List.of(3.0, 1.0, 2.0), List.of(steps(10), Length.percent(50))),
            "0: 3, 9.999: 3, 10: 1, 499: 1, 500: 2, 1000: 2, 1000000000: 2"),
        exact(
            new Piecewise(),
            new Piecewise.Parameters(List.of(3.0, 1.0), List.of(steps(0))),
            "0: 1, 1: 1"),
        pin(
            new Exponential(),
            new Exponential.Parameters(1, 0.25, steps(100)),
            "0: 1, 50: 0.5, 100: 0.25, 150: 0.125, 1000: 9.5367431640625e-07, "
                + "2000: 9.5367431640625e-07"),
        exact(
            new Linear(),
            new Linear.Parameters(0.1, 0.3, steps(400)),
            "0: 0.1, 400: 0.3, 401: 0.3, 1000000000: 0.3"),
        pin(
            new Linear(),
            new Linear.Parameters(0.1, 0.3, steps(400)),
            "100: 0.15, 200: 0.2, 300: 0.25"),
        exact(
            new Cosine(),
            new Cosine.Parameters(0.3, 0.1, steps(400), 1),
            "0: 0.3, 400: 0.1, 401: 0.1, 1000000000: 0.1"),
        pin(
            new Cosine(),
            new Cosine.Parameters(0.3, 0.1, steps(400), 1),
            "100: 0.2707106781186548, 200: 0.2, 300: 0.12928932188134523"),
        pin(new Cosine(), new Cosine.Parameters(1, 0, WHOLE, 2), "0: 1, 500: 0.25, 1000: 0"),
        pin(
            new InverseTime(),
            new InverseTime.Parameters(1, 0.5, steps(100)),
            "0: 1, 200: 0.5, 600: 0.25, 1000: 0.16666666666666666, "
                + "1000000000: 0.16666666666666666"),
        pin(
            new InverseSquareRoot(),
            new InverseSquareRoot.Parameters(1, steps(100)),
            "0: 1, 100: 0.7071067811865476, 300: 0.5, 800: 0.3333333333333333, "
                + "1000000000: 0.30151134457776363"),
        pin(new Power(), new Power.Parameters(1, 1, steps(1)), "0: 1, 1: 0.5, 3: 0.25, 999: 0.001"),
        pin(
            new Power(),
            new Power.Parameters(1, 0.5, steps(100)),
            "300: 0.5, 1000000000: 0.30151134457776363"),
        exact(
            new Polynomial(),
            new Polynomial.Parameters(0.3, 0.1, steps(400), 2, false),
            "0: 0.3, 400: 0.1, 401: 0.1, 1000000000: 0.1"),
        pin(
            new Polynomial(),
            new Polynomial.Parameters(1, 0, steps(400), 2, false),
            "100: 0.5625, 200: 0.25, 300: 0.0625"),
        pin(
            new Polynomial(),
            new Polynomial.Parameters(1, 0, steps(200), 1, true),
            "0: 1, 100: 0.5, 199: 0.005, 200: 0.5, 300: 0.25, 400: 0.3333333333333333, "
                + "999: 0.001, 1000: 0, 1000000000: 0"),
        pin(
            new HyperbolicTangent(),
            new HyperbolicTangent.Parameters(1, 0, WHOLE, -4, 4),
            "0: 0.9996646498695336, 500: 0.5, 1000: 0.0003353501304664781, "
                + "1000000000: 0.0003353501304664781"),
        pin(
            new HyperbolicTangent(),
            new HyperbolicTangent.Parameters(3, 1, WHOLE, -7, 3),
            "700: 2, 1000: 1.0049452463132695"),
        exact(
            new Rex(),
            new Rex.Parameters(0.3, 0.1, steps(400)),
            "0: 0.3, 400: 0.1, 1000000000: 0.1"),
        pin(
            new Rex(),
            new Rex.Parameters(1, 0, WHOLE),
            "500: 0.6666666666666666, 800: 0.3333333333333333"),
        exact(
            new Geometric(),
            new Geometric.Parameters(10, 0.1, steps(400)),
            "0: 10, 400: 0.1, 401: 0.1, 1000000000: 0.1"),
        pin(
            new Geometric(),
            new Geometric.Parameters(16, 0.0625, steps(400)),
            "50: 8, 100: 4, 200: 1, 300: 0.25"),
        pin(
            new Logarithmic(),
            new Logarithmic.Parameters(1, 2, steps(1)),
            "0: 1.4426950408889634, 2: 0.7213475204444817, 6: 0.48089834696298783, "
                + "1000000000: 0.14472296755608013"),
        exact(
            new LundyMees(),
            new LundyMees.Parameters(3, 0.1, steps(400)),
            "0: 3, 400: 0.1, 401: 0.1, 1000000000: 0.1"),
        pin(
            new LundyMees(),
            new LundyMees.Parameters(1, 0.25, steps(300)),
            "100: 0.5, 200: 0.3333333333333333"));
  }

  private static Stream<Pin> cycles() {
    return Stream.of(
        pin(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(1, 0, steps(200), 1, 1),
            "0: 1, 50: 0.8535533905932737, 100: 0.5, 200: 1, 400: 1, 900: 0.5, 1000: 0, "
                + "1000000000: 0"),
        // Cycles of 100, 200 and 400 steps; the last is cut by the horizon half-way at 900.
        pin(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(1, 0.5, steps(100), 2, 0.5),
            "0: 1, 50: 0.75, 100: 0.75, 200: 0.625, 300: 0.625, 500: 0.5625, 700: 0.5625"),
        // 10 * 1.25^i is rounded to 10, 12, 16, 20, 24: restarts at 10, 22, 38, 58, 82.
        pin(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(1, 0, steps(10), 1.25, 1),
            "0: 1, 10: 1, 22: 1, 38: 1, 58: 1, 82: 1, 16: 0.5, 30: 0.5, 48: 0.5, 70: 0.5"),
        pin(
            new Triangular(),
            new Triangular.Parameters(1, 3, steps(100), steps(300)),
            "0: 1, 50: 2, 100: 3, 250: 2, 400: 1, 450: 2, 500: 3, 900: 3, "
                + "1000: 2.3333333333333335, 1000000000: 2.3333333333333335"),
        pin(
            new Triangular(),
            new Triangular.Parameters(1, 3, steps(100), steps(100)),
            "200: 1, 1000: 1, 1000000000: 1"),
        pin(
            new Triangular2(),
            new Triangular2.Parameters(1, 3, steps(100), steps(100)),
            "0: 1, 100: 3, 200: 1, 300: 2, 400: 1, 500: 1.5, 900: 1.125, 1000: 1, "
                + "1000000000: 1"),
        pin(
            new ExponentialRange(),
            new ExponentialRange.Parameters(
                1, 3, steps(100), steps(100), 0.5, ExponentialRange.Mode.BOUNDS),
            "0: 1, 1: 0.51, 2: 0.26, 100: 2.3665827156630354e-30, "
                + "1000: 9.332636185032189e-302"),
        pin(
            new ExponentialRange(),
            new ExponentialRange.Parameters(
                1, 3, steps(100), steps(100), 0.5, ExponentialRange.Mode.AMPLITUDE),
            "0: 1, 1: 1.01, 2: 1.01, 10: 1.0001953125, 200: 1, 1000: 1"),
        pin(
            new OneCycle(),
            new OneCycle.Parameters(1, steps(300), WHOLE, 0.1, 0.01, Shape.LINEAR, false),
            "0: 0.1, 150: 0.55, 300: 1, 650: 0.505, 1000: 0.01, 1000000000: 0.01"),
        pin(
            new OneCycle(),
            new OneCycle.Parameters(1, steps(300), WHOLE, 0.1, 0.01, Shape.COSINE, false),
            "0: 0.1, 75: 0.23180194846605362, 150: 0.55, 300: 1, 650: 0.505, 1000: 0.01"),
        pin(
            new OneCycle(),
            new OneCycle.Parameters(1, steps(300), WHOLE, 0.1, 0.02, Shape.LINEAR, true),
            "0: 0.1, 300: 1, 450: 0.55, 600: 0.1, 800: 0.06, 1000: 0.02, 1000000000: 0.02"),
        pin(
            new OneCycle(),
            new OneCycle.Parameters(1, steps(300), steps(600), 0.1, 0.02, Shape.LINEAR, true),
            "599: 0.10300000000000001, 600: 0.02, 1000000000: 0.02"),
        pin(
            new OneCycleMomentum(),
            new OneCycleMomentum.Parameters(0.9, 0.8, steps(300), WHOLE, Shape.LINEAR, false),
            "0: 0.9, 150: 0.85, 300: 0.8, 650: 0.85, 1000: 0.9, 1000000000: 0.9"),
        pin(
            new OneCycleMomentum(),
            new OneCycleMomentum.Parameters(0.9, 0.8, steps(300), WHOLE, Shape.LINEAR, true),
            "300: 0.8, 450: 0.85, 600: 0.9, 1000: 0.9"),
        pin(
            new WarmupStableDecay(),
            new WarmupStableDecay.Parameters(1, steps(100), steps(400), Shape.LINEAR, 0.2, 0.1),
            "0: 0.2, 50: 0.6, 100: 1, 600: 1, 800: 0.55, 1000: 0.1, 1000000000: 0.1"),
        pin(
            new WarmupStableDecay(),
            new WarmupStableDecay.Parameters(
                1, steps(100), steps(400), Shape.ONE_MINUS_SQUARE_ROOT, 0, 0),
            "0: 0, 600: 1, 700: 0.5, 1000: 0"),
        pin(
            new WarmupStableDecay(),
            new WarmupStableDecay.Parameters(1, steps(0), steps(400), Shape.COSINE, 0, 0.5),
            "0: 1, 600: 1, 800: 0.75, 1000: 0.5"),
        exact(
            new WarmupStableDecay(),
            new WarmupStableDecay.Parameters(1, steps(0), steps(0), Shape.COSINE, 0, 0),
            "0: 1, 1000: 1"));
  }

  private static Stream<Pin> combinators() {
    return Stream.of(
        pin(
            new Join(),
            new Join.Parameters(
                List.of(line(0, 1), constant(5), line(1, 0)), List.of(steps(100), steps(600))),
            "0: 0, 50: 0.5, 99: 0.99, 100: 5, 599.5: 5, 600: 1, 800: 0.5, 1000: 0, "
                + "1000000000: 0"),
        pin(
            new Join(),
            new Join.Parameters(List.of(line(0, 1), constant(5)), List.of(steps(1000))),
            "0: 0, 500: 0.5, 1000: 1, 1000000000: 1"),
        pin(
            new Warmup(),
            new Warmup.Parameters(steps(200), Shape.LINEAR, 0.5, line(1, 0), false),
            "0: 0.5, 100: 0.75, 200: 1, 600: 0.5, 1000: 0, 1000000000: 0"),
        pin(
            new Warmup(),
            new Warmup.Parameters(steps(200), Shape.LINEAR, 0, line(1, 0), true),
            "0: 0, 100: 0.45, 200: 0.8, 600: 0.4, 1000: 0"),
        pin(
            new Warmup(),
            new Warmup.Parameters(steps(200), Shape.COSINE, 0, constant(2), false),
            "0: 0, 50: 0.2928932188134524, 100: 1, 200: 2"),
        pin(
            new Warmup(),
            new Warmup.Parameters(steps(200), Shape.ONE_MINUS_SQUARE_ROOT, 0, constant(1), false),
            "0: 0, 150: 0.5, 200: 1"),
        pin(
            new Warmup(),
            new Warmup.Parameters(steps(200), Shape.CONSTANT, 0.1, constant(1), false),
            "0: 0.1, 199.9: 0.1, 200: 1"),
        pin(
            new Warmup(),
            Warmup.Parameters.firstStepNonZero(4, constant(1)),
            "0: 0.25, 1: 0.5, 2: 0.75, 3: 1, 4: 1"),
        pin(
            new Cooldown(),
            new Cooldown.Parameters(steps(200), Shape.LINEAR, 0.5, line(0, 1)),
            "0: 0, 400: 0.5, 800: 1, 900: 0.75, 1000: 0.5, 1000000000: 0.5"),
        pin(
            new Cooldown(),
            new Cooldown.Parameters(steps(200), Shape.CONSTANT, 0, constant(1)),
            "999.9: 1, 1000: 0"),
        exact(
            new Cooldown(),
            new Cooldown.Parameters(steps(0), Shape.LINEAR, 0, constant(1)),
            "999.9: 1, 1000: 0"),
        pin(
            new Restart(),
            new Restart.Parameters(List.of(steps(200), steps(600)), line(1, 0)),
            "0: 1, 100: 0.5, 200: 1, 400: 0.5, 600: 1, 800: 0.5, 1000: 0, 1000000000: 0"),
        pin(
            new Restart(),
            new Restart.Parameters(List.of(steps(1000)), line(1, 0)),
            "0: 1, 500: 0.5, 1000: 0, 1000000000: 0"),
        pin(
            new Repeat(),
            new Repeat.Parameters(steps(200), 1, 0.5, line(1, 0)),
            "0: 1, 100: 0.5, 200: 0.5, 300: 0.25, 800: 0.0625, 1000: 0, 1000000000: 0"),
        pin(
            new Repeat(),
            new Repeat.Parameters(steps(100), 2, 0.5, line(1, 0)),
            "0: 1, 50: 0.5, 100: 0.5, 200: 0.25, 300: 0.25, 500: 0.125, 700: 0.125"),
        pin(
            new Perturb(),
            new Perturb.Parameters(0, Length.steps(1), 3, line(1, 0)),
            "0: 1, 500: 0.5, 1000: 0, 1e9: 0"),
        pin(new Scale(), new Scale.Parameters(-2, line(1, 0)), "0: -2, 500: -1, 1000000000: 0"),
        pin(
            new Product(),
            new Product.Parameters(List.of(line(1, 0), line(0, 4))),
            "0: 0, 500: 1, 250: 0.75, 1000: 0"),
        pin(
            new Clamp(),
            new Clamp.Parameters(0.2, 0.6, line(1, 0)),
            "0: 0.6, 400: 0.6, 500: 0.5, 800: 0.2, 1000: 0.2"),
        pin(
            new Shift(),
            new Shift.Parameters(steps(200), line(1, 0)),
            "0: 1, 200: 1, 600: 0.5, 1000: 0, 1000000000: 0"),
        pin(
            new Staircase(),
            new Staircase.Parameters(steps(250), line(1, 0)),
            "0: 1, 249.9: 1, 250: 0.75, 999: 0.25, 1000: 0, 1000000000: 0"));
  }

  private static Stream<Pin> pins() {
    return Stream.of(decays(), cycles(), combinators()).flatMap(pins -> pins);
  }

  @ParameterizedTest
  @MethodSource("pins")
  void theScheduleHasTheValuesOfItsFormula(Pin pin) {
    Schedule schedule = pin.create();

    for (double[] stepAndValue : pin.stepsAndValues) {
      double step = stepAndValue[0];
      double value = stepAndValue[1];
      double tolerance = pin.tolerance * Math.max(1, Math.abs(value));
      assertEquals(value, schedule.at(step), tolerance, "step " + step);
    }
  }

  @Test
  void everyScheduleIsPinned() {
    Set<String> pinned =
        pins().map(pin -> pin.plugin.name()).collect(Collectors.toCollection(TreeSet::new));
    Registry<SchedulePlugin<?>> schedules = Registry.of(SchedulePlugin.class);
    Set<String> all =
        schedules.all().stream().map(Plugin::name).collect(Collectors.toCollection(TreeSet::new));

    assertEquals(all, pinned);
    assertTrue(all.size() >= 33, "schedules: " + all.size());
  }
}
