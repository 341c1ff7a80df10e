package temper.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.autodiff.Program;
import temper.autodiff.Reductions;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.nn.Mode;
import temper.nn.Model;
import temper.nn.Streams;
import temper.tensor.Kernels;
import temper.tensor.Tensor;

/** A network with its loss, recorded and compiled for one batch size and mode. */
final class RecordedBatch {

  /** What is recorded. */
  record Task(Kernels kernels, Model model, Loss loss, Tensor parameters, Tensor state) {}

  private final Program program;
  private final Batch batch;
  private final Tensor loss;
  private final Tensor losses;
  private final Tensor outputs;
  private final @Nullable Tensor gradient;

  private RecordedBatch(
      Program program, Batch batch, List<Tensor> results, @Nullable Tensor gradient) {
    this.program = program;
    this.batch = batch;
    this.loss = results.get(0);
    this.losses = results.get(1);
    this.outputs = results.get(2);
    this.gradient = gradient;
  }

  /** The mean loss of a batch and its gradient, with batch statistics brought up to date. */
  static RecordedBatch training(Task task, int size, Streams streams) {
    return record(task, size, Mode.TRAIN, streams);
  }

  /** Losses and outputs of a batch. */
  static RecordedBatch evaluation(Task task, int size) {
    return record(
        task,
        size,
        Mode.EVALUATE,
        name -> {
          throw new IllegalStateException("layer " + name + " draws random numbers in evaluation");
        });
  }

  private static RecordedBatch record(Task task, int size, Mode mode, Streams streams) {
    Tape tape = new Tape(task.kernels.precision());
    Variable theta = tape.input("parameters", task.parameters);
    Variable state = tape.input("state", task.state);
    Variable inputs = tape.input("inputs", task.model.batch(size));
    Variable outputs = task.model.record(mode, theta, state, inputs, streams);
    Batch batch = task.loss.batch(tape, inputs, task.model.output().size());
    Variable losses = task.loss.of(outputs, batch);
    Variable mean = Reductions.mean(losses);
    if (mode == Mode.EVALUATE) {
      Program program = tape.compile(task.kernels, mean, losses, outputs);
      return new RecordedBatch(program, batch, values(program, mean, losses, outputs), null);
    }
    Variable gradient = tape.gradient(mean, theta);
    Program program = tape.compileWithUpdates(task.kernels, mean, losses, outputs, gradient);
    return new RecordedBatch(
        program, batch, values(program, mean, losses, outputs), program.value(gradient));
  }

  private static List<Tensor> values(Program program, Variable... results) {
    return java.util.Arrays.stream(results).map(program::value).toList();
  }

  /** Where the batch is to be put. */
  Batch batch() {
    return batch;
  }

  /** Runs on what the batch holds now; returns the mean loss. */
  double run() {
    program.run();
    return loss.get(0);
  }

  Tensor losses() {
    return losses;
  }

  Tensor outputs() {
    return outputs;
  }

  /** The gradient of the mean loss in the flat parameters, overwritten by each run. */
  Tensor gradient() {
    if (gradient == null) {
      throw new IllegalStateException("an evaluation has no gradient");
    }
    return gradient;
  }
}
