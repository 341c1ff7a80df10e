package temper.studies.warmrestarts;

import java.util.List;
import temper.plugin.Choice;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.Shape;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.Cosine;
import temper.schedule.builtin.CosineWarmRestarts;
import temper.schedule.builtin.Linear;
import temper.schedule.builtin.MultiStep;
import temper.schedule.builtin.WarmupStableDecay;

/**
 * The learning rates of runs that are compared at one budget. The papers' lengths are parts of the
 * budget: 70 units, of which the cycles of SGDR take 10, 20, 40 or 1, 2, 4, 8, 16, 32.
 */
enum Arm {
  /** One cosine over the whole budget. */
  COSINE("cosine", "one cosine cycle", 0),
  /** Cosine cycles of 10, 20 and 40 units. */
  LONG_RESTARTS("restarts-10-2", "restarts, T0 = 10, Tmult = 2", 10),
  /** Cosine cycles of 1, 2, 4 ... 32 units, and 7 units of a seventh cycle. */
  SHORT_RESTARTS("restarts-1-2", "restarts, T0 = 1, Tmult = 2", 1),
  /** A fifth of the rate from 30 %, 60 % and 80 % on, as the authors' default. */
  STEP("step", "step decay", 0),
  /** A straight line to 0. */
  LINEAR("linear", "linear decay", 0),
  /** A constant rate, in the last fifth a straight line to 0. */
  COOLDOWN("cooldown", "constant, linear cooldown", 0),
  /** A constant rate, whose parameters are averaged over the last quarter (SWA). */
  AVERAGED("averaged", "constant, averaged (SWA)", 0);

  /** Units of a budget. */
  static final int UNITS = 70;

  /** Share of the budget after which parameters are averaged. */
  static final double AVERAGED_FROM = 75;

  private static final double GROWTH = 2;

  private final String key;
  private final String label;
  private final int first;

  Arm(String key, String label, int first) {
    this.key = key;
    this.label = label;
    this.first = first;
  }

  static Arm of(String key) {
    for (Arm arm : values()) {
      if (arm.key.equals(key)) {
        return arm;
      }
    }
    throw new IllegalArgumentException("arm must be one of the arms' names, got " + key);
  }

  /** How tables and configs name it. */
  String key() {
    return key;
  }

  /** How figures name it. */
  String label() {
    return label;
  }

  /** Units after which a cycle is completed; none where nothing restarts. */
  List<Integer> cycleEnds() {
    if (first == 0) {
      return List.of();
    }
    java.util.ArrayList<Integer> ends = new java.util.ArrayList<>();
    int end = first;
    for (int length = first; end <= UNITS; end += length) {
      ends.add(end);
      length *= 2;
    }
    return List.copyOf(ends);
  }

  /** The learning rate of a run of some epochs. */
  Choice<ControlPlugin<?>> schedule(double rate, double epochs) {
    return switch (this) {
      case COSINE ->
          new Choice<>(new Cosine(), new Cosine.Parameters(rate, 0, Length.percent(100), 1));
      case LONG_RESTARTS, SHORT_RESTARTS ->
          new Choice<>(
              new CosineWarmRestarts(),
              new CosineWarmRestarts.Parameters(
                  rate, 0, Length.epochs(first * epochs / UNITS), GROWTH, 1));
      case STEP ->
          new Choice<>(
              new MultiStep(),
              new MultiStep.Parameters(
                  rate, 0.2, List.of(Length.percent(30), Length.percent(60), Length.percent(80))));
      case LINEAR ->
          new Choice<>(new Linear(), new Linear.Parameters(rate, 0, Length.percent(100)));
      case COOLDOWN ->
          new Choice<>(
              new WarmupStableDecay(),
              new WarmupStableDecay.Parameters(
                  rate, Length.percent(0), Length.percent(20), Shape.LINEAR, 1, 0));
      case AVERAGED -> new Choice<>(new Constant(), new Constant.Parameters(rate));
    };
  }
}
