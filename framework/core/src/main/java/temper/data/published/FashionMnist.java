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
 * Fashion-MNIST: 60,000 train and 10,000 test images of clothing, 28 x 28 pixels, ten classes.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class FashionMnist implements PublishedDataset {

  private static final String SITE = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

  private static final String MIRROR =
      "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/";

  /** For ServiceLoader. */
  public FashionMnist() {}

  @Override
  public String name() {
    return "fashion-mnist";
  }

  @Override
  public String summary() {
    return "60,000 + 10,000 images of clothing, 28 x 28 pixels, ten classes.";
  }

  @Override
  public Source source() {
    return new Source(
        "Xiao, Rasul, Vollgraf",
        2017,
        "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms",
        "arXiv:1708.07747");
  }

  @Override
  public Optional<DatasetOutline> outline() {
    return Optional.of(new DatasetOutline(IdxImages.SHAPE, 10, 60_000, 0, 10_000));
  }

  @Override
  public String licence() {
    return "MIT";
  }

  @Override
  public List<DataFile> files() {
    return List.of(
        file(
            IdxImages.TRAIN_IMAGES,
            26421880,
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
        file(
            IdxImages.TRAIN_LABELS,
            29515,
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
        file(
            IdxImages.TEST_IMAGES,
            4422102,
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
        file(
            IdxImages.TEST_LABELS,
            5148,
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));
  }

  private static DataFile file(String name, long bytes, String sha256) {
    return new DataFile(name, SITE + name, bytes, sha256).withMirrors(MIRROR + name);
  }

  @Override
  public Dataset parse(Files files) throws IOException {
    return IdxImages.parse(
        name(),
        List.of(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot"),
        files);
  }
}
