package temper.train;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import temper.nn.Layout;
import temper.nn.Model;
import temper.nn.Parameter;
import temper.optim.Objective;
import temper.optim.Optimizer;
import temper.optim.OptimizerMemory;
import temper.optim.ParameterGroup;
import temper.random.RandomStream;
import temper.schedule.Controller;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * A network in training: takes steps, is evaluated, is saved and goes on.
 *
 * <p>A step reads the batch of its number, or the batches that it accumulates, computes the mean
 * loss and its gradient, and lets the optimiser change the parameters at the controller's rate. The
 * parameters start as the stream {@code init} fills them. What a trainer does is a function of its
 * settings and streams alone, whether it was saved and restored in between or not. After the first
 * steps a step allocates nothing. Used by one thread.
 *
 * @since 0.2
 */
public final class Trainer {

  /**
   * What is trained, on what, and how.
   *
   * @param kernels what computes; they decide the precision
   * @param model the network
   * @param loss what its outputs are compared with
   * @param batches where batches come from
   * @param optimizer what changes the parameters
   * @param rate the learning rate
   * @param observesBatches whether the rate observes each batch's loss, as a lifted schedule must
   *     to go on; otherwise {@link Trainer#observe} is called by whoever measures
   * @param streams random streams by purpose: {@code init}, the optimiser's and the layers' own
   * @param accumulate batches whose gradients a step takes together, {@code >= 1}
   * @since 0.2
   */
  public record Settings(
      Kernels kernels,
      Model model,
      Loss loss,
      BatchSource batches,
      Optimizer optimizer,
      Controller rate,
      boolean observesBatches,
      Function<String, RandomStream> streams,
      int accumulate) {

    /**
     * Checks the number of batches.
     *
     * @throws IllegalArgumentException if a step takes no batch
     */
    public Settings {
      if (accumulate < 1) {
        throw new IllegalArgumentException("accumulate must be >= 1, got " + accumulate);
      }
    }

    /**
     * Settings of steps of one batch.
     *
     * @param kernels what computes; they decide the precision
     * @param model the network
     * @param loss what its outputs are compared with
     * @param batches where batches come from
     * @param optimizer what changes the parameters
     * @param rate the learning rate
     * @param observesBatches whether the rate observes each batch's loss
     * @param streams random streams by purpose
     */
    public Settings(
        Kernels kernels,
        Model model,
        Loss loss,
        BatchSource batches,
        Optimizer optimizer,
        Controller rate,
        boolean observesBatches,
        Function<String, RandomStream> streams) {
      this(kernels, model, loss, batches, optimizer, rate, observesBatches, streams, 1);
    }
  }

  private final Settings settings;
  private final Tensor parameters;
  private final Tensor state;
  private final RecordedBatch.Task task;
  private final OptimizerMemory memory;
  private final Optimizer.Stepper stepper;
  private final Objective objective;
  private final Tensor sum; // Of gradients; empty where a step takes one batch.
  private final Map<Integer, RecordedBatch> programs = new HashMap<>();
  private final List<RandomStream> layerStreams = new ArrayList<>();
  private final Map<String, RandomStream> layerStreamsByName = new HashMap<>();
  private final RecordedBatch first; // Its gradient is the memory's.
  private RecordedBatch current;
  private boolean filled;
  private long step;

  /**
   * A trainer before its first step.
   *
   * @param settings what is trained, on what, and how
   * @throws IllegalArgumentException if parts do not fit one another
   */
  public Trainer(Settings settings) {
    this.settings = settings;
    Precision precision = settings.kernels().precision();
    Model model = settings.model();
    RandomStream init = settings.streams().apply("init");
    this.parameters = model.parameters().initialize(precision, init);
    this.state = model.state().initialize(precision, init);
    this.task =
        new RecordedBatch.Task(settings.kernels(), model, settings.loss(), parameters, state);
    this.first = program(settings.batches().size(0));
    boolean single = settings.accumulate() == 1;
    this.objective = single ? this::evaluateBatch : this::evaluateBatches;
    this.sum = Tensor.zeros(precision, Shape.of(single ? 0 : parameters.size()));
    this.current = first;
    this.memory =
        new OptimizerMemory(
            settings.kernels(),
            parameters,
            first.gradient().reshape(Shape.of(parameters.size())),
            groups(model.parameters()),
            settings.streams());
    this.stepper = settings.optimizer().start(memory);
  }

  private static List<ParameterGroup> groups(Layout layout) {
    List<ParameterGroup> groups = new ArrayList<>();
    for (Parameter parameter : layout.parameters()) {
      groups.add(
          new ParameterGroup(
              parameter.start(),
              parameter.shape().size(),
              parameter.rateFactor(),
              parameter.decayFactor()));
    }
    return groups;
  }

  private RecordedBatch program(int size) {
    RecordedBatch known = programs.get(size);
    if (known != null) {
      return known;
    }
    MemoryEstimate.require(task, size);
    RecordedBatch made = RecordedBatch.training(task, size, this::layerStream);
    programs.put(size, made);
    return made;
  }

  /** One stream a layer, whatever the number of batch sizes. */
  private RandomStream layerStream(String layer) {
    return layerStreamsByName.computeIfAbsent(
        layer,
        name -> {
          RandomStream stream = settings.streams().apply("layer-" + name);
          layerStreams.add(stream);
          return stream;
        });
  }

  /**
   * Takes a step.
   *
   * @return the mean loss before it over all examples of the step's batches; not finite if training
   *     has diverged
   */
  public double step() {
    if (settings.accumulate() == 1) {
      place(step);
    }
    double loss = stepper.step((double) step, settings.rate().value(), objective);
    step++;
    if (settings.observesBatches()) {
      settings.rate().observe(loss);
    }
    return loss;
  }

  private void place(long batch) {
    BatchSource batches = settings.batches();
    int size = batches.size(batch);
    if (size != current.batch().size()) {
      current = program(size);
      filled = false;
    }
    if (!filled) {
      batches.read(batch, current.batch());
      filled = batches.fixed();
    }
  }

  /** The mean over all examples of a step's batches, as if they were one batch. */
  private double evaluateBatches() {
    Kernels kernels = settings.kernels();
    long start = step * settings.accumulate();
    double examples = 0;
    for (int i = 0; i < settings.accumulate(); i++) {
      examples += settings.batches().size(start + i);
    }
    double loss = 0;
    for (int i = 0; i < settings.accumulate(); i++) {
      place(start + i);
      double share = current.batch().size() / examples;
      loss += share * current.run();
      if (i == 0) {
        kernels.affine(share, current.gradient(), 0, sum); // Nothing of an earlier step is left.
      } else {
        kernels.accumulate(share, current.gradient(), 1, sum);
      }
    }
    memory.gradient().copyFrom(sum);
    return loss;
  }

  private double evaluateBatch() {
    double loss = current.run();
    if (current != first) {
      memory.gradient().copyFrom(current.gradient());
    }
    return loss;
  }

  /**
   * The number of completed steps.
   *
   * @return {@code >= 0}
   */
  public long completed() {
    return step;
  }

  /**
   * The learning rate of the next step.
   *
   * @return the controller's value
   */
  public double rate() {
    return settings.rate().value();
  }

  /**
   * Lets the learning rate's controller observe a measurement, such as a validation loss.
   *
   * @param measurement what the controller is steered by
   * @throws IllegalStateException if it observes each batch's loss already
   */
  public void observe(double measurement) {
    if (settings.observesBatches()) {
      throw new IllegalStateException("the learning rate observes the loss of each batch");
    }
    settings.rate().observe(measurement);
  }

  /**
   * All parameters of the network.
   *
   * @return the tensor that steps change, not a copy
   */
  public Tensor parameters() {
    return parameters;
  }

  /**
   * What the network keeps but does not train, such as running statistics.
   *
   * @return the tensor that steps change, not a copy
   */
  public Tensor state() {
    return state;
  }

  /**
   * The gradient of the last step, as the optimiser left it: the change of the parameters where the
   * optimiser is a chain of transforms. Of {@link temper.optim.ScheduleFree} it is the step of the
   * fast sequence; and where {@link temper.optim.Lookahead} puts the fast weights back, the step
   * that they took before.
   *
   * @return the tensor itself, not a copy
   */
  public Tensor update() {
    return memory.gradient();
  }

  /**
   * What this trainer was made of.
   *
   * @return the settings
   */
  public Settings settings() {
    return settings;
  }

  /**
   * Evaluates the network, with the parameters that the optimiser wants evaluated.
   *
   * @param evaluator made for this trainer by {@link #evaluator}
   * @return mean loss and share of right answers
   */
  public Evaluation evaluate(Evaluator evaluator) {
    stepper.placeEvaluation();
    try {
      return evaluator.evaluate();
    } finally {
      stepper.restoreTraining();
    }
  }

  /**
   * The network as it is now, with the parameters that the optimiser wants evaluated.
   *
   * @return a copy
   */
  public Snapshot snapshot() {
    stepper.placeEvaluation();
    try {
      return new Snapshot(step, parameters.copy(), state.copy());
    } finally {
      stepper.restoreTraining();
    }
  }

  /**
   * Evaluates the ensemble of some snapshots of this network: the mean of their predictions, which
   * are probabilities of classes where the loss classifies by them, and outputs otherwise.
   *
   * @param evaluator made for this trainer by {@link #evaluator}
   * @param members at least one snapshot
   * @return mean loss and share of right answers of the mean prediction
   * @throws IllegalArgumentException if there is no member, or one is of another network
   */
  public Evaluation evaluate(Evaluator evaluator, List<Snapshot> members) {
    Snapshot now = new Snapshot(step, parameters.copy(), state.copy());
    try {
      return evaluator.evaluate(members);
    } finally {
      parameters.copyFrom(now.parameters());
      state.copyFrom(now.state());
    }
  }

  /**
   * What the network predicts, with the parameters that the optimiser wants evaluated:
   * probabilities of classes where the loss classifies by them, and outputs otherwise.
   *
   * @param evaluator made for this trainer by {@link #evaluator}
   * @return the predictions of the evaluator's examples in their order, one number for each class
   *     or output
   */
  public double[] predict(Evaluator evaluator) {
    stepper.placeEvaluation();
    try {
      return evaluator.predict();
    } finally {
      stepper.restoreTraining();
    }
  }

  /**
   * An evaluator of this trainer's network.
   *
   * @param batches the examples once, such as {@code Batches.inOrder}, by step from 0
   * @param steps how many batches they are
   * @return an evaluator that reads this trainer's parameters whenever it is used
   */
  public Evaluator evaluator(BatchSource batches, long steps) {
    return new Evaluator(task, batches, steps);
  }

  /**
   * Saves everything that the next step depends on.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(step);
    OptimizerMemory.write(parameters, out);
    OptimizerMemory.write(state, out);
    memory.writeTo(out);
    List<Double> controller = settings.rate().save().state();
    out.writeInt(controller.size());
    for (double number : controller) {
      out.writeDouble(number);
    }
    out.writeInt(layerStreams.size());
    for (RandomStream stream : layerStreams) {
      out.writeLong(stream.position());
    }
  }

  /**
   * Goes on from where a trainer of equal settings was saved. Of other settings no more is noticed
   * than another number of layers that draw random numbers.
   *
   * @param in where to read
   * @throws IOException if reading fails, or what is read has another number of such layers
   */
  public void readFrom(DataInput in) throws IOException {
    step = in.readLong();
    filled = false;
    OptimizerMemory.read(parameters, in);
    OptimizerMemory.read(state, in);
    memory.readFrom(in);
    double[] controller = new double[in.readInt()];
    for (int i = 0; i < controller.length; i++) {
      controller[i] = in.readDouble();
    }
    settings.rate().restore(Controller.Snapshot.of(controller));
    int streams = in.readInt();
    if (streams != layerStreams.size()) {
      throw new IOException(
          "a checkpoint of %d layers with random numbers cannot be read for %d"
              .formatted(streams, layerStreams.size()));
    }
    for (RandomStream stream : layerStreams) {
      stream.seek(in.readLong());
    }
  }
}
