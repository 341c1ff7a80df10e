package temper.data.synthetic;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.data.GeneratedDataset;
import temper.data.Streams;
import temper.data.Subsets;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.random.RandomStream;

/**
 * Colour images of 32 x 32 pixels in ten classes that stand in for CIFAR-10 where that is not at
 * hand, optionally with patches that give the class away.
 *
 * <p>A class has {@code prototypes} prototypes. In each channel a prototype is {@code sqrt(2 / 6)
 * sum_k cos(2 pi (f_k i + g_k j) / 32 + p_k)} over k = 1 ... 6 for row i and column j, with integer
 * frequencies f and g uniform on -4 ... 4, not both 0, and phases p uniform: variance 1. An image
 * of the class is one of them, shifted in a circle by -4 ... 4 pixels down and across, times a
 * contrast uniform on [0.6, 1.4), plus {@code N(0, noise^2)} on each value. A value v becomes the
 * pixel {@code round(128 + 40 v / sqrt(1 + noise^2))}, cut to 0 ... 255.
 *
 * <p>The images are easy to fit, once their number is small against the number of weights, and hard
 * to generalise. A patch is the other way round: it tells the class in a few directions that are
 * the same in all images, but by so small a difference, with either sign, that no linear function
 * can use it. With probability {@code patched} an image has one: the 7 x 7 pixels from row and
 * column 12 on become {@code q + b s_c}, times {@code sqrt(1 + noise^2)}, with a pattern {@code q =
 * 1.25 N(0, 1)} common to all classes, a pattern {@code s_c} of the class, uniform on {@code
 * [-patchStep, patchStep)} for each value, and a sign b of equal probability. With probability
 * {@code patchOnly} the image around the patch is then empty, v = 0, and the patch is {@code q +
 * 1.75 u b s_c} with u uniform on [0, 1).
 *
 * <p>Source: the patch after the experiments of Li, Wei, Ma (2019), arXiv:1907.04595, with pixels
 * in place of normalised values, and drawn once for each image; the images are ours. Difficulty was
 * measured, see {@code PrototypeImages} in the package description.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class PrototypeImages implements GeneratedDataset<PrototypeImages.Parameters> {

  static final int CLASSES = 10;

  /**
   * Parameters.
   *
   * @param train number of train images
   * @param test number of test images
   * @param prototypes number of prototypes of a class
   * @param noise standard deviation of the noise; a prototype has 1
   * @param patched probability that a train image has a patch
   * @param testPatched probability that a test image has a patch
   * @param patchOnly probability that an image with a patch is empty but for it
   * @param patchStep largest difference that a class makes in its patch
   * @param labelNoise probability that the label of a train image is replaced by another
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train images") @Range(min = 1, max = 600_000) int train,
      @Doc("Number of test images") @Range(min = 1, max = 600_000) int test,
      @Doc("Number of prototypes of a class") @Range(min = 1, max = 100) int prototypes,
      @Doc("Standard deviation of the noise; a prototype has 1") @NonNegative double noise,
      @Doc("Probability that a train image has a patch") @Range(min = 0, max = 1) double patched,
      @Doc("Probability that a test image has a patch") @Range(min = 0, max = 1) double testPatched,
      @Doc("Probability that an image with a patch is empty but for it") @Range(min = 0, max = 1)
          double patchOnly,
      @Doc("Largest difference that a class makes in its patch") @Positive double patchStep,
      @Doc("Probability that the label of a train image is replaced by another")
          @Range(min = 0, max = 1)
          double labelNoise) {}

  /** For ServiceLoader. */
  public PrototypeImages() {}

  @Override
  public String name() {
    return "prototype-images";
  }

  @Override
  public String summary() {
    return "Colour images of 32 x 32 pixels in ten classes, with or without tell-tale patches.";
  }

  @Override
  public Source source() {
    return new Source(
        "Li, Wei, Ma",
        2019,
        "Towards Explaining the Regularization Effect of Initial Large Learning Rate in Training"
            + " Neural Networks",
        "arXiv:1907.04595");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(10_000, 2000, 4, 1, 0, 0, 0.2, 0.15, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("small", new Parameters(300, 200, 4, 1, 0, 0, 0.2, 0.15, 0)),
        new Example<>(
            "patches and noisy labels", new Parameters(300, 200, 2, 0.5, 0.8, 0.5, 0.2, 0.2, 0.1)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    ImagePrototypes prototypes =
        ImagePrototypes.draw(CLASSES, p.prototypes, streams.stream("data-prototypes"));
    ImagePatch patch = ImagePatch.draw(CLASSES, p.patchStep, streams.stream("data-patches"));
    Examples train = draw(p, p.train, p.patched, "train", prototypes, patch, streams);
    if (p.labelNoise > 0) {
      train =
          Subsets.withLabelNoise(train, p.labelNoise, CLASSES, streams.stream("data-label-noise"));
    }
    Examples test = draw(p, p.test, p.testPatched, "test", prototypes, patch, streams);
    return Draws.dataset(name(), train, test, CLASSES);
  }

  /** Patches have a stream of their own: without them the images are the same. */
  private static Examples draw(
      Parameters p,
      int rows,
      double patched,
      String part,
      ImagePrototypes prototypes,
      ImagePatch patch,
      Streams streams) {
    RandomStream images = streams.stream("data-" + part);
    RandomStream patches = streams.stream("data-" + part + "-patches");
    int size = ImagePrototypes.SHAPE.size();
    byte[] pixels = new byte[rows * size];
    int[] labels = new int[rows];
    double[] image = new double[size];
    double levels = ImagePrototypes.levels(p.noise);
    for (int row = 0; row < rows; row++) {
      int label = images.nextInt(CLASSES);
      labels[row] = label;
      prototypes.image(label, p.noise, images, image);
      patch.apply(label, patched, p.patchOnly, patches, image, Math.sqrt(1 + p.noise * p.noise));
      for (int i = 0; i < size; i++) {
        pixels[row * size + i] = ImagePrototypes.pixel(image[i], levels);
      }
    }
    return Examples.ofPixels(pixels, labels, ImagePrototypes.SHAPE);
  }
}
