package temper.train;

import java.util.HashMap;
import java.util.Map;
import temper.tensor.Tensor;

/**
 * Evaluates a network on a set of examples, as it is at each call: running statistics, nothing
 * random.
 *
 * <p>Losses are added in float64 in the examples' order, so that the batch size is not seen in the
 * sum's order.
 *
 * @since 0.2
 */
public final class Evaluator {

  private final RecordedBatch.Task task;
  private final BatchSource batches;
  private final long steps;
  private final Map<Integer, RecordedBatch> programs = new HashMap<>();

  Evaluator(RecordedBatch.Task task, BatchSource batches, long steps) {
    this.task = task;
    this.batches = batches;
    this.steps = steps;
  }

  Evaluation evaluate() {
    double sum = 0;
    long right = 0;
    long examples = 0;
    for (long step = 0; step < steps; step++) {
      int size = batches.size(step);
      RecordedBatch recorded =
          programs.computeIfAbsent(size, count -> RecordedBatch.evaluation(task, count));
      batches.read(step, recorded.batch());
      recorded.run();
      Tensor losses = recorded.losses();
      for (int i = 0; i < size; i++) {
        sum += losses.get(i);
        if (task.loss().classifies()
            && task.loss().right(recorded.outputs(), i, recorded.batch())) {
          right++;
        }
      }
      examples += size;
    }
    boolean classified = task.loss().classifies() && examples > 0;
    return new Evaluation(
        examples == 0 ? Double.NaN : sum / examples,
        classified ? (double) right / examples : Double.NaN,
        examples);
  }
}
