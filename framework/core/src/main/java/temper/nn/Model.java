package temper.nn;

import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.random.StreamRoot;
import temper.tensor.Precision;
import temper.tensor.Shape;

/**
 * A network for examples of one shape, with the layout of its parameters and its state.
 *
 * <pre>{@code
 * Tensor parameters = model.parameters().initialize(Precision.FLOAT32, stream);
 * Tensor state = model.state().initialize(Precision.FLOAT32, stream);
 * Tape tape = new Tape(Precision.FLOAT32);
 * Variable theta = tape.input("parameters", parameters);
 * Variable images = tape.input("images", model.batch(128));
 * Variable logits =
 *     model.record(Mode.TRAIN, theta, tape.input("state", state), images, streams);
 * }</pre>
 *
 * @since 0.2
 */
public final class Model {

  /** Any number of examples shows the layout; one is the fewest that every layer takes. */
  private static final int DRY_BATCH = 1;

  private final Network network;
  private final Shape example;
  private final Shape output;
  private final Layout parameters;
  private final Layout state;

  private Model(Network network, Shape example, Shape output, Recorder recorder) {
    this.network = network;
    this.example = example;
    this.output = output;
    this.parameters = recorder.parameterLayout();
    this.state = recorder.stateLayout();
  }

  /**
   * A model.
   *
   * @param network the function
   * @param example the shape of one example, such as [3, 32, 32]
   * @return the model
   * @throws IllegalArgumentException if the network does not take such examples
   */
  public static Model of(Network network, Shape example) {
    Tape tape = new Tape(Precision.FLOAT32);
    Shape endless = Shape.of(Integer.MAX_VALUE);
    Recorder recorder =
        new Recorder(
            tape.input("parameters", endless),
            tape.input("state", endless),
            Mode.TRAIN,
            name -> new StreamRoot("layout").stream(name, 0, "unused"));
    Variable input = tape.input("examples", batch(example, DRY_BATCH));
    Shape output = example(network.record(recorder, input).shape());
    return new Model(network, example, output, recorder);
  }

  /**
   * The shape of one example.
   *
   * @return without the batch's axis
   */
  public Shape example() {
    return example;
  }

  /**
   * The shape of the outputs for one example.
   *
   * @return without the batch's axis
   */
  public Shape output() {
    return output;
  }

  /**
   * The shape of a batch of examples.
   *
   * @param size the number of examples, {@code >= 0}
   * @return [size, example's shape]
   */
  public Shape batch(int size) {
    return batch(example, size);
  }

  /**
   * What is trained.
   *
   * @return names, shapes and places of all parameters
   */
  public Layout parameters() {
    return parameters;
  }

  /**
   * What is kept but not trained.
   *
   * @return names, shapes and places of running statistics and the like; may be empty
   */
  public Layout state() {
    return state;
  }

  /**
   * Records the model on a tape.
   *
   * @param mode training or evaluation
   * @param parameterVector all parameters, [parameters().size()]
   * @param stateVector all state, [state().size()]; an input of the tape
   * @param input a batch, [size, example's shape]
   * @param streams of layers that draw random numbers; asked in training only
   * @return the outputs, [size, output's shape]
   * @throws IllegalArgumentException if shapes are wrong
   */
  public Variable record(
      Mode mode, Variable parameterVector, Variable stateVector, Variable input, Streams streams) {
    require("parameters", Shape.of(parameters.size()), parameterVector);
    require("state", Shape.of(state.size()), stateVector);
    Shape shape = input.shape();
    if (shape.rank() == 0 || !shape.equals(batch(shape.length(0)))) {
      throw new IllegalArgumentException(
          "model: a batch must be [size, ...] of examples %s, got %s".formatted(example, shape));
    }
    Recorder recorder = new Recorder(parameterVector, stateVector, mode, streams);
    Variable outputs = network.record(recorder, input);
    if (!recorder.parameterLayout().equals(parameters) || !recorder.stateLayout().equals(state)) {
      throw new IllegalStateException(
          "the network declared other parameters or state for %s and batch %d than before: %s instead of %s"
              .formatted(mode, shape.length(0), recorder.parameterLayout(), parameters));
    }
    return outputs;
  }

  private static void require(String what, Shape wanted, Variable given) {
    if (!given.shape().equals(wanted)) {
      throw new IllegalArgumentException(
          "model: %s must be %s, got %s".formatted(what, wanted, given));
    }
  }

  private static Shape batch(Shape example, int size) {
    int[] lengths = new int[example.rank() + 1];
    lengths[0] = size;
    System.arraycopy(example.toArray(), 0, lengths, 1, example.rank());
    return Shape.of(lengths);
  }

  private static Shape example(Shape batch) {
    int[] lengths = new int[batch.rank() - 1];
    System.arraycopy(batch.toArray(), 1, lengths, 0, lengths.length);
    return Shape.of(lengths);
  }
}
