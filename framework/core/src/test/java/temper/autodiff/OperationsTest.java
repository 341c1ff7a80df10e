package temper.autodiff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/** First and second derivatives of every operation against central differences. */
class OperationsTest {

  private static final Kernels KERNELS = KernelProviders.best().create(Precision.FLOAT64);

  /** An operation with the shapes of its inputs; inputs are positive if it needs them so. */
  private record Case(
      String label, boolean positive, List<Shape> shapes, Function<List<Variable>, Variable> f) {
    @Override
    public String toString() {
      return label + " of " + shapes;
    }
  }

  private static Case of(String label, Function<List<Variable>, Variable> f, Shape... shapes) {
    return new Case(label, false, List.of(shapes), f);
  }

  private static Shape s(int... lengths) {
    return Shape.of(lengths);
  }

  private static List<Variable> inputs(Tape tape, Case c) {
    RandomStream stream = new StreamRoot("operations").stream(c.toString(), 0, "inputs");
    List<Variable> inputs = new ArrayList<>();
    for (Shape shape : c.shapes) {
      Variable input = tape.input("input " + inputs.size(), shape);
      Tensor tensor = input.tensor();
      for (int i = 0; i < tensor.size(); i++) {
        // Away from 0, where some functions have a kink.
        double magnitude = stream.uniform(0.2, 1.7);
        tensor.set(i, c.positive || stream.nextBoolean() ? magnitude : -magnitude);
      }
      inputs.add(input);
    }
    return inputs;
  }

  private static Stream<Case> cases() {
    return Stream.of(unary(), binary(), reshaping(), matrices(), images(), channels(), classes())
        .flatMap(List::stream);
  }

  private static List<Case> unary() {
    List<Case> cases = new ArrayList<>();
    for (UnaryFunction function : UnaryFunction.values()) {
      boolean positive = function == UnaryFunction.LOG || function == UnaryFunction.SQRT;
      for (Shape shape : List.of(s(), s(0), s(1), s(2, 3))) {
        cases.add(
            new Case(
                function.name(),
                positive,
                List.of(shape),
                in -> Elementwise.apply(function, in.get(0))));
      }
    }
    cases.add(new Case("power", true, List.of(s(5)), in -> Elementwise.power(in.get(0), -0.75)));
    cases.add(of("affine", in -> Elementwise.affine(3, in.get(0), -2), s(5)));
    cases.add(
        of(
            "shared sub-expressions",
            in -> {
              Variable square = Elementwise.square(in.get(0));
              Variable both = Elementwise.multiply(square, Elementwise.exp(square));
              return Elementwise.add(both, Elementwise.divide(both, in.get(0)));
            },
            s(2, 2)));
    return cases;
  }

  private static List<Case> binary() {
    List<Case> cases = new ArrayList<>();
    Shape[][] pairs = {
      {s(), s()},
      {s(3), s(3)},
      {s(0), s(1)},
      {s(2, 3), s(3)},
      {s(2, 1), s(1, 3)},
      {s(), s(2, 2)},
      {s(2, 1, 3), s(4, 1)},
      {s(2, 3, 2), s(3, 1)},
      {s(0, 3), s(3)}
    };
    for (Shape[] pair : pairs) {
      cases.add(of("add", in -> Elementwise.add(in.get(0), in.get(1)), pair));
      cases.add(of("subtract", in -> Elementwise.subtract(in.get(0), in.get(1)), pair));
      cases.add(of("multiply", in -> Elementwise.multiply(in.get(0), in.get(1)), pair));
      cases.add(of("divide", in -> Elementwise.divide(in.get(0), in.get(1)), pair));
      cases.add(of("maximum", in -> Elementwise.maximum(in.get(0), in.get(1)), pair));
      cases.add(of("greater", in -> Elementwise.greater(in.get(0), in.get(1)), pair));
      cases.add(of("gate", in -> Elementwise.gate(in.get(0), in.get(1)), pair));
    }
    cases.add(of("x times itself", in -> Elementwise.multiply(in.get(0), in.get(0)), s(3)));
    return cases;
  }

  private static List<Case> reshaping() {
    return List.of(
        of("reshape", in -> Reshaping.reshape(in.get(0), s(3, 2)), s(2, 3)),
        of("slice", in -> Reshaping.slice(in.get(0), 1, s(2, 2)), s(6)),
        of("slice of nothing", in -> Reshaping.slice(in.get(0), 6, s(0)), s(6)),
        of(
            "overlapping slices",
            in ->
                Elementwise.multiply(
                    Reshaping.slice(in.get(0), 0, s(4)), Reshaping.slice(in.get(0), 2, s(4))),
            s(7)),
        of(
            "one part under two shapes",
            in ->
                Elementwise.add(
                    Reductions.sum(Elementwise.square(Reshaping.slice(in.get(0), 2, s(4)))),
                    Reductions.sum(Elementwise.exp(Reshaping.slice(in.get(0), 2, s(2, 2))))),
            s(7)),
        of(
            "slices and the whole",
            in ->
                Elementwise.multiply(
                    Reductions.sum(in.get(0)), Reshaping.slice(in.get(0), 1, s(2, 2))),
            s(2, 3)),
        of(
            "concatenate",
            in -> Reshaping.concatenate(List.of(in.get(0), in.get(1), in.get(0))),
            s(2, 2),
            s(3)),
        of("sum", in -> Reductions.sum(in.get(0)), s(2, 3)),
        of("sum of nothing", in -> Reductions.sum(in.get(0)), s(0, 3)),
        of("mean", in -> Reductions.mean(in.get(0)), s(2, 3)),
        of("sum of axis 0", in -> Reductions.sum(in.get(0), 0), s(2, 3, 2)),
        of("sum of axis 1", in -> Reductions.sum(in.get(0), 1), s(2, 3, 2)),
        of("sum of axis -1", in -> Reductions.sum(in.get(0), -1), s(2, 3, 2)),
        of("repeat", in -> Reductions.repeat(in.get(0), s(2, 3, 2)), s(3, 1)));
  }

  private static List<Case> matrices() {
    List<Case> cases = new ArrayList<>();
    int[][] sizes = {{2, 3, 4}, {1, 1, 1}, {3, 0, 2}, {0, 2, 3}, {2, 5, 1}};
    for (int[] size : sizes) {
      for (int flags = 0; flags < 4; flags++) {
        boolean ta = (flags & 1) == 1;
        boolean tb = (flags & 2) == 2;
        Shape a = ta ? s(size[1], size[0]) : s(size[0], size[1]);
        Shape b = tb ? s(size[2], size[1]) : s(size[1], size[2]);
        cases.add(
            of("product " + ta + tb, in -> Matrices.multiply(in.get(0), ta, in.get(1), tb), a, b));
      }
    }
    cases.add(of("transpose", in -> Matrices.transpose(in.get(0)), s(2, 3)));
    cases.add(of("dot", in -> Matrices.dot(in.get(0), in.get(1)), s(2, 3), s(2, 3)));
    cases.add(of("dot with itself", in -> Matrices.dot(in.get(0), in.get(0)), s(4)));
    return cases;
  }

  private static List<Case> images() {
    List<Case> cases = new ArrayList<>();
    int[][] convolutions = {{2, 3, 5, 4, 2, 3, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 0}};
    int[][] more = {{1, 2, 5, 5, 3, 3, 2, 1}, {0, 2, 3, 3, 2, 2, 1, 0}, {2, 2, 4, 4, 3, 1, 2, 0}};
    for (int[] g : Stream.of(convolutions, more).flatMap(Arrays::stream).toList()) {
      cases.add(
          of(
              "convolve stride " + g[6] + " padding " + g[7],
              in -> Images.convolve(in.get(0), in.get(1), g[6], g[7]),
              s(g[0], g[1], g[2], g[3]),
              s(g[4], g[1], g[5], g[5])));
    }
    int[][] pools = {{3, 2, 0, 1}, {3, 2, 1, 0}, {2, 2, 0, 0}, {3, 1, 1, 1}};
    for (int[] p : pools) {
      String label = " " + Arrays.toString(p);
      Shape shape = s(2, 2, 5, 4);
      cases.add(
          of(
              "max pool" + label,
              in -> Images.maxPool(in.get(0), p[0], p[1], p[2], p[3] == 1),
              shape));
      cases.add(
          of(
              "average pool" + label,
              in -> Images.averagePool(in.get(0), p[0], p[1], p[2], p[3] == 1),
              shape));
    }
    cases.add(of("global average pool", in -> Images.globalAveragePool(in.get(0)), s(2, 3, 2, 2)));
    return cases;
  }

  private static List<Case> channels() {
    List<Case> cases = new ArrayList<>();
    for (Shape x : List.of(s(3, 2), s(2, 3, 2, 3), s(0, 2), s(4, 1), s(2, 7, 1, 2))) {
      int c = x.length(1);
      cases.add(of("channel sum", in -> Channelwise.add(in.get(0), in.get(1)), x, s(c)));
      cases.add(of("channel product", in -> Channelwise.multiply(in.get(0), in.get(1)), x, s(c)));
      cases.add(of("sum by channel", in -> Channelwise.sum(in.get(0)), x));
      cases.add(of("channel window", in -> Channelwise.sumWindow(in.get(0), 3), x));
      if (x.size() > 0) {
        cases.add(
            of(
                "batch normalisation",
                in -> BatchNormalization.byBatch(in.get(0), in.get(1), 1e-2),
                x,
                s(2, c)));
        cases.add(
            new Case(
                "normalisation by moments",
                true,
                List.of(x, s(2, c), s(2, c)),
                in -> BatchNormalization.byMoments(in.get(0), in.get(1), 1e-2, in.get(2))));
      }
    }
    return cases;
  }

  private static List<Case> classes() {
    List<Case> cases = new ArrayList<>();
    for (Shape shape : List.of(s(3, 4), s(1, 1), s(0, 3), s(2, 1))) {
      cases.add(of("softmax", in -> Classification.softmax(in.get(0)), shape));
      cases.add(
          of(
              "cross-entropy",
              in -> {
                int rows = shape.length(0);
                int classes = shape.length(1);
                Labels labels = in.get(0).tape().labels("labels", rows, classes);
                for (int row = 0; row < rows; row++) {
                  labels.set(row, (2 * row + 1) % classes);
                }
                return Classification.crossEntropy(in.get(0), labels);
              },
              shape));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsTheLimitOfDifferences(Case c) {
    List<Variable> inputs = inputs(new Tape(Precision.FLOAT64), c);

    GradientCheck check = GradientCheck.of(KERNELS, c.f.apply(inputs), inputs);

    assertTrue(check.error() < GradientCheck.TOLERANCE, check.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSecondDerivativeIsTheLimitOfDifferencesOfTheFirst(Case c) {
    Tape tape = new Tape(Precision.FLOAT64);
    List<Variable> inputs = inputs(tape, c);
    Variable output = c.f.apply(inputs);
    // The square makes the gradient depend on the inputs even where the operation is linear.
    Variable loss = Reductions.sum(Elementwise.square(output));
    Variable gradients = Reshaping.concatenate(tape.gradient(loss, inputs));

    GradientCheck check = GradientCheck.of(KERNELS, gradients, inputs);

    assertTrue(check.error() < GradientCheck.TOLERANCE, check.toString());
  }
}
