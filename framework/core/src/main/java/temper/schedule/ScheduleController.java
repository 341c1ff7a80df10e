package temper.schedule;

/** A schedule that counts its steps. */
final class ScheduleController implements Controller {

  private final Schedule schedule;
  private long step;

  ScheduleController(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public double value() {
    return schedule.at((double) step);
  }

  @Override
  public void observe(double measurement) {
    step++;
  }

  @Override
  public Snapshot save() {
    return Snapshot.of((double) step);
  }

  @Override
  public void restore(Snapshot snapshot) {
    step = (long) snapshot.require(1)[0];
  }
}
