package temper.data.published;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import temper.data.DataFile;
import temper.data.Dataset;
import temper.data.DatasetOutline;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.plugin.Source;

/**
 * MNIST: 60,000 train and 10,000 test images of handwritten digits, 28 x 28 pixels.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Mnist implements PublishedDataset {

  private static final String SITE = "https://ossci-datasets.s3.amazonaws.com/mnist/";

  private static final String MIRROR = "https://storage.googleapis.com/cvdf-datasets/mnist/";

  /** For ServiceLoader. */
  public Mnist() {}

  @Override
  public String name() {
    return "mnist";
  }

  @Override
  public String summary() {
    return "60,000 + 10,000 images of handwritten digits, 28 x 28 pixels, ten classes.";
  }

  @Override
  public Source source() {
    return new Source(
        "LeCun, Bottou, Bengio, Haffner",
        1998,
        "Gradient-based learning applied to document recognition",
        "doi:10.1109/5.726791");
  }

  @Override
  public Optional<DatasetOutline> outline() {
    return Optional.of(new DatasetOutline(IdxImages.SHAPE, 10, 60_000, 0, 10_000));
  }

  @Override
  public String licence() {
    return "CC BY-SA 3.0";
  }

  @Override
  public List<DataFile> files() {
    return List.of(
        file(
            IdxImages.TRAIN_IMAGES,
            9912422,
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
        file(
            IdxImages.TRAIN_LABELS,
            28881,
            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
        file(
            IdxImages.TEST_IMAGES,
            1648877,
            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
        file(
            IdxImages.TEST_LABELS,
            4542,
            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));
  }

  private static DataFile file(String name, long bytes, String sha256) {
    return new DataFile(name, SITE + name, bytes, sha256).withMirrors(MIRROR + name);
  }

  @Override
  public Dataset parse(Files files) throws IOException {
    return IdxImages.parse(
        name(), List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), files);
  }
}
