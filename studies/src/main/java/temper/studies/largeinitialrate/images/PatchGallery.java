package temper.studies.largeinitialrate.images;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.data.InputScaling;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.random.RandomStream;

/** Shows an image of each class as it is, with its patch, and the patch alone. */
final class PatchGallery implements Experiment<PatchGallery.Parameters> {

  static final String NAME = "patch-gallery";
  static final String IMAGES = "images";
  static final String CLEAN = "clean";
  static final String MIXED = "with its patch";
  static final String ALONE = "patch alone";
  static final int SIDE = 32;

  private static final int AREA = SIDE * SIDE;
  private static final int CHANNELS = 3;

  /** The authors' means and deviations of CIFAR-10, by which inputs become pixels again. */
  private static final double[] MEANS = {125.3, 123.0, 113.9};

  private static final double[] DEVIATIONS = {63.0, 62.1, 66.7};

  /**
   * What is shown.
   *
   * @param data the images
   * @param difference largest difference that a class makes in its patch
   */
  record Parameters(
      @Doc("The images") Choice<DatasetPlugin<?>> data,
      @Doc("Largest difference that a class makes in its patch") @Positive double difference) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "An image of each class as it is, with its patch, and the patch alone.";
  }

  @Override
  public Parameters defaults() {
    return of(PatchParameters.defaults());
  }

  private static Parameters of(PatchParameters trained) {
    return new Parameters(trained.data(), trained.difference());
  }

  @Override
  public List<Column> metrics() {
    return List.of();
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            IMAGES,
            "Images of 32 x 32 pixels",
            List.of(
                Column.text("class", "Name of the class"),
                Column.text("kind", "What is shown"),
                Column.text(
                    "pixels", "Red, green and blue of each pixel, row by row, in base 64"))));
  }

  @Override
  public List<String> datasets(Parameters parameters) {
    return ImageTraining.published(parameters.data());
  }

  @Override
  public Design<Parameters> design(Profile profile, Tables earlier) {
    return Design.single(of(Sizes.patches(profile)), 1);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    Dataset data = DatasetPlugin.of(p.data(), trial::stream, trial::dataset);
    List<String> classes = data.classes();
    Patch patch = Patch.draw(classes.size(), p.difference(), trial.stream("patch"));
    InputScaling scaling = InputScaling.of(data.shape(), MEANS, DEVIATIONS);
    Examples images = data.test();
    RandomStream signs = trial.stream("signs");
    for (int label = 0; label < classes.size(); label++) {
      int[] rows = images.rowsOf(label);
      float[] image = new float[CHANNELS * AREA];
      if (rows.length > 0) { // A small draw may have left a class out.
        scaling.read(images, rows[0], image, 0);
      }
      trial.row(IMAGES, classes.get(label), CLEAN, pixels(image));
      patch.apply(label, 0, signs.nextLong(), image, 0);
      trial.row(IMAGES, classes.get(label), MIXED, pixels(image));
      Arrays.fill(image, 0);
      patch.apply(label, 1, signs.nextLong(), image, 0);
      trial.row(IMAGES, classes.get(label), ALONE, pixels(image));
    }
  }

  private static String pixels(float[] image) {
    byte[] bytes = new byte[image.length];
    for (int i = 0; i < bytes.length; i++) {
      int channel = i % CHANNELS;
      double pixel = MEANS[channel] + DEVIATIONS[channel] * image[channel * AREA + i / CHANNELS];
      bytes[i] = (byte) (int) Math.rint(Math.max(0, Math.min(255, pixel)));
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
