package temper.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import temper.schedule.Schedule;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Parameters after each of 20 steps against those of PyTorch 1.13; the rate falls at step 10. */
class TorchOptimizersTest {

  private static final double[] A = {0.1, 0.5, 1, 2, 4};
  private static final double[] C = {1, -2, 0.5, 3, -1};
  private static final double[] START = {0.3, -0.7, 2, 0, 1.5};

  private record Setting(double rate, Optimizer optimizer) {}

  private static Schedule constant(double value) {
    return step -> value;
  }

  private static GradientTransform decay(double value) {
    return new AddDecayedWeights(constant(value), 1);
  }

  private static GradientTransform adam(
      double beta1, double beta2, double epsilon, ScaleByAdam.Variant variant) {
    return new ScaleByAdam(constant(beta1), constant(beta2), epsilon, variant);
  }

  private static final Map<String, Setting> SETTINGS = settings();

  private static Map<String, Setting> settings() {
    Map<String, Setting> all = new LinkedHashMap<>();
    Function<GradientTransform[], Optimizer> chain = Chain::of;
    put(all, chain, "sgd", 0.1);
    put(all, chain, "sgd-momentum", 0.1, decay(0.01), new Momentum(constant(0.9), false));
    put(all, chain, "sgd-nesterov", 0.1, decay(0.01), new Momentum(constant(0.9), true));
    put(all, chain, "adam", 0.1, decay(0.01), adam(0.9, 0.999, 1e-8, ScaleByAdam.Variant.ADAM));
    put(all, chain, "adam-betas", 0.1, adam(0.8, 0.95, 1e-3, ScaleByAdam.Variant.ADAM));
    put(all, chain, "amsgrad", 0.1, adam(0.9, 0.9, 1e-8, ScaleByAdam.Variant.MAXIMUM));
    put(all, chain, "adamw", 0.1, adam(0.9, 0.999, 1e-8, ScaleByAdam.Variant.ADAM), decay(0.1));
    put(all, chain, "nadam", 0.1, adam(0.9, 0.999, 1e-8, ScaleByAdam.Variant.NESTEROV));
    put(all, chain, "adagrad", 0.5, new ScaleByAdaGrad(0.1, 1e-10));
    put(
        all,
        chain,
        "rmsprop",
        0.05,
        decay(0.01),
        new ScaleByRootMeanSquare(constant(0.9), 1e-8, false),
        new Momentum(constant(0.5), false));
    put(all, chain, "rmsprop-centered", 0.05, new ScaleByRootMeanSquare(constant(0.9), 1e-4, true));
    put(all, chain, "adadelta", 1, new ScaleByAdaDelta(constant(0.9), 1e-6));
    put(all, chain, "clipped-norm", 0.1, new Clip(Clip.By.GLOBAL_NORM, constant(1.5)));
    put(all, chain, "clipped-value", 0.1, new Clip(Clip.By.VALUE, constant(0.75)));
    return all;
  }

  private static void put(
      Map<String, Setting> all,
      Function<GradientTransform[], Optimizer> chain,
      String name,
      double rate,
      GradientTransform... links) {
    GradientTransform[] withRate = java.util.Arrays.copyOf(links, links.length + 1);
    withRate[links.length] = new ScaleByRate();
    all.put(name, new Setting(rate, chain.apply(withRate)));
  }

  @TestFactory
  Stream<DynamicTest> everyStepAgreesWithPyTorch() {
    Map<String, double[][]> reference = reference();
    assertEquals(SETTINGS.keySet(), reference.keySet());
    return SETTINGS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> agree(entry.getValue(), reference.get(entry.getKey()))));
  }

  private static void agree(Setting setting, double[][] wanted) {
    Tensor w = Tensor.of(Precision.FLOAT64, Shape.of(5), START);
    Tensor gradient = Tensor.zeros(Precision.FLOAT64, Shape.of(5));
    Optimizer.Stepper stepper =
        setting.optimizer.start(
            OptimizerMemory.of(new ScalarKernelProvider().create(Precision.FLOAT64), w, gradient));

    for (int step = 0; step < 20; step++) {
      double rate = step < 10 ? setting.rate : setting.rate * 0.2;
      stepper.step(
          step,
          rate,
          () -> {
            double loss = 0;
            for (int i = 0; i < 5; i++) {
              double away = w.get(i) - C[i];
              gradient.set(i, A[i] * away);
              loss += A[i] * away * away / 2;
            }
            return loss;
          });
      for (int i = 0; i < 5; i++) {
        double expected = wanted[step][i];
        // Twenty steps of rounding; clip_grad_norm_ divides by the norm plus 1e-6.
        double tolerance = setting.optimizer.toString().contains("GLOBAL_NORM") ? 1e-5 : 1e-12;
        assertEquals(expected, w.get(i), tolerance * (1 + Math.abs(expected)), "step " + step);
      }
    }
  }

  private static Map<String, double[][]> reference() {
    Map<String, double[][]> all = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TorchOptimizersTest.class.getResourceAsStream("torch_optimizers.csv"),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        double[] row = new double[5];
        for (int i = 0; i < 5; i++) {
          row[i] = Double.parseDouble(cells[i + 2]);
        }
        all.computeIfAbsent(cells[0], name -> new double[20][])[Integer.parseInt(cells[1]) - 1] =
            row;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
