package temper.studies.training;

import temper.data.BatchOrder;
import temper.data.ExampleOrder;
import temper.data.LastBatch;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.builtin.Constant;

/**
 * Batches and steps of a run, which follow from the number of train examples.
 *
 * @param order the batches
 * @param steps completed steps at which the run ends
 * @param horizon the run as schedules see it
 */
record TrainingLength(BatchOrder order, long steps, Horizon horizon) {

  /**
   * The length of a run.
   *
   * @param examples order of the train examples
   * @param endless whether batches go on for ever in the size of the first one
   * @throws IllegalArgumentException if parameters do not fit one another or the examples
   */
  static TrainingLength of(TrainingParameters p, ExampleOrder examples, boolean endless) {
    boolean scheduled = !endless && !(p.batch().plugin() instanceof Constant);
    BatchOrder order = order(p, examples, scheduled);
    long steps = steps(p, order, scheduled);
    return new TrainingLength(
        order, steps, new Horizon(steps, order.stepsPerEpoch() / p.accumulate()));
  }

  private static long steps(TrainingParameters p, BatchOrder order, boolean scheduled) {
    long batches = order.steps(p.epochs());
    if (batches < p.accumulate()) {
      throw new IllegalArgumentException(
          "accumulate must be at most the %d batches of the run, got %d"
              .formatted(batches, p.accumulate()));
    }
    // Of scheduled sizes there are no further batches to fill the last step with.
    return scheduled ? batches / p.accumulate() : Math.round((double) batches / p.accumulate());
  }

  private static BatchOrder order(TrainingParameters p, ExampleOrder examples, boolean scheduled) {
    int rows = examples.examples();
    int size = firstBatch(p, rows);
    Schedule sizes = Schedule.of(p.batch(), Horizon.ofEpochs(p.epochs(), (double) rows / size));
    return scheduled
        ? BatchOrder.scheduled(examples, sizes, p.epochs())
        : new BatchOrder(examples, size, LastBatch.SMALLER);
  }

  /**
   * The size of the first batch.
   *
   * @param most the number of train examples
   * @throws IllegalArgumentException if it is less than 1
   */
  static int firstBatch(TrainingParameters p, int most) {
    // One clock for the schedule of sizes: steps of the first batch.
    Schedule sizes = Schedule.of(p.batch(), Horizon.ofEpochs(p.epochs(), 1));
    double first = Math.rint(sizes.at(0));
    if (!(first >= 1)) {
      throw new IllegalArgumentException("batch must be >= 1, got " + sizes.at(0));
    }
    return (int) Math.min(first, most);
  }
}
