package temper.studies.largeinitialrate.theory;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** Trials of one setting; values stand in the order of replicates. */
record Arms(Table trials) {

  /** The error of an output that says nothing. */
  private static final double CHANCE = 0.5;

  static Arms of(Tables tables, String experiment) {
    return new Arms(tables.trials(experiment));
  }

  Arms where(String column, double value) {
    return new Arms(trials.where(column, value));
  }

  Arms of(String algorithm) {
    return new Arms(trials.where("algorithm", algorithm));
  }

  double[] numbers(String metric) {
    return trials.numbers(metric);
  }

  /** Test errors on the first pattern; of a run that diverged, that of chance. */
  double[] errors() {
    return errors("p_error");
  }

  /** Means of the test errors on both patterns, each on its own. */
  double[] bothErrors() {
    double[] first = errors("p_error");
    double[] second = errors("q_error");
    double[] out = new double[first.length];
    Arrays.setAll(out, i -> (first[i] + second[i]) / 2);
    return out;
  }

  private double[] errors(String metric) {
    double[] errors = trials.numbers(metric);
    List<String> outcomes = trials.texts("outcome");
    for (int i = 0; i < errors.length; i++) {
      if (outcomes.get(i).equals("diverged")) {
        errors[i] = CHANCE;
      }
    }
    return errors;
  }

  /**
   * How much larger the loss is on the second pattern alone than on the first alone, when the order
   * of learning is read.
   *
   * @return one for each replicate; NaN where it was not read
   */
  double[] order() {
    double[] first = trials.numbers("order_p_loss");
    double[] second = trials.numbers("order_q_loss");
    double[] out = new double[first.length];
    Arrays.setAll(out, i -> second[i] - first[i]);
    return out;
  }
}
