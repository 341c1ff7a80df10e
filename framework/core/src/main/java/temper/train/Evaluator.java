package temper.train;

import java.util.HashMap;
import java.util.List;
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
      RecordedBatch recorded = run(step);
      Tensor losses = recorded.losses();
      int size = recorded.batch().size();
      for (int i = 0; i < size; i++) {
        sum += losses.get(i);
        if (task.loss().classifies()
            && task.loss().right(recorded.outputs(), i, recorded.batch())) {
          right++;
        }
      }
      examples += size;
    }
    return evaluation(sum, right, examples);
  }

  private RecordedBatch run(long step) {
    RecordedBatch recorded =
        programs.computeIfAbsent(
            batches.size(step), count -> RecordedBatch.evaluation(task, count));
    batches.read(step, recorded.batch());
    recorded.run();
    return recorded;
  }

  private Evaluation evaluation(double sum, long right, long examples) {
    boolean classified = task.loss().classifies() && examples > 0;
    return new Evaluation(
        examples == 0 ? Double.NaN : sum / examples,
        classified ? (double) right / examples : Double.NaN,
        examples);
  }

  /** The predictions of all examples, one after another. */
  double[] predict() {
    int outputs = task.model().output().size();
    int examples = 0;
    for (long step = 0; step < steps; step++) {
      examples += batches.size(step);
    }
    double[] all = new double[examples * outputs];
    int start = 0;
    for (long step = 0; step < steps; step++) {
      double[] some = new double[batches.size(step) * outputs];
      task.loss().addPredictions(run(step).outputs(), outputs, 1, some);
      System.arraycopy(some, 0, all, start, some.length);
      start += some.length;
    }
    return all;
  }

  /** Evaluates the mean prediction; leaves the task with the last member's parameters. */
  Evaluation evaluate(List<Snapshot> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble has at least one member");
    }
    int outputs = task.model().output().size();
    double sum = 0;
    long right = 0;
    long examples = 0;
    for (long step = 0; step < steps; step++) {
      double[] mean = new double[batches.size(step) * outputs];
      for (Snapshot member : members) {
        task.parameters().copyFrom(member.parameters());
        task.state().copyFrom(member.state());
        RecordedBatch recorded = run(step);
        task.loss().addPredictions(recorded.outputs(), outputs, 1.0 / members.size(), mean);
      }
      Batch batch = run(step).batch();
      for (int i = 0; i < batch.size(); i++) {
        sum += task.loss().ofPrediction(mean, i, batch);
        right += task.loss().rightPrediction(mean, i, batch) ? 1 : 0;
      }
      examples += batch.size();
    }
    return evaluation(sum, right, examples);
  }
}
