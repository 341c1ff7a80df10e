package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.autodiff.Images;
import temper.autodiff.Variable;
import temper.nn.Activation;
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
 * Caffe's {@code cifar10_quick}: three convolutions of 5 x 5 with pools of 3 x 3 and stride 2,
 * rounded up, and two dense layers.
 *
 * <p>conv1, max pool, ReLU; conv2, ReLU, average pool; conv3 (twice the channels), ReLU, average
 * pool; ip1 (64 units), ip2. Weights are Gaussian with deviations 0.0001, 0.01, 0.01, 0.1 and 0.1;
 * biases are 0 and learn at twice the rate. Made for pixels from 0 to 255 less their mean.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cifar10Quick implements ModelPlugin<Cifar10Quick.Parameters> {

  /**
   * Parameters.
   *
   * @param channels channels of the first two convolutions; the third has twice as many
   * @param units units of the first dense layer
   * @since 0.2
   */
  public record Parameters(
      @Doc("Channels of the first two convolutions; the third has twice as many") @Range(min = 1)
          int channels,
      @Doc("Units of the first dense layer") @Range(min = 1) int units) {}

  @Override
  public String name() {
    return "cifar10-quick";
  }

  @Override
  public String summary() {
    return "Caffe's cifar10_quick: three convolutions and two dense layers.";
  }

  @Override
  public Source source() {
    return new Source("Jia and others", 2014, "Caffe, examples/cifar10", "arXiv:1408.5093");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(32, 64);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()), new Example<>("small", new Parameters(2, 3)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(1, 12, 12);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    Window window = new Window(5, 1, 2);
    int channels = p.channels();
    return Model.of(
        (net, input) -> {
          Variable x =
              Layers.convolve(net, "conv1", input, channels, window, Weights.caffe(0.0001));
          x = Activation.RELU.apply(Images.maxPool(x, 3, 2, 0, true));
          x = Layers.convolve(net, "conv2", x, channels, window, Weights.caffe(0.01));
          x = Images.averagePool(Activation.RELU.apply(x), 3, 2, 0, true);
          x = Layers.convolve(net, "conv3", x, 2 * channels, window, Weights.caffe(0.01));
          x = Images.averagePool(Activation.RELU.apply(x), 3, 2, 0, true);
          x = Layers.dense(net, "ip1", x, p.units(), Weights.caffe(0.1));
          return Layers.dense(net, "ip2", x, outputs, Weights.caffe(0.1));
        },
        example);
  }
}
