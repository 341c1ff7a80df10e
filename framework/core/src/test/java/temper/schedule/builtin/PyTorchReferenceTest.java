package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * Our schedules against PyTorch's own values: {@code pytorch-reference.csv}, made by the script
 * beside it. Each case is the translation of one of PyTorch's conventions into ours.
 *
 * <p>PyTorch computes most rates by recurrences whose rounding errors accumulate over the 120 steps
 * of a case, and the position in a cycle as {@code 1 + step / length - cycle}, which loses digits:
 * differences up to 1e-14 of the largest value are its own, as the formulas show.
 */
class PyTorchReferenceTest {

  /** Of the largest value of a case. */
  private static final double DRIFT = 1e-14;

  /** Longer than any case, so that what a run does at its end plays no part. */
  private static final Horizon RUN = Horizon.ofSteps(1000);

  private static final Map<String, double[]> REFERENCE = read();

  /** A row of the reference, up to which step it is to agree, and with what. */
  private record Case(String row, int last, Schedule ours) {
    @Override
    public String toString() {
      return row;
    }
  }

  private static Map<String, double[]> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PyTorchReferenceTest.class.getResourceAsStream(
                        "/temper/schedule/pytorch-reference.csv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .collect(
              Collectors.toMap(
                  cells -> cells[0],
                  cells -> Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray(),
                  (a, b) -> a,
                  LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case whole(String row, SchedulePlugin<?> plugin, Record parameters) {
    return new Case(row, 120, Schedule.of(choice(plugin, parameters), RUN));
  }

  private static Choice<SchedulePlugin<?>> choice(SchedulePlugin<?> plugin, Record parameters) {
    return new Choice<>(plugin, parameters);
  }

  private static Choice<SchedulePlugin<?>> constant(double value) {
    return choice(new Constant(), new Constant.Parameters(value));
  }

  private static Length steps(double n) {
    return Length.steps(n);
  }

  private static Stream<Case> decays() {
    return Stream.of(
        // A constant part of the rate and then the whole: our constant warm-up.
        whole(
            "constant",
            new Warmup(),
            new Warmup.Parameters(steps(7), Shape.CONSTANT, 0.25, constant(0.3), false)),
        whole("step", new Step(), new Step.Parameters(0.3, 0.7, steps(13))),
        whole(
            "multi-step",
            new MultiStep(),
            new MultiStep.Parameters(
                0.3, 0.3, List.of(steps(10), steps(11), steps(60), steps(115)))),
        whole("exponential", new Exponential(), new Exponential.Parameters(0.3, 0.97, steps(1))),
        // Factors of the base rate become values.
        whole("linear", new Linear(), new Linear.Parameters(0.1 * 0.3, 0.9 * 0.3, steps(40))),
        whole("linear-defaults", new Linear(), new Linear.Parameters(0.1, 0.3, steps(5))),
        whole(
            "polynomial",
            new Polynomial(),
            new Polynomial.Parameters(0.3, 0, steps(100), 2.5, false)),
        whole("polynomial-linear", new Linear(), new Linear.Parameters(0.3, 0, steps(100))),
        // After its end PyTorch climbs again, ours stays: they agree until there.
        new Case(
            "cosine",
            50,
            Schedule.of(choice(new Cosine(), new Cosine.Parameters(0.3, 0.01, steps(50), 1)), RUN)),
        whole(
            "warm-restarts",
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(0.3, 0.01, steps(30), 1, 1)),
        whole(
            "warm-restarts-doubling",
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(0.3, 0, steps(11), 2, 1)),
        // The first scheduler's factor is that of the rate in which the second begins.
        whole(
            "sequential",
            new Warmup(),
            new Warmup.Parameters(
                steps(20),
                Shape.LINEAR,
                0.1,
                choice(new Cosine(), new Cosine.Parameters(0.3, 0, steps(100), 1)),
                false)),
        whole(
            "sequential-exponential",
            new Join(),
            new Join.Parameters(
                List.of(
                    constant(0.03),
                    choice(new Exponential(), new Exponential.Parameters(0.3, 0.9, steps(1)))),
                List.of(steps(20)))));
  }

  private static Stream<Case> cycles() {
    return Stream.of(
        whole(
            "cyclic-triangular",
            new Triangular(),
            new Triangular.Parameters(0.1, 0.7, steps(9), steps(16))),
        // The momentum runs against the rate: its cycle starts at the upper bound.
        whole(
            "cyclic-triangular-momentum",
            new Triangular(),
            new Triangular.Parameters(0.9, 0.8, steps(9), steps(16))),
        whole(
            "cyclic-triangular2",
            new Triangular2(),
            new Triangular2.Parameters(0.1, 0.7, steps(9), steps(16))),
        whole(
            "cyclic-triangular2-momentum",
            new Triangular2(),
            new Triangular2.Parameters(0.9, 0.8, steps(9), steps(16))),
        whole(
            "cyclic-exp_range",
            new ExponentialRange(),
            new ExponentialRange.Parameters(
                0.1, 0.7, steps(9), steps(16), 0.98, ExponentialRange.Mode.AMPLITUDE)),
        whole(
            "cyclic-exp_range-momentum",
            new ExponentialRange(),
            new ExponentialRange.Parameters(
                0.9, 0.8, steps(9), steps(16), 0.98, ExponentialRange.Mode.AMPLITUDE)),
        // scale_mode cycle is the amplitude of repeat, scale_mode iterations that of exp-range.
        whole(
            "cyclic-scale-by-cycle",
            new Repeat(),
            new Repeat.Parameters(
                steps(20),
                1,
                0.8,
                choice(new Triangular(), new Triangular.Parameters(0, 0.7, steps(10), steps(10))))),
        whole(
            "cyclic-scale-by-iteration",
            new ExponentialRange(),
            new ExponentialRange.Parameters(
                0.1,
                0.7,
                steps(10),
                steps(10),
                Math.pow(0.5, 1 / 20.0),
                ExponentialRange.Mode.AMPLITUDE)));
  }

  /**
   * OneCycleLR of 121 steps ends at step 120, and its phases end one step, with three phases two
   * steps before the fractions say; its final factor divides the first value, not the peak.
   */
  private static Stream<Case> oneCycles() {
    Length rise = steps(0.3 * 121 - 1);
    Length length = steps(120);
    return Stream.of(Shape.COSINE, Shape.LINEAR)
        .flatMap(
            shape ->
                Stream.of(false, true)
                    .flatMap(
                        three -> {
                          String row =
                              "one-cycle-"
                                  + (shape == Shape.COSINE ? "cos" : "linear")
                                  + (three ? "-3" : "-2");
                          return Stream.of(
                              whole(
                                  row,
                                  new OneCycle(),
                                  new OneCycle.Parameters(
                                      0.8, rise, length, 1 / 20.0, 1 / 1000.0, shape, three)),
                              whole(
                                  row + "-momentum",
                                  new OneCycleMomentum(),
                                  new OneCycleMomentum.Parameters(
                                      0.95, 0.85, rise, length, shape, three)));
                        }));
  }

  private static Stream<Case> cases() {
    return Stream.of(decays(), cycles(), oneCycles()).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theValuesArePyTorchs(Case c) {
    double[] reference = REFERENCE.get(c.row);
    double scale = Arrays.stream(reference).max().orElseThrow();

    for (int step = 0; step <= c.last; step++) {
      assertEquals(reference[step], c.ours.at(step), DRIFT * scale, "step " + step);
    }
  }

  @Test
  void everyRowIsCompared() {
    TreeSet<String> compared =
        cases().map(Case::row).collect(Collectors.toCollection(TreeSet::new));
    plateaus().map(PlateauCase::row).forEach(compared::add);
    compared.add("plateau-measurements");

    assertEquals(new TreeSet<>(REFERENCE.keySet()), compared);
  }

  @Test
  void afterItsEndPyTorchsCosineClimbsAndOursStays() {
    double[] reference = REFERENCE.get("cosine");
    Schedule ours = Schedules.cosine(0.3, 0.01, 50);

    assertEquals(0.3, reference[100], DRIFT);
    assertEquals(0.01, ours.at(100));
  }

  private record PlateauCase(String row, ReduceOnPlateau.Parameters parameters) {
    @Override
    public String toString() {
      return row;
    }
  }

  private static Stream<PlateauCase> plateaus() {
    return Stream.of(
        new PlateauCase(
            "plateau",
            new ReduceOnPlateau.Parameters(0.3, "minimize", 0.1, 4, 1e-4, true, 0, 0, 1e-8)),
        new PlateauCase(
            "plateau-cooldown",
            new ReduceOnPlateau.Parameters(0.3, "minimize", 0.5, 1, 0.05, true, 5, 0.01, 1e-8)),
        new PlateauCase(
            "plateau-absolute",
            new ReduceOnPlateau.Parameters(0.3, "minimize", 0.3, 2, 0.2, false, 0, 0, 1e-8)),
        new PlateauCase(
            "plateau-max",
            new ReduceOnPlateau.Parameters(0.3, "maximize", 0.5, 3, 0.1, true, 0, 0, 1e-8)),
        new PlateauCase(
            "plateau-smallest",
            new ReduceOnPlateau.Parameters(0.3, "minimize", 0.5, 0, 1e-4, true, 1, 0, 0.01)));
  }

  /** The same products in the same order: equal to the bit. */
  @ParameterizedTest
  @MethodSource("plateaus")
  void theControllersValuesArePyTorchs(PlateauCase c) {
    double[] measurements = REFERENCE.get("plateau-measurements");
    double[] reference = REFERENCE.get(c.row);
    Controller ours = new ReduceOnPlateau().create(c.parameters, RUN);

    for (int step = 0; step < measurements.length; step++) {
      assertEquals(reference[step], ours.value(), "step " + step);
      ours.observe(measurements[step]);
    }

    assertEquals(reference[measurements.length], ours.value());
    assertTrue(ours.value() < 0.3, "the case reduces");
  }
}
