package temper.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import temper.numerics.StableMath;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.UnaryFunction;

/** What is recorded, what is run, and where results lie. */
class TapeTest {

  private static final Kernels FLOAT64 = KernelProviders.best().create(Precision.FLOAT64);

  private final Tape tape = new Tape(Precision.FLOAT64);

  private static RandomStream stream() {
    return new StreamRoot("tape").stream("test", 0, "numbers");
  }

  private Variable input(int... lengths) {
    Variable variable = tape.input("x", Shape.of(lengths));
    RandomStream stream = stream();
    for (int i = 0; i < variable.shape().size(); i++) {
      variable.tensor().set(i, stream.gaussian());
    }
    return variable;
  }

  private static Variable relu(Variable x) {
    return Elementwise.apply(UnaryFunction.RELU, x);
  }

  /** The loss of a network of two dense layers whose parameters lie in one vector. */
  private Variable network(Variable x, Variable theta) {
    Variable first = Reshaping.slice(theta, 0, Shape.of(4, 3));
    Variable bias = Reshaping.slice(theta, 12, Shape.of(4));
    Variable second = Reshaping.slice(theta, 16, Shape.of(2, 4));
    Variable hidden = relu(Channelwise.add(Matrices.multiply(x, false, first, true), bias));
    Variable out = Matrices.multiply(hidden, false, second, true);
    return Reductions.mean(Elementwise.square(out));
  }

  @Test
  void aProgramReadsItsInputsWheneverItRuns() {
    Variable x = input(3);
    Variable y = Elementwise.scale(2, x);
    Program program = tape.compile(FLOAT64, y);

    for (double value : new double[] {1, -4}) {
      x.tensor().fill(value);
      program.run();
      assertArrayEquals(new double[] {2 * value, 2 * value, 2 * value}, program.value(y).toArray());
    }
  }

  @Test
  void equalOperationsOnEqualInputsAreOne() {
    Variable x = input(3);

    assertSame(Elementwise.exp(x), Elementwise.exp(x));
    assertNotSame(Elementwise.exp(x), Elementwise.exp(input(3)));
    assertNotSame(
        RandomDraws.gaussian(tape, Shape.of(2), stream()),
        RandomDraws.gaussian(tape, Shape.of(2), stream()));
  }

  @Test
  void nothingIsRunThatNoResultNeeds() {
    Variable x = input(5, 3);
    Variable theta = input(24);
    Variable loss = network(x, theta);
    Variable gradient = tape.gradient(loss, theta);

    assertEquals(0, tape.compile(FLOAT64, x).operationCount());
    assertEquals(7, tape.compile(FLOAT64, loss).operationCount());
    // Forward without the loss: product, bias, ReLU, product. Backward: slope of the squares,
    // both adjoints of the second product, gate of the ReLU, sum for the bias, and of the first
    // product the adjoint in its weights alone.
    assertEquals(10, tape.compile(FLOAT64, gradient).operationCount());
  }

  @Test
  void gradientsOfSlicesAreWrittenInTheirPlaces() {
    Variable theta = input(24);
    Variable gradient = tape.gradient(network(input(5, 3), theta), theta);
    Program program = tape.compile(FLOAT64, gradient);

    program.run();

    assertEquals(Shape.of(24), gradient.shape());
    long copies =
        gradient.producer().inputs().stream().filter(part -> part.producer() == null).count();
    assertEquals(0, copies);
    // The count above would be larger by three if parts were copied into the gradient.
    assertEquals(10, program.operationCount());
  }

  @Test
  void whatTheLossDoesNotDependOnHasGradientZero() {
    Variable x = input(3);
    Variable other = input(2);
    Variable unused = tape.gradient(Reductions.sum(x), other);
    Variable part = tape.gradient(Reductions.sum(Reshaping.slice(x, 1, Shape.of(1))), x);
    Program program = tape.compile(FLOAT64, unused, part);

    program.run();

    assertArrayEquals(new double[] {0, 0}, program.value(unused).toArray());
    assertArrayEquals(new double[] {0, 1, 0}, program.value(part).toArray());
  }

  @Test
  void storageThatIsUsedAgainChangesNoBit() {
    Variable theta = input(24);
    Variable loss = network(input(5, 3), theta);
    Variable gradient = tape.gradient(loss, theta);
    Variable second = tape.gradient(Matrices.dot(gradient, gradient), theta);
    List<Variable> all = new ArrayList<>();
    tape.nodes().forEach(node -> all.addAll(node.outputs()));
    Program sparing = tape.compile(FLOAT64, loss, second);
    Program generous = tape.compile(FLOAT64, all.toArray(new Variable[0]));

    for (int i = 0; i < 2; i++) {
      sparing.run();
      generous.run();
      assertArrayEquals(generous.value(second).toArray(), sparing.value(second).toArray());
      assertEquals(generous.number(loss), sparing.number(loss));
    }
    assertTrue(
        3 * sparing.storedElements() < 2 * generous.storedElements(),
        sparing.storedElements() + " of " + generous.storedElements());
  }

  @Test
  void aChainOfFunctionsIsComputedInPlace() {
    Variable x = input(100);
    Variable y = relu(Elementwise.exp(Elementwise.scale(3, Elementwise.square(x))));
    Program program = tape.compile(FLOAT64, y);
    double[] before = x.tensor().toArray();

    program.run();

    assertEquals(100, program.storedElements());
    assertArrayEquals(before, x.tensor().toArray());
    double square = before[7] * before[7];
    assertEquals(
        StableMath.exp(3 * square), program.value(y).get(7), 1e-12 * program.value(y).get(7));
  }

  @Test
  void anInputOfWhichAPartIsReadBesidesIsNotOverwritten() {
    Variable x = Elementwise.square(input(3, 2));
    Variable y = Channelwise.add(x, Reshaping.slice(x, 2, Shape.of(2)));
    Program sparing = tape.compile(FLOAT64, y);
    Program generous = tape.compile(FLOAT64, x, y);

    sparing.run();
    generous.run();

    assertArrayEquals(generous.value(y).toArray(), sparing.value(y).toArray());
  }

  @Test
  void whatDoesNotFitInMemorySaysHowMuchItWouldBe() {
    Variable x = tape.input("x", Shape.of());
    Variable huge = Elementwise.exp(Reductions.repeat(x, Shape.of(Integer.MAX_VALUE - 8)));

    OutOfMemoryError e = assertThrows(OutOfMemoryError.class, () -> tape.compile(FLOAT64, huge));

    assertTrue(e.getMessage().contains("stores 2147483639 FLOAT64 numbers (16383 MB)"));
    assertTrue(e.getMessage().contains("smaller batch"), e.getMessage());
  }

  @Test
  void aRunAllocatesNothing() {
    Variable theta = input(24);
    Variable loss = network(input(5, 3), theta);
    Program program = tape.compile(FLOAT64, loss, tape.gradient(loss, theta));
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 2000; i++) {
      program.run();
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      program.run();
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(allocated < 50_000, "bytes in 1000 runs: " + allocated);
  }

  @Test
  void constantsAreFoldedWhenTheyAreRecorded() {
    Variable two = tape.constant(Shape.of(3), 2);
    Variable x = input(3);

    assertSame(x, Elementwise.multiply(x, tape.constant(Shape.of(3), 1)));
    assertSame(x, Elementwise.add(x, tape.constant(Shape.of(), 0)));
    assertSame(x, Elementwise.subtract(x, tape.constant(Shape.of(1), 0)));
    assertTrue(Elementwise.add(two, two).isUniform(4));
    assertTrue(Elementwise.subtract(tape.constant(Shape.of(), 5), two).isUniform(3));
    assertTrue(Elementwise.multiply(tape.constant(Shape.of(), 5), two).isUniform(10));
    assertTrue(Reductions.sum(two).isUniform(6));
    assertTrue(Reductions.repeat(two, Shape.of(2, 3)).isUniform(2));
    assertTrue(Reshaping.reshape(two, Shape.of(3, 1)).isUniform(2));
    assertTrue(Reshaping.concatenate(List.of(two, two)).isUniform(2));
    assertTrue(Channelwise.sum(tape.constant(Shape.of(2, 3, 4), 1)).isUniform(8));
    assertSame(Elementwise.scale(6, x), Elementwise.scale(2, Elementwise.scale(3, x)));
    assertNotSame(Elementwise.scale(15, x), Elementwise.scale(5, Elementwise.scale(3, x)));
  }

  @Test
  void randomDrawsAreNewInEveryRunAndRepeatFromTheStreamsPosition() {
    RandomStream stream = stream();
    Variable noise = RandomDraws.gaussian(tape, Shape.of(5), stream);
    Variable mask = RandomDraws.dropoutMask(tape, Shape.of(1000), 0.2, stream);
    Program program = tape.compile(FLOAT64, noise, mask);

    program.run();
    double[] first = program.value(noise).toArray();
    double[] masks = program.value(mask).toArray();
    program.run();
    assertNotEquals(first[0], program.value(noise).get(0));
    stream.seek(0);
    program.run();

    assertArrayEquals(first, program.value(noise).toArray());
    assertArrayEquals(masks, program.value(mask).toArray());
    int kept = 0;
    for (double value : masks) {
      assertTrue(value == 0 || value == 1 / 0.8, "mask " + value);
      kept += value == 0 ? 0 : 1;
    }
    // Binomial(1000, 0.8) is farther than 65 from its mean once in about 4 million times.
    assertTrue(Math.abs(kept - 800) < 65, "kept " + kept);
  }

  @Test
  void aMistakenGradientIsFound() {
    Variable x = input(4);
    Variable right = Elementwise.square(x);
    Variable wrong = Elementwise.multiply(x, Alias.of(x));

    assertTrue(GradientCheck.of(FLOAT64, right, List.of(x)).error() < 1e-8);
    // A tape that forgets one of two paths: its own gradient is half of the difference's.
    Variable other = tape.input("other", x.tensor());
    Variable forgotten = Elementwise.multiply(x, other);
    GradientCheck check = GradientCheck.of(FLOAT64, forgotten, List.of(x));
    assertTrue(check.error() > 0.1, check.toString());
    assertTrue(check.toString().contains("x["), check.toString());
    assertTrue(GradientCheck.of(FLOAT64, wrong, List.of(x)).error() < 1e-8);
    assertEquals(0, GradientCheck.of(FLOAT64, input(0), List.of()).error());
  }

  private static Stream<Arguments> mistakes() {
    Tape tape = new Tape(Precision.FLOAT64);
    Variable a = tape.input("a", Shape.of(2, 3));
    Variable b = tape.input("b", Shape.of(4, 5));
    Variable vector = tape.input("vector", Shape.of(7));
    Variable image = tape.input("image", Shape.of(2, 3, 4, 4));
    Variable filter = tape.input("filter", Shape.of(2, 2, 3, 3));
    Variable large = tape.input("large", Shape.of(2, 3, 5, 5));
    Variable pairs = tape.input("pairs", Shape.of(2, 4));
    Variable ok = tape.input("ok", Shape.of(2, 3));
    Labels labels = tape.labels("labels", 3, 4);
    return Stream.of(
        mistake("add: shapes [2, 3] and [4, 5]", () -> Elementwise.add(a, b)),
        mistake("matrix product: [2, 3] times [4, 5]", () -> Matrices.multiply(a, b)),
        mistake(
            "matrix product: [2, 3] transposed times [4, 5] transposed",
            () -> Matrices.multiply(a, true, b, true)),
        mistake("must have two axes, got [2, 3] and [7]", () -> Matrices.multiply(a, vector)),
        mistake("transpose: needs two axes, got [7]", () -> Matrices.transpose(vector)),
        mistake("inner product: shapes must be equal", () -> Matrices.dot(a, b)),
        mistake("reshape: [2, 3] of 6", () -> Reshaping.reshape(a, Shape.of(5))),
        mistake("slice: [4] from element 3", () -> Reshaping.slice(a, 3, Shape.of(4))),
        mistake("slice: [4] from element -1", () -> Reshaping.slice(a, -1, Shape.of(4))),
        mistake("flatten: [2, 3] has axes 0 to 1, got 3", () -> Reshaping.flatten(a, 3)),
        mistake("concatenate: got no variables", () -> Reshaping.concatenate(List.of())),
        mistake("sum: shape [2, 3] has no axis 2", () -> Reductions.sum(a, 2)),
        mistake("sum: shape [7] does not broadcast", () -> Reductions.sumTo(a, Shape.of(7))),
        mistake("repeat: shape [2, 3]", () -> Reductions.repeat(a, Shape.of(2, 4))),
        mistake("mean: x [0] has no elements", () -> Reductions.mean(tape.input("x", Shape.of(0)))),
        mistake("[outputs, 3, kernel, kernel], got [2, 2, 3, 3]", () -> conv(image, filter, 1, 1)),
        mistake("convolution: a convolution needs", () -> conv(image, large, 0, 1)),
        mistake("convolution: a kernel of 5 x 5 does not fit", () -> conv(image, large, 1, 0)),
        mistake("convolution: images must be", () -> conv(a, large, 1, 1)),
        mistake("max pooling: a window of 5 x 5", () -> Images.maxPool(image, 5, 1, 0, true)),
        mistake("average pooling: images", () -> Images.averagePool(a, 3, 1, 0, true)),
        mistake("global average pooling: images", () -> Images.globalAveragePool(a)),
        mistake("channel sum: needs [batch, channels", () -> Channelwise.add(vector, vector)),
        mistake("channel sum: needs", () -> Channelwise.add(image, vector)),
        mistake("channel window: window must be odd", () -> Channelwise.sumWindow(image, 2)),
        mistake("[2, channels], got [2, 3] and [2, 4]", () -> normalize(a, pairs, 1)),
        mistake("epsilon must be > 0 and finite, got 0.0", () -> normalize(a, ok, 0)),
        mistake(
            "momentum must be in [0, 1], got 2.0",
            () -> BatchNormalization.byBatch(a, tape.input("s", Shape.of(2, 3)), 1, ok, 2)),
        mistake("softmax: needs [rows, classes]", () -> Classification.softmax(vector)),
        mistake(
            "logits [2, 3] need 2 labels of 3 classes, got 3 of 4",
            () -> Classification.crossEntropy(a, labels)),
        mistake("example 1 has label 4, labels are 0 to 3", () -> labels.set(1, 4)),
        mistake("labels y: size must be >= 0", () -> tape.labels("y", -1, 2)),
        mistake("dropout: probability must be in [0, 1), got 1.0", () -> mask(tape, 1)),
        mistake("gradient: the loss must be one number, got a [2, 3]", () -> tape.gradient(a, a)),
        mistake(
            "must have the same shapes", () -> tape.adjoint(List.of(a), List.of(b), List.of(a))),
        mistake(
            "add: a [2, 3] is on another tape",
            () -> Elementwise.add(new Tape(Precision.FLOAT64).input("c", Shape.of(2, 3)), a)),
        mistake(
            "a tape of FLOAT32 takes no kernels of FLOAT64",
            () -> new Tape(Precision.FLOAT32).compile(FLOAT64)),
        mistake(
            "input p: a tape of FLOAT32 takes no FLOAT64 [2, 3]",
            () -> new Tape(Precision.FLOAT32).input("p", a.tensor())),
        mistake(
            "gradients are checked in FLOAT64",
            () -> {
              Variable x = new Tape(Precision.FLOAT32).input("x", Shape.of());
              GradientCheck.of(FLOAT64, x, List.of(x));
            }),
        mistake(
            "exp [2, 3] is not among the results",
            () -> tape.compile(FLOAT64, a).value(Elementwise.exp(a))),
        mistake("a [2, 3] is not one number", () -> tape.compile(FLOAT64, a).number(a)));
  }

  private static Variable conv(Variable image, Variable filter, int stride, int padding) {
    return Images.convolve(image, filter, stride, padding);
  }

  private static Variable normalize(Variable x, Variable pairs, double epsilon) {
    return BatchNormalization.byBatch(x, pairs, epsilon);
  }

  private static Variable mask(Tape tape, double probability) {
    return RandomDraws.dropoutMask(tape, Shape.of(1), probability, stream());
  }

  private static Arguments mistake(String message, Executable executable) {
    return Arguments.of(message, executable);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesNameTheOperationAndTheShapes(String message, Executable executable) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, executable);

    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void computedVariablesHaveNoTensorOfTheirOwn() {
    Variable y = Elementwise.exp(input(2));

    IllegalStateException e = assertThrows(IllegalStateException.class, y::tensor);

    assertTrue(e.getMessage().contains("exp [2]"), e.getMessage());
  }
}
