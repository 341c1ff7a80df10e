package temper.studies.warmrestarts;

import temper.lab.study.Table;

/**
 * A run on its way. One that diverged counts as guessing, whatever it had reached before: its curve
 * ends where it diverged, so that its last row is not that of its budget.
 *
 * @param diverged whether it diverged
 * @param budget epochs that it was to have, whether it had them or not
 * @param curve what was measured
 */
record Course(boolean diverged, double budget, Table curve) {

  /**
   * The course of one replicate.
   *
   * @param runs trials of one arm
   * @param curves the curves of that arm
   */
  static Course of(Table runs, Table curves, double replicate) {
    Table run = runs.where("replicate", replicate);
    return new Course(
        Runs.diverged(run), run.numbers("setting.epochs")[0], curves.where("replicate", replicate));
  }

  /** The error at the end, on the images of the curve. */
  double lastError() {
    if (diverged) {
      return Runs.GUESSING_ERROR;
    }
    double[] errors = curve.numbers("test_error");
    return errors[errors.length - 1];
  }

  /** The first epoch at which an error is reached; twice the budget where it never is. */
  double epochsTo(double error) {
    double[] epochs = curve.numbers("epoch");
    double[] errors = curve.numbers("test_error");
    for (int i = 0; i < epochs.length && !diverged; i++) {
      if (errors[i] <= error) {
        return epochs[i];
      }
    }
    return 2 * budget;
  }
}
