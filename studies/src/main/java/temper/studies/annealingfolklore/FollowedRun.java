package temper.studies.annealingfolklore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import temper.lab.study.Table;
import temper.numerics.NumberText;

/**
 * A network whose course was followed. How long it was to be trained and whether it diverged stands
 * with its trial: the course of one that diverged ends early, or has no row at all.
 *
 * @param diverged whether it diverged
 * @param epochs passes that it was to make, whether it made them or not
 * @param course what was measured after each pass that it made
 */
record FollowedRun(boolean diverged, double epochs, Table course) {

  /** The runs of some trials, in their order, by replicate. */
  static Map<Double, FollowedRun> byReplicate(Table trials, Table courses) {
    Map<String, Table> byTrial = courses.groupByText("trial");
    Table none = courses.select(row -> false);
    List<String> ids = trials.texts("trial");
    List<String> outcomes = trials.texts("outcome");
    double[] replicates = trials.numbers("replicate");
    double[] epochs = trials.numbers("epochs");
    Map<Double, FollowedRun> runs = new LinkedHashMap<>();
    for (int i = 0; i < replicates.length; i++) {
      boolean diverged = !outcomes.get(i).equals("ok");
      Table course = byTrial.getOrDefault(ids.get(i), none);
      runs.put(replicates[i], new FollowedRun(diverged, epochs[i], course));
    }
    return runs;
  }

  /**
   * What was measured after a pass.
   *
   * @throws IllegalStateException if nothing was
   */
  double after(double epoch, String column) {
    double[] measured = course.where("epoch", epoch).numbers(column);
    if (measured.length == 0) {
      throw new IllegalStateException(
          "nothing was measured after epoch " + NumberText.format(epoch));
    }
    return measured[0];
  }

  /**
   * The first pass after which a network is at least so accurate. One that diverged never is, as it
   * counts as a guess whatever it had reached before.
   */
  OptionalDouble reached(double accuracy) {
    double[] after = course.numbers("epoch");
    double[] measured = course.numbers("accuracy");
    return IntStream.range(0, diverged ? 0 : after.length)
        .filter(row -> measured[row] >= accuracy)
        .mapToDouble(row -> after[row])
        .findFirst();
  }
}
