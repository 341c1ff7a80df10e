package temper.studies.largeinitialrate.theory;

import java.util.List;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** The runs of the algorithms in one setting, one value for each replicate, in their order. */
record Arms(Table setting) {

  /** The error of an output that says nothing. */
  private static final double CHANCE = 0.5;

  static Arms of(Tables tables, String experiment) {
    return new Arms(tables.trials(experiment));
  }

  Arms where(String column, double value) {
    return new Arms(setting.where(column, value));
  }

  Arms where(String column, String value) {
    return new Arms(setting.where(column, value));
  }

  /** A metric of one algorithm. */
  double[] of(String algorithm, String metric) {
    return setting.where("algorithm", algorithm).numbers(metric);
  }

  /** Test errors on the first pattern; of a run that diverged, that of chance. */
  double[] errors(String algorithm) {
    Table runs = setting.where("algorithm", algorithm);
    double[] errors = runs.numbers("p_error");
    List<String> outcomes = runs.texts("outcome");
    for (int i = 0; i < errors.length; i++) {
      if (outcomes.get(i).equals("diverged")) {
        errors[i] = CHANCE;
      }
    }
    return errors;
  }
}
