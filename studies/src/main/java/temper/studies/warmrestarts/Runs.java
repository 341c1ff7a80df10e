package temper.studies.warmrestarts;

import java.util.Arrays;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** Reads metrics of cells, one value a replicate. */
final class Runs {

  /** What guessing among ten classes has, and a run that diverged counts as. */
  static final double GUESSING_ERROR = 0.9;

  private static final double GUESSING_LOSS = 2.302585092994046;

  private Runs() {}

  static Table of(Tables tables, String experiment, Arm arm) {
    return tables.trials(experiment).where("arm", arm.key());
  }

  static Table of(Tables tables, String experiment, String arm, double rate) {
    return tables.trials(experiment).where("arm", arm).where("rate", rate);
  }

  /** Whether a run, the only one of a table of trials, diverged. */
  static boolean diverged(Table run) {
    return !run.texts("outcome").get(0).equals("ok");
  }

  static double[] errors(Table runs, String metric) {
    return orElse(runs, metric, GUESSING_ERROR);
  }

  static double[] losses(Table runs, String metric) {
    return orElse(runs, metric, GUESSING_LOSS);
  }

  private static double[] orElse(Table runs, String metric, double guessing) {
    return Arrays.stream(runs.numbers(metric))
        .map(value -> Double.isNaN(value) ? guessing : value)
        .toArray();
  }
}
