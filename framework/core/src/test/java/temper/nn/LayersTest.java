package temper.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import temper.autodiff.Program;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.nn.builtin.Cifar10Full;
import temper.nn.builtin.CnnBnS;
import temper.nn.builtin.TwoLayerRelu;
import temper.nn.builtin.WideResidualNetwork;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** What the contract of models and the reference values leave open. */
class LayersTest {

  private static final Kernels KERNELS = KernelProviders.best().create(Precision.FLOAT64);

  private static RandomStream stream(String name) {
    return new StreamRoot("layers").stream(name, 0, "numbers");
  }

  /** The outputs of a model for a batch of ones. */
  private static double[] outputs(Model model, Mode mode, Tensor parameters, Tensor state) {
    Tape tape = new Tape(Precision.FLOAT64);
    Variable input = tape.input("examples", model.batch(2));
    input.tensor().fill(1);
    Variable outputs =
        model.record(
            mode,
            tape.input("parameters", parameters),
            tape.input("state", state),
            input,
            LayersTest::stream);
    Program program = tape.compile(KERNELS, outputs);
    program.run();
    return program.value(outputs).toArray();
  }

  private static Tensor zeros(int size) {
    return Tensor.zeros(Precision.FLOAT64, Shape.of(size));
  }

  @Test
  void dropoutKeepsOrDropsInTrainingAndDoesNothingInEvaluation() {
    Model model = Model.of((net, x) -> Layers.dropout(net, "dropout", x, 0.5), Shape.of(100));

    double[] trained = outputs(model, Mode.TRAIN, zeros(0), zeros(0));
    double[] evaluated = outputs(model, Mode.EVALUATE, zeros(0), zeros(0));

    long kept = Arrays.stream(trained).filter(value -> value == 2).count();
    long dropped = Arrays.stream(trained).filter(value -> value == 0).count();
    assertEquals(200, kept + dropped);
    assertTrue(kept > 50 && dropped > 50, "kept " + kept);
    assertTrue(Arrays.stream(evaluated).allMatch(value -> value == 1));
  }

  @Test
  void noiseIsSharedByExamplesAndChannelsAndFollowsItsLevel() {
    Model model =
        Model.of((net, x) -> ActivationNoise.of(net, 0.5).add("noise", x), Shape.of(2, 3, 3));
    Tensor state = model.state().initialize(Precision.FLOAT64, stream("state"));
    assertEquals(0.5, model.state().view(state, ActivationNoise.LEVEL).get(0));

    double[] half = outputs(model, Mode.TRAIN, zeros(0), state);
    state.fill(1);
    double[] whole = outputs(model, Mode.TRAIN, zeros(0), state);

    RandomStream draws = stream("noise");
    for (int i = 0; i < 9; i++) {
      double noise = draws.gaussian();
      for (int plane = 0; plane < 4; plane++) {
        assertEquals(1 + 0.5 * noise, half[9 * plane + i], 1e-15);
        assertEquals(1 + noise, whole[9 * plane + i], 1e-15);
      }
    }
    double[] evaluated = outputs(model, Mode.EVALUATE, zeros(0), state);
    assertTrue(Arrays.stream(evaluated).allMatch(value -> value == 1));
  }

  @Test
  void noiseOnUnitsIsSharedByExamples() {
    Model model = Model.of((net, x) -> ActivationNoise.of(net, 1).add("noise", x), Shape.of(3));
    Tensor state = model.state().initialize(Precision.FLOAT64, stream("state"));

    double[] noisy = outputs(model, Mode.TRAIN, zeros(0), state);

    assertNotEquals(noisy[0], noisy[1]);
    assertEquals(noisy[0], noisy[3]);
  }

  @Test
  void withoutALevelThereIsNoNoiseAndNoState() {
    CnnBnS cnn = new CnnBnS();
    Model quiet = cnn.create(new CnnBnS.Parameters(1, 0), Shape.of(1, 4, 4), 2);
    Model noisy = cnn.create(new CnnBnS.Parameters(1, 0.1), Shape.of(1, 4, 4), 2);

    assertEquals(quiet.state().size() + 1, noisy.state().size());
    assertFalse(quiet.state().toString().contains(ActivationNoise.LEVEL));
  }

  @Test
  void pairsOfNeuronsCancelAtFirst() {
    TwoLayerRelu plugin = new TwoLayerRelu();
    Model model = plugin.create(plugin.defaults(), Shape.of(5), 2);
    Tensor parameters = model.parameters().initialize(Precision.FLOAT64, stream("parameters"));
    Tensor state = model.state().initialize(Precision.FLOAT64, stream("state"));

    double[] outputs = outputs(model, Mode.TRAIN, parameters, state);

    for (double output : outputs) {
      assertEquals(0, output, 1e-15);
    }
    assertEquals(1 / 8.0, state.get(0));
    assertEquals(-1 / 8.0, state.get(1));
    assertEquals(-1 / 8.0, state.get(64));
    assertEquals(0, model.state().get("fc2.weight").rateFactor());
  }

  @Test
  void caffesRatesAndDecaysAreDeclared() {
    Cifar10Full full = new Cifar10Full();
    Layout layout = full.create(full.defaults(), Shape.of(3, 32, 32), 10).parameters();

    assertEquals(Shape.of(10, 1024), layout.get("ip1.weight").shape());
    assertEquals(250, layout.get("ip1.weight").decayFactor());
    assertEquals(0, layout.get("ip1.bias").decayFactor());
    assertEquals(2, layout.get("ip1.bias").rateFactor());
    assertEquals(1, layout.get("conv3.bias").rateFactor());
    assertEquals(1, layout.get("conv1.weight").rateFactor());
    assertEquals(89_578, layout.size());
  }

  @Test
  void theWideResidualNetworkHasThePublishedNumberOfParameters() {
    WideResidualNetwork wide = new WideResidualNetwork();

    // The paper's table 1 for WRN-16-1 and WRN-40-4 in millions; by layers, for 10 classes.
    assertEquals(175_066, parameters(wide, 16, 1));
    assertEquals(8_949_210, parameters(wide, 40, 4));
  }

  private static int parameters(WideResidualNetwork wide, int depth, int width) {
    return wide.create(
            new WideResidualNetwork.Parameters(depth, width, 16, 0), Shape.of(3, 32, 32), 10)
        .parameters()
        .size();
  }

  @Test
  void aLayoutFindsItsTensorsByName() {
    Model model =
        Model.of(
            (net, x) -> Layers.dense(net, "fc", x, 2, Weights.of(Initializer.constant(3))),
            Shape.of(2, 2));
    Tensor vector = model.parameters().initialize(Precision.FLOAT32, stream("parameters"));

    assertEquals("fc.weight [2, 4], fc.bias [2]", model.parameters().toString());
    assertEquals(3, model.parameters().view(vector, "fc.weight").get(7));
    assertEquals(0, model.parameters().view(vector, "fc.bias").get(0));
    assertEquals(Shape.of(2, 2), model.example());
    Layout same = Model.of((net, x) -> twice(net, x, "fc"), Shape.of(4)).parameters();
    assertEquals(model.parameters(), same);
    assertEquals(model.parameters().hashCode(), same.hashCode());
    assertNotEquals(model.parameters(), model.state());
  }

  private static Variable twice(Recorder net, Variable x, String name) {
    return Layers.dense(net, name, x, 2, Weights.of(Initializer.constant(0)));
  }

  private static Stream<Arguments> mistakes() {
    Model model = Model.of((net, x) -> twice(net, x, "fc"), Shape.of(4));
    Tape tape = new Tape(Precision.FLOAT64);
    Variable theta = tape.input("parameters", Shape.of(10));
    Variable none = tape.input("state", Shape.of(0));
    Variable batch = tape.input("x", Shape.of(3, 4));
    Variable image = tape.input("image", Shape.of(2, 1, 4, 4));
    return Stream.of(
        mistake(
            "'fc.weight' is declared twice",
            () -> Model.of((net, x) -> twice(net, twice(net, x, "fc"), "fc"), Shape.of(4))),
        mistake(
            "conv: images must be [batch, channels, height, width], got [1, 4]",
            () -> Model.of(LayersTest::convolved, Shape.of(4))),
        mistake(
            "parameters must be [10], got state [0]",
            () -> model.record(Mode.TRAIN, none, none, batch, LayersTest::stream)),
        mistake(
            "state must be [0], got parameters [10]",
            () -> model.record(Mode.TRAIN, theta, theta, batch, LayersTest::stream)),
        mistake(
            "no parameter 'fc.wieght'. Did you mean", () -> model.parameters().get("fc.wieght")),
        mistake(
            "need a vector of 10 numbers", () -> model.parameters().view(zeros(9), "fc.weight")),
        mistake("size must be odd", () -> Layers.normalizeWithinChannels(image, 2, 1, 0.5)),
        mistake(
            "depth must be 4 more than a multiple of 6",
            () -> new WideResidualNetwork.Parameters(17, 1, 16, 0)),
        mistake("hidden must be even", () -> new TwoLayerRelu.Parameters(3, 1, true)),
        mistake("logistic loss: needs outputs", () -> Losses.logistic(batch, none)),
        mistake("hinge loss: needs outputs", () -> Losses.hinge(batch, batch)),
        mistake("squared error: outputs and targets", () -> Losses.squaredError(batch, none)),
        mistake(
            "squared error: no outputs",
            () -> {
              Variable empty = tape.input("x", Shape.of(3, 0));
              Losses.squaredError(empty, empty);
            }));
  }

  private static Variable convolved(Recorder net, Variable x) {
    Window window = new Window(3, 1, 1);
    return Layers.convolve(net, "conv", x, 2, window, Weights.of(Initializer.constant(0)));
  }

  private static Arguments mistake(String message, Executable executable) {
    return Arguments.of(message, executable);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesReadWell(String message, Executable executable) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, executable);

    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aNetworkThatChangesWithItsModeIsRefused() {
    Model model =
        Model.of(
            (net, x) -> net.mode() == Mode.TRAIN ? twice(net, x, "fc") : twice(net, x, "other"),
            Shape.of(4));

    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> outputs(model, Mode.EVALUATE, zeros(10), zeros(0)));

    assertTrue(e.getMessage().contains("other.weight"), e.getMessage());
    assertArrayEquals(new double[4], outputs(model, Mode.TRAIN, zeros(10), zeros(0)));
    assertEquals(List.of(), model.state().parameters());
  }
}
