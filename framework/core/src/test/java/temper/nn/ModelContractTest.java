package temper.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.autodiff.GradientCheck;
import temper.autodiff.HessianVectorProduct;
import temper.autodiff.Labels;
import temper.autodiff.Program;
import temper.autodiff.Reductions;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.plugin.Constraints;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Registry;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** What every model that is found by name must keep, with all of its examples. */
class ModelContractTest {

  private static final Registry<ModelPlugin<?>> MODELS = Registry.of(ModelPlugin.class);
  private static final Kernels FLOAT32 = KernelProviders.best().create(Precision.FLOAT32);
  private static final Kernels FLOAT64 = KernelProviders.best().create(Precision.FLOAT64);
  private static final int OUTPUTS = 3;

  /** Larger models are left to the reference traces: checking an element takes two runs. */
  private static final int CHECKED_PARAMETERS = 700;

  private record Case(ModelPlugin<?> plugin, String label, Record parameters) {
    Model create() {
      return create(plugin, parameters);
    }

    private static <P extends Record> Model create(ModelPlugin<P> plugin, Record parameters) {
      @SuppressWarnings("unchecked") // An example of the plug-in has the plug-in's parameters.
      P typed = (P) parameters;
      return plugin.create(typed, plugin.smallestExample(), OUTPUTS);
    }

    @Override
    public String toString() {
      return plugin.name() + ": " + label;
    }
  }

  private static List<ModelPlugin<?>> plugins() {
    return MODELS.all();
  }

  private static Stream<Case> cases() {
    return plugins().stream()
        .flatMap(
            plugin ->
                plugin.examples().stream()
                    .map(example -> new Case(plugin, example.label(), example.parameters())));
  }

  /** A model recorded for a batch, with all that a test looks at. */
  private static final class Recorded {
    private final Tape tape;
    private final Tensor parameters;
    private final Tensor state;
    private final Variable theta;
    private final Variable input;
    private final Labels labels;
    private final Variable outputs;
    private final Variable loss;

    Recorded(Model model, Precision precision, Mode mode, int batch) {
      parameters = model.parameters().initialize(precision, stream("parameters"));
      state = model.state().initialize(precision, stream("state"));
      tape = new Tape(precision);
      theta = tape.input("parameters", parameters);
      input = tape.input("examples", model.batch(batch));
      labels = tape.labels("labels", batch, OUTPUTS);
      RandomStream data = stream("examples");
      for (int i = 0; i < input.shape().size(); i++) {
        input.tensor().set(i, 2 * data.gaussian());
      }
      for (int i = 0; i < batch; i++) {
        labels.set(i, i % OUTPUTS);
      }
      Variable stateVector = tape.input("state", state);
      outputs = model.record(mode, theta, stateVector, input, ModelContractTest::stream);
      loss =
          batch == 0
              ? Reductions.sum(Losses.crossEntropy(outputs, labels))
              : Reductions.mean(Losses.crossEntropy(outputs, labels));
    }
  }

  private static RandomStream stream(String purpose) {
    return new StreamRoot("models").stream("contract", 0, purpose);
  }

  @Test
  void everyModelOfThePackageIsDiscovered() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("temper.nn")
                .stream()
                .filter(type -> type.isAssignableTo(ModelPlugin.class))
                .filter(type -> !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> discovered =
        plugins().stream()
            .map(plugin -> plugin.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, discovered);
    assertTrue(discovered.size() >= 7, "models: " + discovered);
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void theCatalogueEntryIsComplete(ModelPlugin<?> plugin) {
    assertTrue(plugin.summary().endsWith("."), plugin.summary());
    assertFalse(plugin.source().title().isEmpty());
    assertFalse(plugin.examples().isEmpty());
    List<String> labels = plugin.examples().stream().map(Example::label).toList();
    assertEquals(Set.copyOf(labels).size(), labels.size(), "labels differ: " + labels);
    for (RecordComponent component : plugin.defaults().getClass().getRecordComponents()) {
      assertNotNull(component.getAnnotation(Doc.class), "@Doc on " + component);
    }
    assertEquals(plugin.defaults(), plugin.defaults());
    assertEquals(List.of(), Constraints.check(plugin.defaults()));
    for (Example<?> example : plugin.examples()) {
      assertEquals(List.of(), Constraints.check(example.parameters()), example.label());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void parametersLieOneAfterTheOtherUnderDifferentNames(Case c) {
    for (Layout layout : List.of(c.create().parameters(), c.create().state())) {
      int end = 0;
      Set<String> names = new HashSet<>();
      for (Parameter parameter : layout.parameters()) {
        assertEquals(end, parameter.start(), parameter.name());
        assertTrue(names.add(parameter.name()), parameter.name());
        end += parameter.shape().size();
      }
      assertEquals(end, layout.size());
    }
    assertTrue(c.create().parameters().size() > 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputsHaveTheShapeAskedForInBatchesOfAnySize(Case c) {
    Model model = c.create();

    assertEquals(Shape.of(OUTPUTS), model.output());
    for (int batch : new int[] {0, 1, 4}) {
      for (Mode mode : Mode.values()) {
        Recorded recorded = new Recorded(model, Precision.FLOAT32, mode, batch);
        Variable gradient = recorded.tape.gradient(recorded.loss, recorded.theta);
        Program program = recorded.tape.compile(FLOAT32, recorded.outputs, gradient);
        program.run();

        assertEquals(Shape.of(batch, OUTPUTS), recorded.outputs.shape());
        assertTrue(finite(program.value(recorded.outputs)), mode + " " + batch);
        assertTrue(finite(program.value(gradient)), mode + " " + batch);
      }
    }
  }

  private static boolean finite(Tensor tensor) {
    return Arrays.stream(tensor.toArray()).allMatch(Double::isFinite);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreTheLimitOfDifferences(Case c) {
    Model model = c.create();
    if (model.parameters().size() > CHECKED_PARAMETERS) {
      return;
    }
    Recorded recorded = new Recorded(model, Precision.FLOAT64, Mode.EVALUATE, 4);
    perturb(recorded.parameters);

    GradientCheck check =
        GradientCheck.of(FLOAT64, recorded.loss, List.of(recorded.theta, recorded.input));

    assertTrue(check.error() < GradientCheck.TOLERANCE, check.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingGradientsAreTheLimitOfDifferences(Case c) {
    Model model = c.create();
    boolean random = stochastic(model);
    if (model.parameters().size() > CHECKED_PARAMETERS || random) {
      return;
    }
    Recorded recorded = new Recorded(model, Precision.FLOAT64, Mode.TRAIN, 4);
    perturb(recorded.parameters);

    GradientCheck check = GradientCheck.of(FLOAT64, recorded.loss, List.of(recorded.theta));

    assertTrue(check.error() < GradientCheck.TOLERANCE, check.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void curvatureIsTheLimitOfDifferencesOfTheGradient(Case c) {
    Model model = c.create();
    if (model.parameters().size() > CHECKED_PARAMETERS || stochastic(model)) {
      return;
    }
    Recorded recorded = new Recorded(model, Precision.FLOAT64, Mode.TRAIN, 4);
    perturb(recorded.parameters);
    Variable gradient = recorded.tape.gradient(recorded.loss, recorded.theta);
    Program program = recorded.tape.compile(FLOAT64, gradient);
    Tensor direction = Tensor.zeros(Precision.FLOAT64, recorded.theta.shape());
    perturb(direction);
    Tensor product = direction.copy();

    new HessianVectorProduct(FLOAT64, recorded.loss, recorded.theta).multiply(direction, product);

    double h = 1e-6;
    FLOAT64.accumulate(h, direction, 1, recorded.parameters);
    program.run();
    Tensor difference = program.value(gradient).copy();
    FLOAT64.accumulate(-2 * h, direction, 1, recorded.parameters);
    program.run();
    FLOAT64.accumulate(-1, program.value(gradient), 1, difference);
    double largest = Math.sqrt(FLOAT64.dot(product, product));
    for (int i = 0; i < product.size(); i++) {
      double error = product.get(i) - difference.get(i) / (2 * h);
      assertEquals(0, error, 1e-7 + 1e-6 * largest, c + " " + i);
    }
  }

  /** Whether the model draws random numbers while it trains. */
  private static boolean stochastic(Model model) {
    Recorded recorded = new Recorded(model, Precision.FLOAT32, Mode.TRAIN, 4);
    Program program = recorded.tape.compile(FLOAT32, recorded.outputs);
    program.run();
    double[] first = program.value(recorded.outputs).toArray();
    program.run();
    return !Arrays.equals(first, program.value(recorded.outputs).toArray());
  }

  /** Away from the zeros and ones of a new model, where mistakes can hide. */
  private static void perturb(Tensor parameters) {
    RandomStream stream = stream("perturbation");
    for (int i = 0; i < parameters.size(); i++) {
      parameters.set(i, parameters.get(i) + 0.3 * stream.gaussian());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingStepsAreRepeatedToTheBit(Case c) {
    double[] once = trained(c);

    assertArrayEquals(once, trained(c));
  }

  /** Parameters and state after three steps of gradient descent. */
  private static double[] trained(Case c) {
    Model model = c.create();
    Recorded recorded = new Recorded(model, Precision.FLOAT32, Mode.TRAIN, 4);
    Variable gradient = recorded.tape.gradient(recorded.loss, recorded.theta);
    Program step = recorded.tape.compileWithUpdates(FLOAT32, recorded.loss, gradient);
    double[] before = recorded.parameters.toArray();
    for (int i = 0; i < 3; i++) {
      step.run();
      FLOAT32.accumulate(-0.01, step.value(gradient), 1, recorded.parameters);
    }
    assertNotEquals(Arrays.toString(before), Arrays.toString(recorded.parameters.toArray()));
    return IntStream.concat(bits(recorded.parameters), bits(recorded.state))
        .mapToDouble(bits -> bits)
        .toArray();
  }

  private static IntStream bits(Tensor tensor) {
    return Arrays.stream(tensor.toArray()).mapToInt(x -> Float.floatToRawIntBits((float) x));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void evaluationTreatsExamplesOneByOne(Case c) {
    Model model = c.create();
    Recorded batch = new Recorded(model, Precision.FLOAT32, Mode.EVALUATE, 4);
    Program ofBatch = batch.tape.compile(FLOAT32, batch.outputs);
    ofBatch.run();
    Recorded single = new Recorded(model, Precision.FLOAT32, Mode.EVALUATE, 1);
    Program ofSingle = single.tape.compile(FLOAT32, single.outputs);
    int size = model.example().size();

    for (int example = 0; example < 4; example++) {
      single.input.tensor().copyFrom(batch.input.tensor().view(example * size, model.batch(1)));
      ofSingle.run();

      assertArrayEquals(
          ofBatch.value(batch.outputs).view(example * OUTPUTS, Shape.of(OUTPUTS)).toArray(),
          ofSingle.value(single.outputs).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyTrainingStepsChangeTheState(Case c) {
    Recorded recorded = new Recorded(c.create(), Precision.FLOAT32, Mode.TRAIN, 4);
    double[] before = recorded.state.toArray();

    recorded.tape.compile(FLOAT32, recorded.loss).run();
    assertArrayEquals(before, recorded.state.toArray());

    recorded.tape.compileWithUpdates(FLOAT32, recorded.loss).run();
    boolean keepsStatistics =
        c.create().state().parameters().stream().anyMatch(p -> p.name().endsWith("running_mean"));
    assertEquals(keepsStatistics, !Arrays.equals(before, recorded.state.toArray()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasTrainedIsRestoredToTheBit(Case c) {
    Model model = c.create();
    Recorded trained = new Recorded(model, Precision.FLOAT32, Mode.TRAIN, 4);
    trained.tape.compileWithUpdates(FLOAT32, trained.loss).run();
    Recorded original = new Recorded(model, Precision.FLOAT32, Mode.EVALUATE, 4);
    original.parameters.copyFrom(trained.parameters);
    original.state.copyFrom(trained.state);
    Recorded restored = new Recorded(model, Precision.FLOAT32, Mode.EVALUATE, 4);
    for (Parameter parameter : model.parameters().parameters()) {
      Tensor saved = model.parameters().view(trained.parameters, parameter.name()).copy();
      model.parameters().view(restored.parameters, parameter.name()).copyFrom(saved);
    }
    for (Parameter parameter : model.state().parameters()) {
      Tensor saved = model.state().view(trained.state, parameter.name()).copy();
      model.state().view(restored.state, parameter.name()).copyFrom(saved);
    }

    Program a = original.tape.compile(FLOAT32, original.outputs);
    Program b = restored.tape.compile(FLOAT32, restored.outputs);
    a.run();
    b.run();

    assertArrayEquals(a.value(original.outputs).toArray(), b.value(restored.outputs).toArray());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wrongShapesAreRejectedWithBothShapes(Case c) {
    Model model = c.create();
    Tape tape = new Tape(Precision.FLOAT32);
    Variable theta = tape.input("parameters", Shape.of(model.parameters().size()));
    Variable state = tape.input("state", Shape.of(model.state().size()));
    Variable wrong = tape.input("examples", Shape.of(2, 99));

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> model.record(Mode.TRAIN, theta, state, wrong, ModelContractTest::stream));

    assertTrue(e.getMessage().contains(model.example().toString()), e.getMessage());
    assertTrue(e.getMessage().contains("[2, 99]"), e.getMessage());
  }
}
