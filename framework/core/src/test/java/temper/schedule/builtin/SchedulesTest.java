package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.plugin.Registry;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

class SchedulesTest {

  /** Values printed in, or computed from, the papers on cyclical rates, restarts and snapshots. */
  private static Stream<Arguments> published() {
    Schedule triangular = Schedules.triangular(0.001, 0.006, 2000);
    Schedule triangular2 =
        Schedule.of(
            new Triangular2(),
            new Triangular2.Parameters(0.001, 0.006, Length.steps(2000), Length.steps(2000)),
            Horizon.endless());
    Schedule cosine = Schedules.cosine(0.05, 0, 10);
    Schedule snapshot =
        Schedule.of(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(0.2, 0, Length.percent(20), 1, 1),
            Horizon.ofSteps(100));
    Schedule exponential = Schedules.exponential(1, 0.99994, 1);
    return Stream.of(
        Arguments.of("triangular", triangular, 0, 0.001, 1e-12),
        Arguments.of("triangular", triangular, 1000, 0.0035, 1e-12),
        Arguments.of("triangular", triangular, 2000, 0.006, 1e-12),
        Arguments.of("triangular", triangular, 3000, 0.0035, 1e-12),
        Arguments.of("triangular", triangular, 4000, 0.001, 1e-12),
        Arguments.of("triangular2", triangular2, 6000, 0.0035, 1e-12),
        Arguments.of("triangular2", triangular2, 10000, 0.00225, 1e-12),
        Arguments.of("cosine", cosine, 0, 0.05, 0),
        Arguments.of("cosine", cosine, 5, 0.025, 1e-12),
        Arguments.of("cosine", cosine, 10, 0, 0),
        // The paper counts iterations from 1.
        Arguments.of("snapshot", snapshot, 1 - 1, 0.2, 1e-12),
        Arguments.of("snapshot", snapshot, 11 - 1, 0.1, 1e-12),
        Arguments.of("snapshot", snapshot, 20 - 1, 0.00123, 5e-6),
        Arguments.of("snapshot", snapshot, 21 - 1, 0.2, 1e-12),
        // 0.080453..., which the notes on the paper give cut off.
        Arguments.of("exponential", exponential, 42000, 0.0804, 1e-4));
  }

  @ParameterizedTest
  @MethodSource("published")
  void schedulesHaveTheValuesOfTheirPapers(
      String name, Schedule schedule, double step, double value, double tolerance) {
    assertEquals(value, schedule.at(step), tolerance, name);
  }

  @Test
  void warmRestartsOfThePaperBeginAtTheEpochsThatItNames() {
    Schedule sgdr =
        Schedule.of(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(0.05, 0, Length.epochs(10), 2, 1),
            Horizon.ofEpochs(200, 782));

    for (int epoch : new int[] {10, 30, 70, 150}) {
      assertTrue(sgdr.at(epoch * 782 - 1) < 1e-6, "end of cycle at epoch " + epoch);
      assertEquals(0.05, sgdr.at(epoch * 782));
    }
  }

  @Test
  void factoriesGoThroughThePlugins() {
    assertEquals(0.3, Schedules.constant(0.3).at(7));
    assertEquals(0.25, Schedules.step(1, 0.5, 10).at(20));
    assertEquals(0.5, Schedules.inverseTime(1, 0.1).at(10));
    assertEquals(0.25, Schedules.power(1, 2).at(1));
    assertEquals(1 / StrictMath.log(2), Schedules.logarithmic(1).at(0));
    assertEquals(0.5, Schedules.linear(1, 0, 10).at(5));
    assertEquals(0.25, Schedules.polynomial(1, 0, 2, 10).at(5));
    assertEquals(0.5, Schedules.geometric(1, 0.25, 10).at(5), 1e-15);
    assertEquals(0.25, Schedules.lundyMees(1, 0.25, 10).at(10));
    assertEquals(2, Schedules.piecewise(new double[] {1, 2}, 10).at(10));
    Exception e = assertThrows(IllegalArgumentException.class, () -> Schedules.cosine(1, 0, -1));
    assertTrue(e.getMessage().contains("must be >= 0"), e.getMessage());
    assertEquals(
        "factor must be > 0 and finite, got 0.0",
        assertThrows(IllegalArgumentException.class, () -> Schedules.step(1, 0, 10)).getMessage());
  }

  @Test
  void aBareNumberIsTheConstantSchedule() {
    Registry<SchedulePlugin<?>> schedules = Registry.of(SchedulePlugin.class);

    Choice<SchedulePlugin<?>> choice = Choice.parse(schedules, "1e-3");

    assertEquals(0.001, Schedule.of(choice, Horizon.ofSteps(10)).at(3));
    for (String bad : List.of("NaN", "Infinity", "0,1", "", "10%")) {
      assertThrows(IllegalArgumentException.class, () -> Choice.parse(schedules, bad), bad);
    }
  }

  @Test
  void aMistypedScheduleFindsTheOneThatWasMeant() {
    Registry<SchedulePlugin<?>> schedules = Registry.of(SchedulePlugin.class);

    Exception e = assertThrows(IllegalArgumentException.class, () -> schedules.get("cosin"));

    assertEquals("unknown schedule 'cosin'. Did you mean 'cosine'?", e.getMessage());
    assertEquals("inverse-time", schedules.get("fast").name());
  }

  @Test
  void parametersThatContradictEachOtherAreRefused() {
    Choice<SchedulePlugin<?>> inner = Choice.ofDefaults(new Constant());
    List<Length> falling = List.of(Length.steps(20), Length.steps(10));
    refused(
        "values must be one more than boundaries, got 1 values and 1 boundaries",
        () -> new Piecewise.Parameters(List.of(1.0), List.of(Length.steps(1))));
    refused(
        "parts must be one more",
        () -> new Join.Parameters(List.of(inner), List.of(Length.steps(1))));
    refused("minimum must be <= maximum", () -> new Clamp.Parameters(2, 1, inner));
    refused(
        "'10 steps' does not come after '20 steps'",
        () -> create(new MultiStep(), new MultiStep.Parameters(1, 0.1, falling)));
    refused(
        "restarts must come after 0",
        () -> create(new Restart(), new Restart.Parameters(List.of(Length.steps(0)), inner)));
    refused(
        "join: part 0 has no steps",
        () ->
            create(
                new Join(), new Join.Parameters(List.of(inner, inner), List.of(Length.steps(0)))));
    refused(
        "leaves no room for the fall",
        () ->
            create(
                new OneCycle(),
                new OneCycle.Parameters(
                    1, Length.percent(60), Length.percent(100), 0, 0, Shape.LINEAR, true)));
    refused(
        "do not fit into a run of 100.0 steps",
        () ->
            create(
                new WarmupStableDecay(),
                new WarmupStableDecay.Parameters(
                    1, Length.percent(60), Length.percent(60), Shape.LINEAR, 0, 0)));
    refused(
        "warmup.length must be shorter than the run of 100.0 steps, got 100%",
        () ->
            create(
                new Warmup(),
                new Warmup.Parameters(Length.percent(100), Shape.LINEAR, 0, inner, false)));
    refused(
        "cooldown.length must be shorter",
        () ->
            create(
                new Cooldown(),
                new Cooldown.Parameters(Length.steps(100), Shape.LINEAR, 0, inner)));
    refused(
        "shift.by must be shorter",
        () -> create(new Shift(), new Shift.Parameters(Length.steps(101), inner)));
    refused(
        "makes too many cycles",
        () ->
            Schedule.of(
                new CosineWarmRestarts(),
                new CosineWarmRestarts.Parameters(1, 0, Length.steps(1), 1.0000001, 1),
                Horizon.endless()));
  }

  @Test
  void cyclesOfAnEndlessRunGrowUntilTheClockHasNoSteps() {
    Schedule sgdr =
        Schedule.of(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(1, 0, Length.steps(10), 2, 1),
            Horizon.endless());

    assertEquals(1, sgdr.at(10 * ((1L << 30) - 1)));
    assertEquals(0, sgdr.at(Double.POSITIVE_INFINITY));
  }

  private static <P extends Record> Schedule create(SchedulePlugin<P> plugin, P parameters) {
    return Schedule.of(plugin, parameters, Horizon.ofSteps(100));
  }

  private static void refused(String message, Executable call) {
    Exception e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
