package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.autodiff.Elementwise;
import temper.autodiff.Images;
import temper.autodiff.Variable;
import temper.nn.Activation;
import temper.nn.ActivationNoise;
import temper.nn.Initialization;
import temper.nn.Layers;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.Recorder;
import temper.nn.Weights;
import temper.nn.Window;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.tensor.Shape;

/**
 * The wide residual network with pre-activation, WRN-depth-width.
 *
 * <p>A convolution to 16 channels; three stages of (depth - 4) / 6 blocks with 16, 32 and 64 times
 * width channels, the second and third stage beginning with stride 2; batch normalisation, ReLU,
 * the mean over positions and a dense layer. A block is batch normalisation, ReLU, convolution of 3
 * x 3, and once more, beside the identity; where the number of channels changes, the shortcut is a
 * convolution of 1 x 1 of what the first batch normalisation and ReLU made. No convolution has
 * biases; weights are Gaussian of variance 2 / fan-out; the dense layer starts uniformly within 1 /
 * sqrt(inputs), its biases at 0.
 *
 * <p>With a noise level, Gaussian noise that all examples and channels share is added before each
 * ReLU in training, as Li, Wei and Ma (2019, arXiv:1907.04595) do. Its level is the state {@code
 * noise.level}, so that it can be lowered.
 *
 * <p>Differs: no dropout inside the blocks.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class WideResidualNetwork implements ModelPlugin<WideResidualNetwork.Parameters> {

  /**
   * Parameters.
   *
   * @param depth number of convolutions that count, 4 more than a multiple of 6
   * @param width factor of the channels
   * @param base channels of the first convolution, 16 in the paper
   * @param noise level of noise before activations at first; 0 for none at all
   * @since 0.2
   */
  public record Parameters(
      @Doc("Number of layers, 4 more than a multiple of 6") @Range(min = 10) int depth,
      @Doc("Factor of the channels") @Range(min = 1) int width,
      @Doc("Channels of the first convolution, 16 in the paper") @Range(min = 1) int base,
      @Doc("Level of noise before activations at first; 0 for none at all") @NonNegative
          double noise) {

    /**
     * Checks the depth, and that channels can be counted.
     *
     * @throws IllegalArgumentException if the depth is not 4 more than a multiple of 6, or the last
     *     stage has more channels than an integer holds
     */
    public Parameters {
      if (depth % 6 != 4) {
        throw new IllegalArgumentException(
            "depth must be 4 more than a multiple of 6, such as 10, 16, 22, 28 or 40, got "
                + depth);
      }
      if ((long) base * width > Integer.MAX_VALUE >> (STAGES - 1)) {
        throw new IllegalArgumentException(
            "base x width must be at most %d, got %d x %d"
                .formatted(Integer.MAX_VALUE >> (STAGES - 1), base, width));
      }
    }
  }

  private static final Weights FILTERS = Weights.withoutBias(Initialization.HE_NORMAL_FAN_OUT);
  private static final int STAGES = 3;

  @Override
  public String name() {
    return "wide-resnet";
  }

  @Override
  public String summary() {
    return "Wide residual network with pre-activation, WRN-depth-width.";
  }

  @Override
  public Source source() {
    return new Source("Zagoruyko, Komodakis", 2016, "Wide residual networks", "arXiv:1605.07146");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(16, 1, 16, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("WRN-16-1", defaults()),
        new Example<>("small", new Parameters(10, 1, 1, 0)),
        new Example<>("small, wide, with noise", new Parameters(10, 2, 1, 0.2)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(2, 6, 6);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    return Model.of(
        (net, input) -> {
          Layer layer = new Layer(net, ActivationNoise.of(net, p.noise()));
          Variable x = layer.convolve("conv1", input, p.base(), 3, 1);
          for (int stage = 1; stage <= STAGES; stage++) {
            int channels = (p.base() * p.width()) << (stage - 1);
            for (int block = 1; block <= (p.depth() - 4) / 6; block++) {
              int stride = stage > 1 && block == 1 ? 2 : 1;
              x = layer.block("stage%d.block%d".formatted(stage, block), x, channels, stride);
            }
          }
          x = Images.globalAveragePool(layer.activate("final", x));
          return Layers.dense(net, "fc", x, outputs, Weights.of(Initialization.FAN_IN_UNIFORM));
        },
        example);
  }

  /** The layers of one recording. */
  private record Layer(Recorder net, ActivationNoise noise) {

    Variable convolve(String name, Variable x, int channels, int kernel, int stride) {
      Window window = new Window(kernel, stride, kernel / 2);
      return Layers.convolve(net, name, x, channels, window, FILTERS);
    }

    Variable activate(String name, Variable x) {
      Variable normal = Layers.batchNormalize(net, name, x);
      return Activation.RELU.apply(noise.add(name + ".noise", normal));
    }

    Variable block(String name, Variable x, int channels, int stride) {
      Variable active = activate(name + ".bn1", x);
      Variable y = convolve(name + ".conv1", active, channels, 3, stride);
      y = convolve(name + ".conv2", activate(name + ".bn2", y), channels, 3, 1);
      boolean same = x.shape().length(1) == channels;
      Variable shortcut = same ? x : convolve(name + ".shortcut", active, channels, 1, stride);
      return Elementwise.add(y, shortcut);
    }
  }
}
