package temper.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.Model;
import temper.nn.Parameter;
import temper.nn.builtin.Cifar10Quick;
import temper.nn.builtin.MultilayerPerceptron;
import temper.optim.Chain;
import temper.optim.Momentum;
import temper.optim.ScaleByRate;
import temper.random.StreamRoot;
import temper.schedule.Controller;
import temper.schedule.builtin.Schedules;
import temper.tensor.KernelProviders;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Ten steps of the trainer against PyTorch's; see {@code torch_training.py}. */
class TorchTrainingTest {

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theMultilayerPerceptronTakesPyTorchsSteps(Precision precision) throws IOException {
    Model model =
        new MultilayerPerceptron()
            .create(
                new MultilayerPerceptron.Parameters(
                    List.of(32, 16), Activation.RELU, Initialization.HE_NORMAL, 0),
                Shape.of(20),
                10);

    check("mlp", model, 8, 0.05, precision);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void cifar10QuickTakesPyTorchsSteps(Precision precision) throws IOException {
    Cifar10Quick quick = new Cifar10Quick();
    Model model = quick.create(quick.defaults(), Shape.of(3, 16, 16), 10);

    check("cifar10-quick", model, 4, 0.002, precision);
  }

  private static void check(String name, Model model, int batch, double rate, Precision precision)
      throws IOException {
    double tolerance = precision == Precision.FLOAT64 ? 1e-10 : 1e-4;
    Trainer trainer = trainer(model, batch, rate, precision);
    Tensor parameters = trainer.parameters();
    List<String[]> expected = rows(name, precision);

    assertEquals(10, expected.size());
    for (String[] row : expected) {
      double loss = trainer.step();
      double sum = 0;
      double magnitudes = 0;
      double weighted = 0;
      for (int i = 0; i < parameters.size(); i++) {
        double value = parameters.get(i);
        sum += value;
        magnitudes += Math.abs(value);
        weighted += value * u(77, i);
      }
      assertClose(row, 3, loss, loss * tolerance);
      assertClose(row, 4, sum, magnitudes * tolerance);
      assertClose(row, 5, magnitudes, magnitudes * tolerance);
      assertClose(row, 6, weighted, magnitudes * tolerance);
    }
  }

  private static void assertClose(String[] row, int cell, double actual, double tolerance) {
    double expected = Double.parseDouble(row[cell]);
    assertTrue(
        Math.abs(actual - expected) <= tolerance,
        "%s: number %d is %s".formatted(String.join(",", row), cell - 3, actual));
  }

  private static Trainer trainer(Model model, int batch, double rate, Precision precision) {
    Trainer trainer =
        new Trainer(
            new Trainer.Settings(
                KernelProviders.best().create(precision),
                model,
                Loss.CROSS_ENTROPY,
                new FixedBatch(batch),
                Chain.of(new Momentum(step -> 0.9, false), new ScaleByRate()),
                Controller.of(Schedules.constant(rate)),
                true,
                purpose -> new StreamRoot("torch").stream("test", 0, purpose)));
    int seed = 0;
    for (Parameter parameter : model.parameters().parameters()) {
      Tensor part = model.parameters().view(trainer.parameters(), parameter.name());
      Shape shape = parameter.shape();
      boolean weights = shape.rank() > 1;
      double scale = weights ? Math.sqrt(24.0 / ((double) shape.size() / shape.length(0))) : 0.2;
      for (int i = 0; i < part.size(); i++) {
        part.set(i, scale * u(seed, i));
      }
      seed++;
    }
    return trainer;
  }

  /** The one batch of all steps. */
  private record FixedBatch(int examples) implements BatchSource {

    @Override
    public int size(long step) {
      return examples;
    }

    @Override
    public void read(long step, Batch batch) {
      for (int i = 0; i < batch.inputs().size(); i++) {
        batch.inputs().set(i, 2 * u(1000, i));
      }
      for (int i = 0; i < examples; i++) {
        batch.label(i, 3 * i % 10);
      }
    }

    @Override
    public boolean fixed() {
      return true;
    }
  }

  /** Numbers from -1/2 to 1/2 by the rule of the script. */
  private static double u(int seed, int i) {
    return ((i * 7919L + seed * 104729L + 17) % 1009) / 1009.0 - 0.5;
  }

  private static List<String[]> rows(String name, Precision precision) throws IOException {
    String start = name + "," + precision.name().toLowerCase(Locale.ROOT) + ",";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TorchTrainingTest.class.getResourceAsStream("torch_training.csv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.split(","))
          .toList();
    }
  }
}
