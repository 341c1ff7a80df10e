package temper.lab.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import temper.data.DataFile;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.PublishedDataset;
import temper.data.format.CsvNumbers;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;
import temper.plugin.Source;

/**
 * Damaged data files are refused by their checksums; where those fit, as of a file that was
 * published damaged, by the parser.
 */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DataFolderFuzzTest {

  @TempDir Path root;

  @Test
  void damagedDataIsReadOrRefused() throws IOException {
    Fuzz.Counts counts = open(Fuzz.FEW);
    assertTrue(counts.refused() > Fuzz.FEW / 2, counts.toString());
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedDataSetsAreReadOrRefused() throws IOException {
    open(Fuzz.MANY);
  }

  private Fuzz.Counts open(int inputs) throws IOException {
    Path file = Files.createDirectories(root.resolve("tiny")).resolve("tiny.csv");
    byte[] whole = "a,1\nb,2\n".repeat(20).getBytes(StandardCharsets.UTF_8);
    Mutations mutations = new Mutations(List.of(whole), List.of(",", "\n", "\r", "a", "1e9"));
    return new Fuzz("data", mutations, MissingDataException.class)
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              if (!Arrays.equals(whole, bytes)) {
                DataFolder folder = DataFolder.of(root, List.of(new Tiny(whole)));
                String told =
                    assertThrows(MissingDataException.class, () -> folder.open("tiny"))
                        .getMessage();
                assertTrue(told.contains("checksum") || told.contains("the published file"), told);
              }
              if (bytes.length > 0) {
                DataFolder.of(root, List.of(new Tiny(bytes))).open("tiny");
              }
            });
  }

  /** A data set of one file with known content. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares data sets.
  private record Tiny(byte[] content) implements PublishedDataset {

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
              "tiny.csv", "https://example.org/tiny.csv", content.length, sha256(content)));
    }

    @Override
    public Dataset parse(PublishedDataset.Files files) throws IOException {
      try (InputStream in = files.open("tiny.csv")) {
        Examples all = new CsvNumbers(2, 0, List.of(), List.of("a", "b")).read("tiny.csv", in);
        return new Dataset(name(), all, Examples.none(all.shape()), List.of("a", "b"));
      }
    }

    private static String sha256(byte[] content) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException e) {
        throw new LinkageError("SHA-256", e);
      }
    }
  }
}
