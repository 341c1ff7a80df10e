package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import temper.numerics.StableMath;
import temper.plugin.Choice;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Exponential;
import temper.schedule.builtin.ExponentialRange;
import temper.schedule.builtin.Join;
import temper.schedule.builtin.Linear;
import temper.schedule.builtin.MultiStep;
import temper.schedule.builtin.Product;
import temper.schedule.builtin.Triangular2;

/**
 * A rate policy of the paper's CIFAR-10 experiments, or one that we put beside them, in the paper's
 * iterations of 100 images.
 *
 * <p>A reduced run divides all iterations by {@code shrink}: decay per iteration is then taken to
 * that power, so that the course of the rate over the run is the same.
 */
enum Policy {
  /** Caffe's own: constant, a tenth from 60,000 and a hundredth from 65,000 on. */
  FIXED("fixed", 70_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.drops(0.001, 60_000, 65_000);
    }
  },
  /** Three stages of cycles that halve, each stage at a tenth of the rates before. */
  TRIANGULAR2("triangular2", 25_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      List<Choice<SchedulePlugin<?>>> parts = new ArrayList<>();
      List<Length> boundaries = new ArrayList<>();
      for (Stage stage : STAGES) {
        Length half = clock.length(stage.halfCycle());
        parts.add(
            clock.choice(
                new Triangular2(),
                new Triangular2.Parameters(
                    clock.scaled(stage.base()), clock.scaled(5 * stage.base()), half, half)));
        boundaries.add(clock.length(stage.end()));
      }
      boundaries.remove(boundaries.size() - 1);
      return clock.choice(new Join(), new Join.Parameters(parts, boundaries));
    }
  },
  /** From the upper bound to the lower in one step size, then constant. */
  DECAY("decay", 25_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.decay();
    }
  },
  /** The decay with the two drops that the triangular policy has. Not in the paper. */
  DECAY_DROPS("decay-drops", 25_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.choice(
          new Product(),
          new Product.Parameters(
              List.of(
                  clock.decay(),
                  clock.choice(
                      new MultiStep(),
                      new MultiStep.Parameters(1, 0.1, clock.lengths(16_000, 22_000))))));
    }
  },
  /** A constant in the middle of the range with the same two drops. Not in the paper. */
  FIXED_DROPS("fixed-drops", 25_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.drops(0.003, 16_000, 22_000);
    }
  },
  /** Exponential decay from the upper bound. */
  EXPONENTIAL("exponential", 70_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.choice(
          new Exponential(),
          new Exponential.Parameters(clock.scaled(PEAK), GAMMA, clock.length(1)));
    }
  },
  /** Cycles of which both bounds decay, as the paper's text says. */
  RANGE_BOUNDS("range-bounds", 42_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.range(ExponentialRange.Mode.BOUNDS);
    }
  },
  /** Cycles of which the amplitude decays, as common implementations have it. */
  RANGE_AMPLITUDE("range-amplitude", 42_000) {
    @Override
    Choice<SchedulePlugin<?>> rate(Clock clock) {
      return clock.range(ExponentialRange.Mode.AMPLITUDE);
    }
  };

  /** Lower bound of the cycles. */
  static final double BASE = 0.001;

  /** Upper bound of the cycles. */
  static final double PEAK = 0.006;

  private static final double GAMMA = 0.99994;
  private static final double HALF_CYCLE = 2000;

  /** The stages of the triangular policy. */
  static final List<Stage> STAGES =
      List.of(
          new Stage(0, 16_000, 2000, 1e-3),
          new Stage(16_000, 22_000, 1000, 1e-4),
          new Stage(22_000, 25_000, 500, 1e-5));

  private final String label;
  private final double iterations;

  Policy(String label, double iterations) {
    this.label = label;
    this.iterations = iterations;
  }

  /**
   * A stretch of cycles between the same bounds.
   *
   * @param start the paper's iteration at which it begins
   * @param end the paper's iteration at which it ends
   * @param halfCycle iterations of a rise and of a fall: the step size
   * @param base lower bound; the upper one is five times as large
   */
  record Stage(double start, double end, double halfCycle, double base) {

    /** Iterations at which cycles end. */
    double[] ends() {
      return IntStream.rangeClosed(1, cycles())
          .mapToDouble(i -> start + 2 * halfCycle * i)
          .toArray();
    }

    /** Iterations at which cycles are at their upper bound. */
    double[] peaks() {
      return IntStream.range(0, cycles())
          .mapToDouble(i -> start + halfCycle * (2 * i + 1))
          .toArray();
    }

    private int cycles() {
      return (int) Math.rint((end - start) / (2 * halfCycle));
    }
  }

  /** The policy of a name. */
  static Policy of(String label) {
    for (Policy policy : values()) {
      if (policy.label.equals(label)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("no policy '" + label + "'");
  }

  /** The name in tables. */
  String label() {
    return label;
  }

  /** Iterations of a run that is shrunk. */
  long iterations(double shrink) {
    return Math.max(1, Math.round(iterations / shrink));
  }

  /** The rate of a run that is shrunk, with all rates multiplied by a factor. */
  Choice<ControlPlugin<?>> rate(double shrink, double factor) {
    Choice<SchedulePlugin<?>> rate = rate(new Clock(shrink, factor));
    return new Choice<>(rate.plugin(), rate.parameters());
  }

  abstract Choice<SchedulePlugin<?>> rate(Clock clock);

  /** Time and rates of a run in the paper's units. */
  record Clock(double shrink, double factor) {

    Length length(double iterations) {
      return Length.steps(iterations / shrink);
    }

    List<Length> lengths(double... iterations) {
      return java.util.Arrays.stream(iterations).mapToObj(this::length).toList();
    }

    double scaled(double rate) {
      return factor * rate;
    }

    Choice<SchedulePlugin<?>> choice(SchedulePlugin<?> plugin, Record parameters) {
      return new Choice<>(plugin, parameters);
    }

    Choice<SchedulePlugin<?>> drops(double initial, double... at) {
      return choice(new MultiStep(), new MultiStep.Parameters(scaled(initial), 0.1, lengths(at)));
    }

    Choice<SchedulePlugin<?>> decay() {
      return choice(new Linear(), new Linear.Parameters(scaled(0.007), scaled(BASE), length(4000)));
    }

    Choice<SchedulePlugin<?>> range(ExponentialRange.Mode mode) {
      return choice(
          new ExponentialRange(),
          new ExponentialRange.Parameters(
              scaled(BASE),
              scaled(PEAK),
              length(HALF_CYCLE),
              length(HALF_CYCLE),
              StableMath.pow(GAMMA, shrink),
              mode));
    }
  }
}
