package temper.optim;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import temper.random.RandomStream;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Tensor;

/**
 * What an optimiser works on in one training run, and all state it keeps.
 *
 * <p>An optimiser asks for its state when it starts, always in the same order; what it asked for is
 * saved and restored here, so that no optimiser does so itself.
 *
 * @since 0.2
 */
public final class OptimizerMemory {

  private final Kernels kernels;
  private final Tensor parameters;
  private final Tensor gradient;
  private final List<ParameterGroup> groups;
  private final Function<String, RandomStream> streams;

  private final List<Tensor> vectors = new ArrayList<>();
  private final List<double[]> scalars = new ArrayList<>();
  private final List<RandomStream> drawn = new ArrayList<>();

  /**
   * A memory without state.
   *
   * @param kernels what computes; of the parameters' precision
   * @param parameters all parameters, changed by every step
   * @param gradient the gradient of the loss at the parameters; optimisers write over it
   * @param groups ranges in order that cover the parameters without gaps
   * @param streams the run's random streams by purpose
   * @throws IllegalArgumentException if sizes or precisions differ or the groups do not cover the
   *     parameters
   */
  public OptimizerMemory(
      Kernels kernels,
      Tensor parameters,
      Tensor gradient,
      List<ParameterGroup> groups,
      Function<String, RandomStream> streams) {
    if (parameters.size() != gradient.size()
        || parameters.precision() != gradient.precision()
        || parameters.precision() != kernels.precision()) {
      throw new IllegalArgumentException(
          "parameters, gradient and kernels must agree, got %s, %s and %s"
              .formatted(parameters, gradient, kernels.precision()));
    }
    int end = 0;
    for (ParameterGroup group : groups) {
      if (group.start() != end) {
        throw new IllegalArgumentException(
            "a group must start at %d, where the one before it ends, got %d"
                .formatted(end, group.start()));
      }
      end = group.end();
    }
    if (end != parameters.size()) {
      throw new IllegalArgumentException(
          "groups must cover %d parameters, got %d".formatted(parameters.size(), end));
    }
    this.kernels = kernels;
    this.parameters = parameters;
    this.gradient = gradient;
    this.groups = List.copyOf(groups);
    this.streams = streams;
  }

  /**
   * A memory whose parameters are all treated alike and that has no random streams.
   *
   * @param kernels what computes
   * @param parameters all parameters
   * @param gradient their gradient
   * @return the memory
   */
  public static OptimizerMemory of(Kernels kernels, Tensor parameters, Tensor gradient) {
    return new OptimizerMemory(
        kernels,
        parameters,
        gradient,
        List.of(new ParameterGroup(0, parameters.size(), 1, 1)),
        purpose -> {
          throw new IllegalArgumentException("there is no random stream for '" + purpose + "'");
        });
  }

  /**
   * What computes.
   *
   * @return kernels of this run
   */
  public Kernels kernels() {
    return kernels;
  }

  /**
   * All parameters of the model.
   *
   * @return the tensor itself
   */
  public Tensor parameters() {
    return parameters;
  }

  /**
   * The gradient, which the transforms turn into the update.
   *
   * @return the tensor itself
   */
  public Tensor gradient() {
    return gradient;
  }

  /**
   * Ranges of parameters that are treated alike.
   *
   * @return groups in order
   */
  public List<ParameterGroup> groups() {
    return groups;
  }

  /**
   * A vector of state as long as the parameters, zero at the start.
   *
   * @return a tensor that is saved and restored with this memory
   */
  public Tensor vector() {
    Tensor vector = scratch();
    vectors.add(vector);
    return vector;
  }

  /**
   * A vector as long as the parameters whose content matters within one step only.
   *
   * @return a tensor that is not saved
   */
  public Tensor scratch() {
    return Tensor.zeros(parameters.precision(), parameters.shape());
  }

  /**
   * Numbers of state, zero at the start.
   *
   * @param count how many
   * @return an array that is saved and restored with this memory
   */
  public double[] scalars(int count) {
    double[] numbers = new double[count];
    scalars.add(numbers);
    return numbers;
  }

  /**
   * A random stream of the run.
   *
   * @param purpose what the numbers are for
   * @return a stream whose position is saved and restored with this memory
   * @throws IllegalArgumentException if the run has no such stream
   */
  public RandomStream stream(String purpose) {
    RandomStream stream = streams.apply(purpose);
    drawn.add(stream);
    return stream;
  }

  /**
   * Saves all state, but not parameters and gradient.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  public void writeTo(DataOutput out) throws IOException {
    for (Tensor vector : vectors) {
      write(vector, out);
    }
    for (double[] numbers : scalars) {
      for (double number : numbers) {
        out.writeDouble(number);
      }
    }
    for (RandomStream stream : drawn) {
      out.writeLong(stream.position());
    }
  }

  /**
   * Restores what {@link #writeTo} saved for an optimiser started alike.
   *
   * @param in where to read
   * @throws IOException if reading fails
   */
  public void readFrom(DataInput in) throws IOException {
    for (Tensor vector : vectors) {
      read(vector, in);
    }
    for (double[] numbers : scalars) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readDouble();
      }
    }
    for (RandomStream stream : drawn) {
      stream.seek(in.readLong());
    }
  }

  /**
   * Writes all numbers of a tensor, bit for bit.
   *
   * @param vector any tensor
   * @param out where to write
   * @throws IOException if writing fails
   */
  public static void write(Tensor vector, DataOutput out) throws IOException {
    boolean single = vector.precision() == Precision.FLOAT32;
    for (int i = 0; i < vector.size(); i++) {
      if (single) {
        out.writeFloat((float) vector.get(i));
      } else {
        out.writeDouble(vector.get(i));
      }
    }
  }

  /**
   * Reads what {@link #write} wrote of a tensor of the same size and precision.
   *
   * @param vector overwritten
   * @param in where to read
   * @throws IOException if reading fails
   */
  public static void read(Tensor vector, DataInput in) throws IOException {
    boolean single = vector.precision() == Precision.FLOAT32;
    for (int i = 0; i < vector.size(); i++) {
      vector.set(i, single ? in.readFloat() : in.readDouble());
    }
  }
}
