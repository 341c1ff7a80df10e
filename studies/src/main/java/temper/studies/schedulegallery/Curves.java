package temper.studies.schedulegallery;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Registry;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Cosine;

/** The values of every example of every schedule at equally distant steps of a run. */
final class Curves implements Experiment<Curves.Params> {

  static final String NAME = "curves";
  static final String VALUES = "values";

  /**
   * A schedule and the run that it is for.
   *
   * @param schedule the schedule
   * @param label what the figures call it
   * @param steps length of the run
   * @param epochs length of the run in epochs
   * @param points number of steps at which values are taken, the ends included
   */
  record Params(
      @Doc("the schedule") Choice<SchedulePlugin<?>> schedule,
      @Doc("what the figures call it") String label,
      @Doc(value = "length of the run", unit = "steps") @Positive double steps,
      @Doc(value = "length of the run", unit = "epochs") @Positive double epochs,
      @Doc("number of steps at which values are taken, the ends included") @Range(min = 2)
          int points) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Values of every example of every schedule over a run of 1000 steps.";
  }

  @Override
  public Params defaults() {
    return new Params(Choice.ofDefaults(new Cosine()), "defaults", 1000, 10, 201);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.text("name", "name of the schedule"),
        Column.number("first", "value at step 0"),
        Column.number("last", "value at the end of the run"),
        Column.number("least", "smallest value at the steps of the table"),
        Column.number("greatest", "largest value at the steps of the table"),
        Column.number("mean", "mean of the values at the steps of the table"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            VALUES,
            "Values at equally distant steps.",
            List.of(
                Column.number("step", "number of completed steps").in("steps"),
                Column.number("value", "value of the schedule"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int points = profile == Profile.SMOKE ? 51 : profile == Profile.QUICK ? 101 : 201;
    List<Params> cells = new ArrayList<>();
    for (SchedulePlugin<?> plugin : Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).all()) {
      for (Example<?> example : plugin.examples()) {
        Choice<SchedulePlugin<?>> schedule = new Choice<>(plugin, example.parameters());
        cells.add(new Params(schedule, example.label(), 1000, 10, points));
      }
    }
    return Design.of(cells, 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    Schedule schedule =
        Schedule.of(p.schedule, Horizon.ofEpochs(p.epochs, p.steps / p.epochs).strict());
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < p.points; i++) {
      double step = p.steps * i / (p.points - 1);
      double value = schedule.at(step);
      trial.row(VALUES, step, value);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      sum += value;
    }
    trial.metric("name", p.schedule.plugin().name());
    trial.metric("first", schedule.at(0));
    trial.metric("last", schedule.at(p.steps));
    trial.metric("least", least);
    trial.metric("greatest", greatest);
    trial.metric("mean", sum / p.points);
  }
}
