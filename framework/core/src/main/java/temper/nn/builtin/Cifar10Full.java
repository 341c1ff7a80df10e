package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.autodiff.Images;
import temper.autodiff.Variable;
import temper.nn.Activation;
import temper.nn.Initializer;
import temper.nn.Layers;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.Weights;
import temper.nn.Window;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.tensor.Shape;

/**
 * Caffe's {@code cifar10_full}: three convolutions of 5 x 5 with pools of 3 x 3 and stride 2,
 * rounded up, local response normalisation after the first two pools, and one dense layer.
 *
 * <p>conv1, max pool, ReLU, normalisation; conv2, ReLU, average pool, normalisation; conv3 (twice
 * the channels), ReLU, average pool; ip1. Normalisation within channels over 3 x 3 positions with
 * alpha 0.00005 and beta 0.75. Weights are Gaussian with deviations 0.0001, 0.01, 0.01 and 0.01;
 * biases are 0, those of conv1, conv2 and ip1 learn at twice the rate. The dense layer's weights
 * decay 250 times as fast, its biases not at all. Made for pixels from 0 to 255 less their mean.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cifar10Full implements ModelPlugin<Cifar10Full.Parameters> {

  /**
   * Parameters.
   *
   * @param channels channels of the first two convolutions; the third has twice as many
   * @since 0.2
   */
  public record Parameters(
      @Doc("Channels of the first two convolutions; the third has twice as many") @Range(min = 1)
          int channels) {}

  private static final int NORMALIZED = 3;
  private static final double ALPHA = 5e-5;
  private static final double BETA = 0.75;

  @Override
  public String name() {
    return "cifar10-full";
  }

  @Override
  public String summary() {
    return "Caffe's cifar10_full: three convolutions with local response normalisation.";
  }

  @Override
  public Source source() {
    return new Source("Jia and others", 2014, "Caffe, examples/cifar10", "arXiv:1408.5093");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(32);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("half as wide", new Parameters(16)),
        new Example<>("small", new Parameters(2)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(1, 12, 12);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    Window window = new Window(5, 1, 2);
    int channels = p.channels();
    Weights third = Weights.of(Initializer.normal(0.01));
    Weights dense = new Weights(Initializer.normal(0.01), 250, true, 2, 0);
    return Model.of(
        (net, input) -> {
          Variable x =
              Layers.convolve(net, "conv1", input, channels, window, Weights.caffe(0.0001));
          x = Activation.RELU.apply(Images.maxPool(x, 3, 2, 0, true));
          x = Layers.normalizeWithinChannels(x, NORMALIZED, ALPHA, BETA);
          x = Layers.convolve(net, "conv2", x, channels, window, Weights.caffe(0.01));
          x = Images.averagePool(Activation.RELU.apply(x), 3, 2, 0, true);
          x = Layers.normalizeWithinChannels(x, NORMALIZED, ALPHA, BETA);
          x = Layers.convolve(net, "conv3", x, 2 * channels, window, third);
          x = Images.averagePool(Activation.RELU.apply(x), 3, 2, 0, true);
          return Layers.dense(net, "ip1", x, outputs, dense);
        },
        example);
  }
}
