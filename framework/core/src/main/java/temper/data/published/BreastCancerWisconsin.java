package temper.data.published;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import temper.data.DataFile;
import temper.data.Dataset;
import temper.data.DatasetOutline;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.data.FeatureShape;
import temper.data.PublishedDataset;
import temper.data.format.CsvNumbers;
import temper.plugin.Source;

/**
 * Breast Cancer Wisconsin (Diagnostic): 569 cell samples, 30 measurements each, benign or
 * malignant. The publisher made no split into train and test examples: a trial that asks for test
 * examples has them drawn.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class BreastCancerWisconsin implements PublishedDataset {

  private static final String FILE = "wdbc.data";

  /** Number of values on a line: identifier, diagnosis, 30 measurements. */
  private static final int COLUMNS = 32;

  /** For ServiceLoader. */
  public BreastCancerWisconsin() {}

  @Override
  public String name() {
    return "breast-cancer-wisconsin";
  }

  @Override
  public String summary() {
    return "569 cell samples with 30 measurements, benign or malignant.";
  }

  @Override
  public Source source() {
    return new Source(
        "Wolberg, Mangasarian, Street, Street",
        1995,
        "Breast Cancer Wisconsin (Diagnostic)",
        "doi:10.24432/C5DW2B");
  }

  @Override
  public Optional<DatasetOutline> outline() {
    return Optional.of(new DatasetOutline(FeatureShape.flat(30), 2, 569, 0, 0));
  }

  @Override
  public String licence() {
    return "CC BY 4.0";
  }

  @Override
  public List<DataFile> files() {
    return List.of(
        new DataFile(
                FILE,
                "https://archive.ics.uci.edu/ml/machine-learning-databases/breast-cancer-wisconsin/"
                    + FILE,
                124103,
                "d606af411f3e5be8a317a5a8b652b425aaf0ff38ca683d5327ffff94c3695f4a")
            .withAliases("classics/uci-wdbc.data", "classics/wdbc.data"));
  }

  @Override
  public Dataset parse(Files files) throws IOException {
    try (InputStream in = files.open(FILE)) {
      List<String> classes = List.of("B", "M");
      Examples all = new CsvNumbers(COLUMNS, 1, List.of(0), classes).read(FILE, in);
      return new Dataset(name(), all, Examples.none(all.shape()), List.of("benign", "malignant"));
    }
  }
}
