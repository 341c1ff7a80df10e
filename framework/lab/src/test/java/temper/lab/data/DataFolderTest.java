package temper.lab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.data.DataFile;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.PublishedDataset;
import temper.data.format.CsvNumbers;
import temper.plugin.Source;

final class DataFolderTest {

  private static final String CONTENT = "a,1\nb,2\n";

  @TempDir Path root;

  @Test
  void aDataSetIsFoundInItsFolderInItselfAndInACollection() throws IOException {
    for (String place : List.of("tiny/tiny.csv", "many/renamed.csv")) {
      Path folder = Files.createDirectory(root.resolve("case" + place.length()));
      write(folder.resolve(place), CONTENT);

      assertEquals(2, folder(folder).open("tiny").train().rows());
    }
    write(root.resolve("tiny/tiny.csv"), CONTENT);
    assertTrue(folder(root.resolve("tiny")).available("tiny"));
  }

  @Test
  void itIsParsedOnceAndThenShared() throws IOException {
    write(root.resolve("tiny/tiny.csv"), CONTENT);
    DataFolder folder = folder(root);

    assertSame(folder.open("tiny"), folder.open("tiny"));
  }

  @Test
  void aMissingFileIsNamedWithThePlaceWhereItWasPublished() {
    DataFolder folder = folder(root);

    assertFalse(folder.available("tiny"));
    assertEquals(
        "data set 'tiny' needs "
            + root.resolve("tiny").resolve("tiny.csv")
            + ", published at https://example.org/tiny.csv; `temper data get tiny` gets it",
        folder.missing(List.of("tiny")));
    assertThrows(MissingDataException.class, () -> folder.open("tiny"));
  }

  @Test
  void aFileThatIsNotThePublishedOneIsRefused() throws IOException {
    write(root.resolve("tiny/tiny.csv"), CONTENT + "c,3\n");
    DataFolder longer = folder(root);
    assertFalse(longer.available("tiny"));
    assertTrue(longer.missing(List.of("tiny")).contains("12 bytes, the published file 8"));

    Files.writeString(root.resolve("tiny/tiny.csv"), "a,9\nb,2\n");
    DataFolder changed = folder(root);
    assertTrue(changed.available("tiny"));
    MissingDataException e = assertThrows(MissingDataException.class, () -> changed.open("tiny"));
    assertTrue(e.getMessage().contains("SHA-256"), e.getMessage());
    assertTrue(e.getMessage().contains(sha256(CONTENT)), e.getMessage());
  }

  @Test
  void aFileThatCannotBeParsedIsReportedWithItsDataSet() throws IOException {
    String broken = "a,x\nb,2\n";
    write(root.resolve("tiny/tiny.csv"), broken);

    MissingDataException e =
        assertThrows(
            MissingDataException.class,
            () -> DataFolder.of(root, List.of(new Tiny(broken))).open("tiny"));

    assertTrue(e.getMessage().startsWith("data set 'tiny' cannot be read: tiny.csv:1:"));
  }

  @Test
  void withoutAFolderEveryDataSetIsMissingAndTheUserIsToldWhatToName() {
    DataFolder none = DataFolder.ofEnvironment(Map.of());

    assertFalse(none.available("fashion-mnist"));
    assertEquals(
        "data set 'mnist' needs a folder of data: name one with --data or TEMPER_DATA",
        none.missing(List.of("mnist")));
    assertTrue(none.missing(List.of("nothing")).contains("known are [breast-cancer-wisconsin,"));
    assertEquals("", none.missing(List.of()));
    assertEquals(5, none.known().size());
    assertThrows(MissingDataException.class, () -> none.open("mnist"));
    assertThrows(MissingDataException.class, () -> none.open("nothing"));
  }

  @Test
  void theEnvironmentNamesTheFolder() {
    DataFolder folder = DataFolder.ofEnvironment(Map.of(DataFolder.VARIABLE, root.toString()));

    assertTrue(folder.missing(List.of("mnist")).contains(root.toString()));
    assertTrue(DataFolder.of(root).missing(List.of("mnist")).contains(root.toString()));
  }

  @Test
  void twoDataSetsOfOneNameAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DataFolder.of(root, List.of(new Tiny(CONTENT), new Tiny(CONTENT))));
  }

  @Test
  void theRealDataSetsParse() {
    DataFolder folder = DataFolder.ofEnvironment(System.getenv());
    assumeTrue(
        folder.available("fashion-mnist") && folder.available("breast-cancer-wisconsin"),
        () -> folder.missing(List.of("fashion-mnist", "breast-cancer-wisconsin")));

    Dataset fashion = folder.open("fashion-mnist");
    assertEquals(60_000, fashion.train().rows());
    assertEquals(10_000, fashion.test().rows());
    assertEquals(784, fashion.columns());
    assertEquals(6000, fashion.train().rowsOf(9).length);
    Dataset cancer = folder.open("breast-cancer-wisconsin");
    assertEquals(357, cancer.train().rowsOf(0).length);
    assertEquals(212, cancer.train().rowsOf(1).length);
    assertEquals(17.99, cancer.train().feature(0, 0));
  }

  private static DataFolder folder(Path root) {
    return DataFolder.of(root, List.of(new Tiny(CONTENT)));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String sha256(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("SHA-256", e);
    }
  }

  /** A data set of one file with known content. */
  private record Tiny(String content) implements PublishedDataset {

    @Override
    public String name() {
      return "tiny";
    }

    @Override
    public String summary() {
      return "A few lines.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public String licence() {
      return "none";
    }

    @Override
    public List<DataFile> files() {
      return List.of(
          new DataFile(
                  "tiny.csv", "https://example.org/tiny.csv", content.length(), sha256(content))
              .withAliases("many/renamed.csv"));
    }

    @Override
    public Dataset parse(PublishedDataset.Files files) throws IOException {
      try (InputStream in = files.open("tiny.csv")) {
        Examples all = new CsvNumbers(2, 0, List.of(), List.of("a", "b")).read("tiny.csv", in);
        return new Dataset(name(), all, Examples.none(all.shape()), List.of("a", "b"));
      }
    }
  }
}
