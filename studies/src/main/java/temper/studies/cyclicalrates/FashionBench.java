package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import temper.data.Standardization;
import temper.data.published.FashionMnist;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.builtin.MultilayerPerceptron;
import temper.plugin.Choice;

/** A perceptron on some of Fashion-MNIST, which trains in seconds. */
final class FashionBench {

  private static final int TRAIN = 5000;

  private FashionBench() {}

  static Bench perceptron() {
    return new Bench(
        Bench.published(new FashionMnist(), OptionalInt.of(TRAIN)),
        Standardization.CHANNEL,
        new Choice<>(
            new MultilayerPerceptron(),
            new MultilayerPerceptron.Parameters(
                List.of(128), Activation.RELU, Initialization.HE_NORMAL, 0)),
        100,
        0,
        1000);
  }
}
