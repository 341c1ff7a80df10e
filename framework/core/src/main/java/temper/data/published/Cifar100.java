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
 * CIFAR-100: 50,000 train and 10,000 test images in colour, 32 x 32 pixels, a hundred classes (the
 * fine labels).
 *
 * <p>The publisher gives the MD5 checksum of the archive; its SHA-256 checksum and those of the
 * files in it are not the publisher's but recorded alike by several independent projects.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cifar100 implements PublishedDataset {

  private static final String ARCHIVE = "cifar-100-binary.tar.gz";
  private static final String FOLDER = "cifar-100-binary";
  private static final String URL = "https://www.cs.toronto.edu/~kriz/" + ARCHIVE;
  private static final int CLASSES = 100;

  private static final CifarFiles FILES =
      new CifarFiles(
          FOLDER,
          new LabelledRecords(2, 1, CLASSES, CifarFiles.SHAPE.size()),
          List.of("train.bin"),
          50_000,
          "test.bin",
          10_000);

  /** For ServiceLoader. */
  public Cifar100() {}

  @Override
  public String name() {
    return "cifar-100";
  }

  @Override
  public String summary() {
    return "50,000 + 10,000 colour images of things and animals, 32 x 32 pixels, 100 classes.";
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
    return Optional.of(new DatasetOutline(CifarFiles.SHAPE, CLASSES, 50_000, 0, 10_000));
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
                168_513_733,
                "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec")
            .with(Checksum.md5("03b5dce01913d631647c71ecec9e9cb8"))
            .withMirrors("https://cave.cs.toronto.edu/kriz/" + ARCHIVE)
            .withAliases(ARCHIVE));
  }

  @Override
  public List<DataFile> unpacked() {
    return List.of(
        file(
            "train.bin",
            153_700_000,
            "f31298fc616915fa142368359df1c4ca2ae984d6915ca468b998a5ec6aeebf29"),
        file(
            "test.bin",
            30_740_000,
            "d8b1e6b7b3bee4020055f0699b111f60b1af1e262aeb93a0b659061746f8224a"));
  }

  private static DataFile file(String name, long bytes, String sha256) {
    return new DataFile(name, URL, bytes, sha256)
        .withAliases(FOLDER + "/" + name, "cifar-100/" + FOLDER + "/" + name);
  }

  /** The classes by number; their names stand in a further file of the archive. */
  private static List<String> classes() {
    return java.util.stream.IntStream.range(0, CLASSES)
        .mapToObj(label -> "class " + label)
        .toList();
  }

  @Override
  public Dataset parse(Files files) throws IOException {
    return FILES.parseArchive(name(), ARCHIVE, classes(), files);
  }

  @Override
  public Dataset parseUnpacked(Files files) throws IOException {
    return FILES.parseFiles(name(), classes(), files);
  }
}
