package temper.data.published;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import temper.data.Checksum;
import temper.data.DataFile;
import temper.data.Dataset;
import temper.data.DatasetOutline;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.data.format.LabelledRecords;
import temper.plugin.Source;

/**
 * CIFAR-10: 50,000 train and 10,000 test images in colour, 32 x 32 pixels, ten classes.
 *
 * <p>The publisher gives the MD5 checksum of the archive; its SHA-256 checksum and those of the
 * files in it are not the publisher's but recorded alike by several independent projects.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cifar10 implements PublishedDataset {

  private static final String ARCHIVE = "cifar-10-binary.tar.gz";
  private static final String FOLDER = "cifar-10-batches-bin";
  private static final String URL = "https://www.cs.toronto.edu/~kriz/" + ARCHIVE;
  private static final long FILE_BYTES = 30_730_000;

  private static final CifarFiles FILES =
      new CifarFiles(
          FOLDER,
          new LabelledRecords(1, 0, 10, CifarFiles.SHAPE.size()),
          List.of(
              "data_batch_1.bin",
              "data_batch_2.bin",
              "data_batch_3.bin",
              "data_batch_4.bin",
              "data_batch_5.bin"),
          10_000,
          "test_batch.bin",
          10_000);

  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** For ServiceLoader. */
  public Cifar10() {}

  @Override
  public String name() {
    return "cifar-10";
  }

  @Override
  public String summary() {
    return "50,000 + 10,000 colour images of things and animals, 32 x 32 pixels, ten classes.";
  }

  @Override
  public Source source() {
    return new Source(
        "Krizhevsky",
        2009,
        "Learning Multiple Layers of Features from Tiny Images",
        "https://www.cs.toronto.edu/~kriz/cifar.html");
  }

  @Override
  public Optional<DatasetOutline> outline() {
    return Optional.of(new DatasetOutline(CifarFiles.SHAPE, 10, 50_000, 0, 10_000));
  }

  @Override
  public String licence() {
    return "none stated by the publisher, who asks that the report be cited";
  }

  @Override
  public List<DataFile> files() {
    return List.of(
        new DataFile(
                ARCHIVE,
                URL,
                170_052_171,
                "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")
            .with(Checksum.md5("c32a1d4ab5d03f1284b67883e8d87530"))
            .withMirrors("https://cave.cs.toronto.edu/kriz/" + ARCHIVE)
            .withAliases(ARCHIVE));
  }

  @Override
  public List<DataFile> unpacked() {
    return List.of(
        file(
            "data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
        file(
            "data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
        file(
            "data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
        file(
            "data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
        file(
            "data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
        file("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));
  }

  private static DataFile file(String name, String sha256) {
    return new DataFile(name, URL, FILE_BYTES, sha256)
        .withAliases(FOLDER + "/" + name, "cifar-10/" + FOLDER + "/" + name);
  }

  @Override
  public Dataset parse(Files files) throws IOException {
    return FILES.parseArchive(name(), ARCHIVE, CLASSES, files);
  }

  @Override
  public Dataset parseUnpacked(Files files) throws IOException {
    return FILES.parseFiles(name(), CLASSES, files);
  }
}
