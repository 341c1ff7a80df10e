package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * Our schedules against the formulas that optax, Keras and Hugging Face's transformers document,
 * written down here a second time: not values that those libraries computed. Each case is the
 * translation of one of their conventions into ours.
 */
class PublishedFormulasTest {

  /** Of values of the size of 1; both sides round, and powers and cosines differ by an ulp. */
  private static final double ROUNDING = 2e-15;

  private static final Horizon RUN = Horizon.ofSteps(200);

  /** A formula in whole steps and what equals it up to a step. */
  private record Case(String name, int last, DoubleUnaryOperator formula, Schedule ours) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Choice<SchedulePlugin<?>> choice(SchedulePlugin<?> plugin, Record parameters) {
    return new Choice<>(plugin, parameters);
  }

  private static Case of(
      String name, DoubleUnaryOperator formula, SchedulePlugin<?> plugin, Record parameters) {
    return new Case(name, 200, formula, Schedule.of(choice(plugin, parameters), RUN));
  }

  private static Choice<SchedulePlugin<?>> line(double from, double to) {
    return choice(new Linear(), new Linear.Parameters(from, to, Length.percent(100)));
  }

  private static Length steps(double n) {
    return Length.steps(n);
  }

  private static double cosine(double z) {
    return 0.5 * (1 + Math.cos(Math.PI * z));
  }

  private static Stream<Case> optax() {
    Choice<SchedulePlugin<?>> exponential =
        choice(new Exponential(), new Exponential.Parameters(0.8, 0.6, steps(25)));
    return Stream.of(
        of(
            "cosine_decay_schedule(0.8, 150, alpha=0.1, exponent=1.5)",
            t -> 0.8 * ((1 - 0.1) * Math.pow(cosine(Math.min(t, 150) / 150), 1.5) + 0.1),
            new Cosine(),
            new Cosine.Parameters(0.8, 0.08, steps(150), 1.5)),
        of(
            "exponential_decay(0.8, 25, 0.6, transition_begin=30, end_value=0.05)",
            t -> Math.max(t <= 30 ? 0.8 : 0.8 * Math.pow(0.6, (t - 30) / 25), 0.05),
            new Clamp(),
            new Clamp.Parameters(
                0.05, 1, choice(new Shift(), new Shift.Parameters(steps(30), exponential)))),
        of(
            "exponential_decay(0.8, 25, 0.6, transition_begin=30, staircase=True)",
            t -> t <= 30 ? 0.8 : 0.8 * Math.pow(0.6, Math.floor((t - 30) / 25)),
            new Shift(),
            new Shift.Parameters(
                steps(30),
                choice(new Staircase(), new Staircase.Parameters(steps(25), exponential)))),
        of(
            "exponential_decay(0.01, 25, 1.7, end_value=0.3)",
            t -> Math.min(0.01 * Math.pow(1.7, t / 25), 0.3),
            new Clamp(),
            new Clamp.Parameters(
                0,
                0.3,
                choice(new Exponential(), new Exponential.Parameters(0.01, 1.7, steps(25))))),
        of(
            "polynomial_schedule(0.8, 0.2, 3, transition_steps=90, transition_begin=20)",
            t -> (0.8 - 0.2) * Math.pow(1 - Math.min(Math.max(t - 20, 0), 90) / 90, 3) + 0.2,
            new Shift(),
            new Shift.Parameters(
                steps(20),
                choice(
                    new Polynomial(), new Polynomial.Parameters(0.8, 0.2, steps(90), 3, false)))),
        of(
            "piecewise_constant_schedule(1, {50: 0.5, 120: 0.1})",
            t -> 1 * (t >= 50 ? 0.5 : 1) * (t >= 120 ? 0.1 : 1),
            new Piecewise(),
            new Piecewise.Parameters(List.of(1.0, 0.5, 0.05), List.of(steps(50), steps(120)))),
        of(
            "warmup_cosine_decay_schedule(0.1, 0.8, 40, 160, end_value=0.2)",
            t ->
                t < 40
                    ? 0.1 + t / 40 * (0.8 - 0.1)
                    : 0.8 * ((1 - 0.25) * cosine(Math.min(t - 40, 120) / 120) + 0.25),
            new Warmup(),
            new Warmup.Parameters(
                steps(40),
                Shape.LINEAR,
                0.125,
                choice(new Cosine(), new Cosine.Parameters(0.8, 0.2, steps(120), 1)),
                false)),
        of(
            "sgdr_schedule of cycles of 50 and 150 steps that warm up for 10",
            t -> {
              double peak = t < 50 ? 0.8 : 0.4;
              double local = t < 50 ? t : t - 50;
              double length = t < 50 ? 50 : 150;
              return local < 10 ? local / 10 * peak : peak * cosine((local - 10) / (length - 10));
            },
            new Join(),
            new Join.Parameters(List.of(warmCycle(0.8), warmCycle(0.4)), List.of(steps(50)))),
        of(
            "linear_onecycle_schedule(200, 0.8)",
            t ->
                t < 60
                    ? 0.032 + (0.8 - 0.032) * t / 60
                    : t < 170
                        ? 0.8 + (0.032 - 0.8) * (t - 60) / 110
                        : 0.032 + (0.032 / 1e4 - 0.032) * (t - 170) / 30,
            new Join(),
            new Join.Parameters(
                List.of(line(0.032, 0.8), line(0.8, 0.032), line(0.032, 0.032 / 1e4)),
                List.of(steps(60), steps(170)))),
        of(
            "linear_onecycle_schedule(200, 0.8, pct_final=0.6), whose flanks are equal",
            t ->
                t < 60
                    ? 0.032 + (0.8 - 0.032) * t / 60
                    : t < 120
                        ? 0.8 + (0.032 - 0.8) * (t - 60) / 60
                        : 0.032 + (0.032 / 1e4 - 0.032) * (t - 120) / 80,
            new OneCycle(),
            new OneCycle.Parameters(
                0.8, steps(60), steps(200), 1 / 25.0, 1 / 25e4, Shape.LINEAR, true)),
        of(
            "cosine_onecycle_schedule(200, 0.8)",
            t ->
                t < 60
                    ? 0.8 + (0.032 - 0.8) * cosine(t / 60)
                    : 0.032 / 1e4 + (0.8 - 0.032 / 1e4) * cosine((t - 60) / 140),
            new OneCycle(),
            new OneCycle.Parameters(
                0.8, steps(60), steps(200), 1 / 25.0, 1 / 25e4, Shape.COSINE, false)));
  }

  private static Choice<SchedulePlugin<?>> warmCycle(double peak) {
    return choice(
        new Warmup(),
        new Warmup.Parameters(
            steps(10),
            Shape.LINEAR,
            0,
            choice(new Cosine(), new Cosine.Parameters(peak, 0, Length.percent(100), 1)),
            false));
  }

  private static Stream<Case> keras() {
    InverseTime.Parameters inverse = new InverseTime.Parameters(0.8, 0.5, steps(30));
    Horizon openEnd = Horizon.ofSteps(1000);
    return Stream.of(
        of(
            "ExponentialDecay(0.8, 25, 0.6, staircase=True)",
            t -> 0.8 * Math.pow(0.6, Math.floor(t / 25)),
            new Step(),
            new Step.Parameters(0.8, 0.6, steps(25))),
        of(
            "InverseTimeDecay(0.8, 30, 0.5)",
            t -> 0.8 / (1 + 0.5 * t / 30),
            new InverseTime(),
            inverse),
        of(
            "InverseTimeDecay(0.8, 30, 0.5, staircase=True)",
            t -> 0.8 / (1 + 0.5 * Math.floor(t / 30)),
            new Staircase(),
            new Staircase.Parameters(steps(30), choice(new InverseTime(), inverse))),
        // Keras' boundary is the last step of the old value, ours the first of the new.
        of(
            "PiecewiseConstantDecay([50, 120], [1, 0.5, 0.1])",
            t -> t <= 50 ? 1 : t <= 120 ? 0.5 : 0.1,
            new Piecewise(),
            new Piecewise.Parameters(
                List.of(1.0, 0.5, 0.1), List.of(steps(50 + 1), steps(120 + 1)))),
        of(
            "PolynomialDecay(0.8, 90, 0.2, power=0.5)",
            t -> (0.8 - 0.2) * Math.pow(1 - Math.min(t, 90) / 90, 0.5) + 0.2,
            new Polynomial(),
            new Polynomial.Parameters(0.8, 0.2, steps(90), 0.5, false)),
        of(
            "CosineDecay(0.1, 120, alpha=0.25, warmup_target=0.8, warmup_steps=40)",
            t ->
                t < 40
                    ? 0.1 + (0.8 - 0.1) * t / 40
                    : 0.8 * ((1 - 0.25) * cosine(Math.min(t - 40, 120) / 120) + 0.25),
            new Warmup(),
            new Warmup.Parameters(
                steps(40),
                Shape.LINEAR,
                0.125,
                choice(new Cosine(), new Cosine.Parameters(0.8, 0.2, steps(120), 1)),
                false)),
        new Case(
            "CosineDecayRestarts(0.8, 20, t_mul=2, m_mul=0.7, alpha=0.1)",
            200,
            t -> kerasRestarts(t, 20, 2, 0.7),
            restarts(20, 2, 0.7, openEnd)),
        new Case(
            "CosineDecayRestarts(0.8, 20, t_mul=1, m_mul=0.7, alpha=0.1)",
            200,
            t -> kerasRestarts(t, 20, 1, 0.7),
            restarts(20, 1, 0.7, openEnd)),
        // 8 + 12 + 18 + 27; Keras' next cycle has 40.5 steps, ours 40.
        new Case(
            "CosineDecayRestarts(0.8, 8, t_mul=1.5, m_mul=1, alpha=0.1)",
            64,
            t -> kerasRestarts(t, 8, 1.5, 1),
            restarts(8, 1.5, 1, openEnd)));
  }

  private static Schedule restarts(
      double period, double growth, double amplitude, Horizon horizon) {
    return Schedule.of(
        new CosineWarmRestarts(),
        new CosineWarmRestarts.Parameters(0.8, 0.08, steps(period), growth, amplitude),
        horizon);
  }

  /**
   * Keras finds the cycle by a logarithm; a sum of lengths is the same without its rounding at the
   * beginnings of cycles.
   */
  private static double kerasRestarts(double t, double first, double growth, double amplitude) {
    double start = 0;
    double length = first;
    double height = 1;
    while (t >= start + length) {
      start += length;
      length *= growth;
      height *= amplitude;
    }
    return 0.8 * ((1 - 0.1) * height * cosine((t - start) / length) + 0.1);
  }

  private static Stream<Case> huggingFace() {
    return Stream.of(Shape.LINEAR, Shape.COSINE, Shape.ONE_MINUS_SQUARE_ROOT)
        .map(
            shape ->
                of(
                    "get_wsd_schedule(30, 60, 200, decay_type=" + shape + ", min_lr_ratio=0.1)",
                    t -> 0.8 * warmupStableDecay(t, shape),
                    new WarmupStableDecay(),
                    new WarmupStableDecay.Parameters(0.8, steps(30), steps(60), shape, 0.1, 0.1)));
  }

  private static double warmupStableDecay(double t, Shape shape) {
    double z = (t - 140) / 60;
    double factor =
        t < 30
            ? t / 30
            : t < 140
                ? 1
                : switch (shape) {
                  case LINEAR -> 1 - z;
                  case COSINE -> cosine(z);
                  default -> 1 - Math.sqrt(z);
                };
    return factor * (1 - 0.1) + 0.1;
  }

  private static Stream<Case> moreOfHuggingFace() {
    Choice<SchedulePlugin<?>> constant = choice(new Constant(), new Constant.Parameters(0.8));
    return Stream.of(
        of(
            "get_wsd_schedule with warmup_type=cosine",
            t -> 0.8 * (t < 30 ? 0.5 * (1 - Math.cos(Math.PI * t / 30)) : 1),
            new Warmup(),
            new Warmup.Parameters(steps(30), Shape.COSINE, 0, constant, false)),
        of(
            "get_wsd_schedule with warmup_type=1-sqrt",
            t -> 0.8 * (t < 30 ? 1 - Math.sqrt(1 - t / 30) : 1),
            new Warmup(),
            new Warmup.Parameters(steps(30), Shape.ONE_MINUS_SQUARE_ROOT, 0, constant, false)),
        of(
            "get_inverse_sqrt_schedule(30, timescale=50)",
            t -> 0.8 * (t < 30 ? t / 30 : 1 / Math.sqrt((t + (50 - 30)) / 50)),
            new Warmup(),
            new Warmup.Parameters(
                steps(30),
                Shape.LINEAR,
                0,
                choice(new InverseSquareRoot(), new InverseSquareRoot.Parameters(0.8, steps(50))),
                false)),
        of(
            "get_polynomial_decay_schedule_with_warmup(30, 180, lr_end=0.08, power=2)",
            t ->
                t < 30
                    ? 0.8 * t / 30
                    : t > 180 ? 0.08 : (0.8 - 0.08) * Math.pow(1 - (t - 30) / 150, 2) + 0.08,
            new Warmup(),
            new Warmup.Parameters(
                steps(30),
                Shape.LINEAR,
                0,
                choice(
                    new Polynomial(), new Polynomial.Parameters(0.8, 0.08, steps(150), 2, false)),
                false)),
        of(
            "get_cosine_with_hard_restarts_schedule_with_warmup(40, 200, num_cycles=4)",
            t -> t < 40 ? 0.8 * t / 40 : t >= 200 ? 0 : 0.8 * cosine(4 * ((t - 40) / 160) % 1),
            new Warmup(),
            new Warmup.Parameters(
                steps(40),
                Shape.LINEAR,
                0,
                choice(
                    new CosineWarmRestarts(),
                    new CosineWarmRestarts.Parameters(0.8, 0, Length.percent(25), 1, 1)),
                false)),
        // llm.c and the variants with a rate for the first step: (step + 1) / n.
        of(
            "a first step of 1/n",
            t -> t < 30 ? 0.8 * (t + 1) / 30 : 0.8,
            new Warmup(),
            Warmup.Parameters.firstStepNonZero(30, constant)));
  }

  private static Stream<Case> cases() {
    return Stream.of(optax(), keras(), huggingFace(), moreOfHuggingFace()).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFormulaIsOurs(Case c) {
    for (int step = 0; step <= c.last; step++) {
      assertEquals(c.formula.applyAsDouble(step), c.ours.at(step), ROUNDING, "step " + step);
    }
  }

  /** Keras keeps the end value at a multiple of the length for one step, ours has gone on. */
  @Test
  void aCyclicPolynomialIsKerasButForTheMultiplesOfItsLength() {
    Schedule ours =
        Schedule.of(new Polynomial(), new Polynomial.Parameters(0.8, 0.2, steps(30), 2, true), RUN);

    for (int step = 0; step <= 200; step++) {
      double whole = 30 * Math.max(1, Math.ceil(step / 30.0));
      double keras = (0.8 - 0.2) * Math.pow(1 - step / whole, 2) + 0.2;
      if (step % 30 != 0 || step == 0) {
        assertEquals(keras, ours.at(step), ROUNDING, "step " + step);
      } else {
        assertEquals(0.2, keras, ROUNDING);
        assertNotEquals(0.2, ours.at(step), 0.01, "step " + step);
      }
    }
  }
}
