package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.autodiff.Images;
import temper.autodiff.Variable;
import temper.nn.Activation;
import temper.nn.ActivationNoise;
import temper.nn.Initialization;
import temper.nn.Layers;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.Weights;
import temper.nn.Window;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.tensor.Shape;

/**
 * A small convolutional network with batch normalisation, which stands for larger ones in reduced
 * studies.
 *
 * <p>Five convolutions of 3 x 3 with padding 1 and without biases: 16 channels; 32, stride 2; 32;
 * 64, stride 2; 64; each with batch normalisation and ReLU; then the mean over positions and a
 * dense layer. Convolutions start after He, the dense layer uniformly within 1 / sqrt(inputs).
 *
 * <p>With a noise level, Gaussian noise that all examples and channels share is added before each
 * ReLU in training. Its level is the state {@code noise.level}, so that it can be lowered.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class CnnBnS implements ModelPlugin<CnnBnS.Parameters> {

  /**
   * Parameters.
   *
   * @param channels channels of the first convolution
   * @param noise level of noise before activations at first; 0 for none at all
   * @since 0.2
   */
  public record Parameters(
      @Doc("Channels of the first convolution") @Range(min = 1) int channels,
      @Doc("Level of noise before activations at first; 0 for none at all") @NonNegative
          double noise) {}

  private static final int[] WIDTHS = {1, 2, 2, 4, 4};
  private static final int[] STRIDES = {1, 2, 1, 2, 1};

  @Override
  public String name() {
    return "cnn-bn-s";
  }

  @Override
  public String summary() {
    return "Small convolutional network with batch normalisation.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(16, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("small", new Parameters(1, 0)),
        new Example<>("small with noise", new Parameters(1, 0.2)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(2, 6, 6);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    Weights filters = Weights.withoutBias(Initialization.HE_NORMAL);
    return Model.of(
        (net, input) -> {
          ActivationNoise noise = ActivationNoise.of(net, p.noise());
          Variable x = input;
          for (int i = 0; i < WIDTHS.length; i++) {
            String number = Integer.toString(i + 1);
            Window window = new Window(3, STRIDES[i], 1);
            int width = WIDTHS[i] * p.channels();
            x = Layers.convolve(net, "conv" + number, x, width, window, filters);
            x = Layers.batchNormalize(net, "bn" + number, x);
            x = Activation.RELU.apply(noise.add("noise" + number, x));
          }
          Weights dense = Weights.of(Initialization.FAN_IN_UNIFORM);
          return Layers.dense(net, "fc", Images.globalAveragePool(x), outputs, dense);
        },
        example);
  }
}
