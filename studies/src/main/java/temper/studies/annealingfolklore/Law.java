package temper.studies.annealingfolklore;

import java.util.List;
import temper.plugin.Choice;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.Cosine;
import temper.schedule.builtin.CosineWarmRestarts;
import temper.schedule.builtin.Exponential;
import temper.schedule.builtin.Geometric;
import temper.schedule.builtin.InverseSquareRoot;
import temper.schedule.builtin.Linear;
import temper.schedule.builtin.MultiStep;
import temper.schedule.builtin.OneCycle;
import temper.schedule.builtin.ReduceOnPlateau;
import temper.schedule.builtin.Triangular;
import temper.schedule.builtin.Warmup;
import temper.schedule.builtin.WarmupStableDecay;

/**
 * The schedules that are compared, each with one base rate and at most one number of its own.
 *
 * <p>A law is named in parameters by its label, so that tables are short and read well.
 */
enum Law {
  /** The base rate throughout. */
  CONSTANT("constant") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(new Constant(), new Constant.Parameters(rate));
    }
  },
  /** The base rate over the square root of one plus the time in units of {@code shape} steps. */
  INVERSE_SQUARE_ROOT("inverse-square-root") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new InverseSquareRoot(),
          new InverseSquareRoot.Parameters(rate, Length.steps(Math.max(1, shape))));
    }
  },
  /** A hundredth of the base rate at the end, by equal factors. */
  EXPONENTIAL("exponential") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new Geometric(), new Geometric.Parameters(rate, 0.01 * rate, Length.percent(100)));
    }
  },
  /** The base rate times {@code shape} to the power of the epoch. */
  EXPONENTIAL_PER_EPOCH("exponential-per-epoch") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new Exponential(), new Exponential.Parameters(rate, shape, Length.epochs(1)));
    }
  },
  /** A tenth at half of the run and a hundredth at three quarters. */
  STEP("step") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new MultiStep(),
          new MultiStep.Parameters(rate, 0.1, List.of(Length.percent(50), Length.percent(75))));
    }
  },
  /** A straight line to zero. */
  LINEAR("linear") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(new Linear(), new Linear.Parameters(rate, 0, Length.percent(100)));
    }
  },
  /** Half a period of a cosine to zero. */
  COSINE("cosine") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(new Cosine(), new Cosine.Parameters(rate, 0, Length.percent(100), 1));
    }
  },
  /** Constant, then a straight line to zero in the last fifth of the run. */
  STABLE_DECAY("stable-decay") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new WarmupStableDecay(),
          new WarmupStableDecay.Parameters(
              rate, Length.steps(0), Length.percent(20), Shape.LINEAR, 0, 0));
    }
  },
  /** Up from a 25th in the first 30 % of the run, then down to nearly zero. */
  ONE_CYCLE("one-cycle") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new OneCycle(),
          new OneCycle.Parameters(
              rate, Length.percent(30), Length.percent(100), 1 / 25.0, 1e-5, Shape.COSINE, false));
    }
  },
  /** Two cycles up from a quarter of the base rate and down to it. */
  TRIANGULAR("triangular") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new Triangular(),
          new Triangular.Parameters(0.25 * rate, rate, Length.percent(25), Length.percent(25)));
    }
  },
  /** Half a period of a cosine to zero, {@code shape} times. */
  WARM_RESTARTS("warm-restarts") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new CosineWarmRestarts(),
          new CosineWarmRestarts.Parameters(rate, 0, Length.percent(100 / shape), 1, 1));
    }
  },
  /** Up in a straight line in the first {@code shape} of the run, then the base rate. */
  WARM_UP("warm-up") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      Choice<SchedulePlugin<?>> constant =
          new Choice<>(new Constant(), new Constant.Parameters(rate));
      return new Choice<>(
          new Warmup(),
          new Warmup.Parameters(Length.percent(100 * shape), Shape.LINEAR, 0.01, constant, false));
    }
  },
  /** A tenth whenever the validation loss has not improved in {@code shape} epochs. */
  PLATEAU("reduce-on-plateau") {
    @Override
    Choice<ControlPlugin<?>> of(double rate, double shape) {
      return new Choice<>(
          new ReduceOnPlateau(),
          new ReduceOnPlateau.Parameters(
              rate, "minimize", 0.1, (int) shape, 1e-4, true, 0, 0, 1e-8));
    }
  };

  private final String label;

  Law(String label) {
    this.label = label;
  }

  /**
   * The law of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Law named(String label) {
    for (Law law : values()) {
      if (law.label.equals(label)) {
        return law;
      }
    }
    throw new IllegalArgumentException(
        "law must be one of " + List.of(values()) + ", got '" + label + "'");
  }

  /** The law as a user could choose it in a file. */
  abstract Choice<ControlPlugin<?>> of(double rate, double shape);

  String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
