package temper.schedule.builtin;

import temper.plugin.Choice;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;

/** Schedules that stand for the inner one in defaults and examples of combined schedules. */
final class Examples {

  static final Choice<SchedulePlugin<?>> CONSTANT =
      new Choice<>(new Constant(), new Constant.Parameters(0.1));

  static final Choice<SchedulePlugin<?>> RISING =
      new Choice<>(new Linear(), new Linear.Parameters(0, 0.1, Length.percent(100)));

  static final Choice<SchedulePlugin<?>> FALLING =
      new Choice<>(new Linear(), new Linear.Parameters(0.1, 0, Length.percent(100)));

  static final Choice<SchedulePlugin<?>> COSINE = Choice.ofDefaults(new Cosine());

  private Examples() {}
}
