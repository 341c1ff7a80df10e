package temper.nn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import temper.autodiff.Reshaping;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.random.RandomStream;
import temper.tensor.Shape;

/**
 * What a network declares its parameters and state with while it records itself.
 *
 * @since 0.2
 */
public final class Recorder {

  private final Variable parameterVector;
  private final Variable stateVector;
  private final Mode mode;
  private final Streams streams;
  private final Part parameters = new Part();
  private final Part state = new Part();

  private static final class Part {
    private final List<Parameter> declared = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int end;

    Variable declare(Variable vector, Parameter parameter) {
      if (!names.add(parameter.name())) {
        throw new IllegalArgumentException("network: '" + parameter.name() + "' is declared twice");
      }
      declared.add(parameter);
      end = Math.addExact(end, parameter.shape().size());
      return Reshaping.slice(vector, parameter.start(), parameter.shape());
    }
  }

  Recorder(Variable parameterVector, Variable stateVector, Mode mode, Streams streams) {
    this.parameterVector = parameterVector;
    this.stateVector = stateVector;
    this.mode = mode;
    this.streams = streams;
  }

  /**
   * The tape.
   *
   * @return where the network is recorded
   */
  public Tape tape() {
    return parameterVector.tape();
  }

  /**
   * What the network is recorded for.
   *
   * @return training or evaluation
   */
  public Mode mode() {
    return mode;
  }

  /**
   * The stream of a layer that draws random numbers.
   *
   * @param name the layer's name
   * @return its stream
   */
  public RandomStream stream(String name) {
    return streams.stream(name);
  }

  /**
   * Declares a parameter.
   *
   * @param name its name, such as {@code conv1.weight}
   * @param shape its shape
   * @param initializer how it is filled at first
   * @return a view of the parameters' vector
   * @throws IllegalArgumentException if the name is taken
   */
  public Variable parameter(String name, Shape shape, Initializer initializer) {
    return parameter(name, shape, initializer, 1, 1);
  }

  /**
   * Declares a parameter with its own rate and decay.
   *
   * @param name its name, such as {@code conv1.weight}
   * @param shape its shape
   * @param initializer how it is filled at first
   * @param rateFactor by which its learning rate is multiplied
   * @param decayFactor by which its weight decay is multiplied
   * @return a view of the parameters' vector
   * @throws IllegalArgumentException if the name is taken
   */
  public Variable parameter(
      String name, Shape shape, Initializer initializer, double rateFactor, double decayFactor) {
    return parameters.declare(
        parameterVector,
        new Parameter(name, shape, parameters.end, initializer, rateFactor, decayFactor));
  }

  /**
   * Declares state: numbers that are kept with the parameters and not trained, such as running
   * statistics or the level of injected noise.
   *
   * @param name its name, such as {@code bn1.running_mean}
   * @param shape its shape
   * @param initializer how it is filled at first
   * @return a view of the state's vector
   * @throws IllegalArgumentException if the name is taken
   */
  public Variable state(String name, Shape shape, Initializer initializer) {
    return state.declare(stateVector, new Parameter(name, shape, state.end, initializer, 0, 0));
  }

  /** The last two declared vectors of parameters, as rows of one matrix. */
  Variable lastParametersAsRows(int length) {
    return lastAsRows(parameterVector, parameters, length);
  }

  /** The last two declared vectors of state, as rows of one matrix. */
  Variable lastStateAsRows(int length) {
    return lastAsRows(stateVector, state, length);
  }

  private static Variable lastAsRows(Variable vector, Part part, int length) {
    return Reshaping.slice(vector, part.end - 2 * length, Shape.of(2, length));
  }

  Layout parameterLayout() {
    return new Layout(parameters.declared);
  }

  Layout stateLayout() {
    return new Layout(state.declared);
  }
}
