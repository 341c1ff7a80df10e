package temper.studies.cyclicalrates;

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
 * Caffe's {@code cifar10_full} with sigmoids and batch normalisation instead of ReLU and local
 * response normalisation.
 *
 * <p>conv1, max pool, normalisation, sigmoid; conv2, normalisation, sigmoid, average pool; conv3
 * (twice the channels), normalisation, sigmoid, average pool; ip1. Pools and initial weights are
 * those of {@code cifar10-full}. The example is trained without weight decay.
 *
 * <p>Differs: shifts of the normalisation begin at 0 instead of 0.001.
 *
 * @since 0.3
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cifar10FullSigmoid implements ModelPlugin<Cifar10FullSigmoid.Parameters> {

  /**
   * Parameters.
   *
   * @param channels channels of the first two convolutions; the third has twice as many
   * @since 0.3
   */
  public record Parameters(
      @Doc("Channels of the first two convolutions; the third has twice as many") @Range(min = 1)
          int channels) {}

  /** For ServiceLoader. */
  public Cifar10FullSigmoid() {}

  @Override
  public String name() {
    return "cifar10-full-sigmoid";
  }

  @Override
  public String summary() {
    return "Caffe's cifar10_full with sigmoids and batch normalisation.";
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
        new Example<>("defaults", defaults()), new Example<>("small", new Parameters(2)));
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
    Weights dense = new Weights(Initializer.normal(0.01), 250, true, 0.2, 0);
    return Model.of(
        (net, input) -> {
          Variable x =
              Layers.convolve(net, "conv1", input, channels, window, Weights.caffe(0.0001));
          x = Layers.batchNormalize(net, "bn1", Images.maxPool(x, 3, 2, 0, true));
          x = Activation.SIGMOID.apply(x);
          x = Layers.convolve(net, "conv2", x, channels, window, Weights.caffe(0.01));
          x = Activation.SIGMOID.apply(Layers.batchNormalize(net, "bn2", x));
          x = Images.averagePool(x, 3, 2, 0, true);
          x = Layers.convolve(net, "conv3", x, 2 * channels, window, third);
          x = Activation.SIGMOID.apply(Layers.batchNormalize(net, "bn3", x));
          x = Images.averagePool(x, 3, 2, 0, true);
          return Layers.dense(net, "ip1", x, outputs, dense);
        },
        example);
  }
}
