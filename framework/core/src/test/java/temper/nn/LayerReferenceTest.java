package temper.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.autodiff.BatchNormalization;
import temper.autodiff.Images;
import temper.autodiff.Labels;
import temper.autodiff.Matrices;
import temper.autodiff.Program;
import temper.autodiff.Reshaping;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Values and gradients of layers against PyTorch. */
class LayerReferenceTest {

  private static final Kernels KERNELS = KernelProviders.best().create(Precision.FLOAT64);

  /** Both sides compute in float64, with sums in different orders. */
  private static final double TOLERANCE = 1e-12;

  private record Input(int seed, double scale, double shift, Shape shape) {}

  private record Case(String name, List<Input> inputs, Function<List<Variable>, Variable> layer) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Input input(int seed, double scale, double shift, int... lengths) {
    return new Input(seed, scale, shift, Shape.of(lengths));
  }

  private static Stream<Case> cases() {
    return Stream.of(convolutions(), pools(), normalizations(), losses(), activations())
        .flatMap(List::stream);
  }

  private static List<Case> convolutions() {
    List<Case> cases = new ArrayList<>();
    for (int[] g : new int[][] {{1, 2, 5}, {2, 1, 3}, {1, 0, 1}, {2, 0, 1}}) {
      cases.add(
          new Case(
              "convolve kernel %d stride %d padding %d".formatted(g[2], g[0], g[1]),
              List.of(input(1, 1, 0, 2, 3, 7, 6), input(2, 1, 0, 4, 3, g[2], g[2])),
              in -> Images.convolve(in.get(0), in.get(1), g[0], g[1])));
    }
    return cases;
  }

  private static List<Case> pools() {
    List<Case> cases = new ArrayList<>();
    for (int[] g : new int[][] {{3, 2, 0, 1}, {3, 2, 1, 0}, {2, 2, 0, 0}}) {
      boolean ceil = g[3] == 1;
      String label = "kernel %d stride %d padding %d %s".formatted(g[0], g[1], g[2], ceil);
      List<Input> inputs = List.of(input(3, 1, 0, 2, 2, 8, 6));
      cases.add(
          new Case(
              "max pool " + label,
              inputs,
              in -> Images.maxPool(in.get(0), g[0], g[1], g[2], ceil)));
      cases.add(
          new Case(
              "average pool " + label,
              inputs,
              in -> Images.averagePool(in.get(0), g[0], g[1], g[2], ceil)));
    }
    return cases;
  }

  private static List<Case> normalizations() {
    List<Case> cases = new ArrayList<>();
    for (int[] lengths : new int[][] {{5, 3}, {3, 2, 4, 5}}) {
      int channels = lengths[1];
      String name = "batch normalisation of rank " + lengths.length;
      List<Input> inputs =
          List.of(
              new Input(4, 3, 1, Shape.of(lengths)),
              input(5, 1, 1, channels),
              input(6, 1, 0, channels));
      cases.add(
          new Case(name, inputs, in -> BatchNormalization.byBatch(in.get(0), rows(in), 1e-5)));
      cases.add(
          new Case(
              name + " in evaluation",
              inputs,
              in -> {
                Variable moments = in.get(0).tape().input("moments", Shape.of(2, channels));
                double[] running = Reference.row(name + " running");
                for (int i = 0; i < running.length; i++) {
                  moments.tensor().set(i, running[i]);
                }
                return BatchNormalization.byMoments(in.get(0), rows(in), 1e-5, moments);
              }));
    }
    List<Input> across = List.of(input(7, 4, 0, 2, 5, 3, 3));
    cases.add(
        new Case(
            "normalise across channels",
            across,
            in -> Layers.normalizeAcrossChannels(in.get(0), 3, 0.5, 0.75)));
    cases.add(
        new Case(
            "normalise across channels with another power",
            across,
            in -> Layers.normalizeAcrossChannels(in.get(0), 5, 0.3, 0.6)));
    cases.add(
        new Case(
            "normalise within channels",
            List.of(input(8, 4, 0, 2, 2, 4, 5)),
            in -> Layers.normalizeWithinChannels(in.get(0), 3, 0.5, 0.75)));
    return cases;
  }

  /** Scale and shift as rows of one matrix. */
  private static Variable rows(List<Variable> in) {
    Variable both = Reshaping.concatenate(List.of(in.get(1), in.get(2)));
    return Reshaping.reshape(both, Shape.of(2, in.get(1).shape().size()));
  }

  private static List<Case> losses() {
    double[] signs = {1, -1, 1, 1, -1};
    return List.of(
        new Case(
            "cross-entropy",
            List.of(input(9, 6, 0, 5, 4)),
            in -> {
              Labels labels = in.get(0).tape().labels("labels", 5, 4);
              int[] classes = {0, 3, 1, 2, 3};
              for (int i = 0; i < classes.length; i++) {
                labels.set(i, classes[i]);
              }
              return Losses.crossEntropy(in.get(0), labels);
            }),
        new Case(
            "logistic loss",
            List.of(input(10, 6, 0, 5)),
            in -> Losses.logistic(in.get(0), vector(in.get(0), signs))),
        new Case(
            "hinge loss",
            List.of(input(10, 6, 0, 5)),
            in -> Losses.hinge(in.get(0), vector(in.get(0), signs))),
        new Case(
            "squared error",
            List.of(input(11, 1, 0, 5, 3)),
            in -> {
              Variable targets = in.get(0).tape().input("targets", Shape.of(5, 3));
              Reference.fill(targets.tensor(), 12, 1, 0);
              return Losses.squaredError(in.get(0), targets);
            }));
  }

  private static Variable vector(Variable x, double[] values) {
    Tensor tensor = Tensor.of(Precision.FLOAT64, Shape.of(values.length), values);
    return x.tape().input("signs", tensor);
  }

  private static List<Case> activations() {
    return Stream.of(Activation.values())
        .map(
            activation ->
                new Case(
                    "activation " + activation.name().toLowerCase(Locale.ROOT),
                    List.of(input(13, 12, 0, 40)),
                    in -> activation.apply(in.get(0))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valuesAndGradientsAreThoseOfPyTorch(Case c) {
    Tape tape = new Tape(Precision.FLOAT64);
    List<Variable> inputs = new ArrayList<>();
    for (Input input : c.inputs) {
      Variable variable = tape.input("input " + inputs.size(), input.shape);
      Reference.fill(variable.tensor(), input.seed, input.scale, input.shift);
      inputs.add(variable);
    }
    Variable output = c.layer.apply(inputs);
    Variable weights = tape.input("weights", output.shape());
    Reference.fill(weights.tensor(), 99, 1, 0);
    List<Variable> gradients = tape.gradient(Matrices.dot(output, weights), inputs);
    List<Variable> results = new ArrayList<>(gradients);
    results.add(output);
    Program program = tape.compile(KERNELS, results.toArray(new Variable[0]));

    program.run();

    assertClose(c.name, program.value(output));
    for (int i = 0; i < inputs.size(); i++) {
      assertClose(c.name + " gradient " + i, program.value(gradients.get(i)));
    }
  }

  private static void assertClose(String name, Tensor actual) {
    assertArrayEquals(Reference.row(name), actual.toArray(), TOLERANCE, name);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void runningMomentsAreThoseOfPyTorch(int rank) {
    Shape shape = rank == 2 ? Shape.of(5, 3) : Shape.of(3, 2, 4, 5);
    int channels = shape.length(1);
    Tape tape = new Tape(Precision.FLOAT64);
    Variable x = tape.input("x", shape);
    Reference.fill(x.tensor(), 4, 3, 1);
    Variable scaleAndShift = tape.input("scale and shift", Shape.of(2, channels));
    Variable running = tape.input("running", Shape.of(2, channels));
    running.tensor().view(channels, Shape.of(channels)).fill(1);
    Variable y = BatchNormalization.byBatch(x, scaleAndShift, 1e-5, running, 0.1);

    tape.compileWithUpdates(KERNELS, y).run();

    assertEquals(2 * channels, running.tensor().size());
    assertClose("batch normalisation of rank " + rank + " running", running.tensor());
  }
}
