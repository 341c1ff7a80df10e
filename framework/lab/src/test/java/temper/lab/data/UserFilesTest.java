package temper.lab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.FileData;
import temper.data.PublishedDataset;

class UserFilesTest {

  @TempDir Path folder;

  /** Counts the bytes of a file; in between something may happen. */
  private record Bytes(String file, Runnable meanwhile) implements FileData {

    @Override
    public List<String> files() {
      return List.of(file);
    }

    @Override
    public Dataset read(PublishedDataset.Files files) throws IOException {
      try (var in = files.open(file)) {
        meanwhile.run();
        double[] size = {in.readAllBytes().length};
        Examples examples = Examples.ofTargets(size, new double[1], 1);
        return new Dataset("bytes", examples, Examples.none(examples.shape()), List.of());
      }
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void aFileIsLookedForInTheDataFolderThenBesideTheConfigThenWhereItWas() throws IOException {
    Path data = folder.resolve("data");
    Path config = folder.resolve("config");
    Path earlier = folder.resolve("was/t.csv");
    DataFolder found =
        DataFolder.of(data, List.of()).besideConfig(config, Map.of("t.csv", earlier));

    assertEquals(Optional.empty(), found.findFile("t.csv"));
    write("was/t.csv", "1");
    assertEquals(Optional.of(earlier), found.findFile("t.csv"));
    write("config/t.csv", "22");
    assertEquals(Optional.of(config.resolve("t.csv")), found.findFile("t.csv"));
    write("data/t.csv", "333");
    assertEquals(Optional.of(data.resolve("t.csv")), found.findFile("t.csv"));
    assertEquals(
        Optional.of(earlier), found.findFile(earlier.toString()), "an absolute path is itself");
    assertEquals(3, found.read(new Bytes("t.csv", () -> {})).train().row(0)[0]);
  }

  @Test
  void aFileThatIsNotThereIsToldWithAllPlacesAndTheNearestName() throws IOException {
    DataFolder data = DataFolder.of(folder.resolve("data"), List.of());

    String none = data.problemOfFile("nosuch-file.csv").orElseThrow();
    assertEquals(
        "there is no file 'nosuch-file.csv'; looked for "
            + folder.resolve("data/nosuch-file.csv")
            + ", "
            + Path.of("nosuch-file.csv").toAbsolutePath()
            + "; --data DIR names a folder to look in",
        none);
    write("data/no-such-file.csv", "1");
    assertTrue(
        data.problemOfFile("nosuch-file.csv")
            .orElseThrow()
            .endsWith(". Did you mean 'no-such-file.csv'?"));
    assertThrows(MissingDataException.class, () -> data.sha256("nosuch-file.csv"));
    assertThrows(MissingDataException.class, () -> data.read(new Bytes("x", () -> {})));
  }

  @Test
  void theChecksumIsThatOfTheContentWhenItIsAskedFor() throws IOException {
    Path file = write("t.csv", "abc");
    DataFolder data = DataFolder.of(folder, List.of());

    String first = data.sha256("t.csv");
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", first);
    Files.writeString(file, "abd");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    assertNotEquals(first, data.sha256("t.csv"));
  }

  @Test
  void aDataSetIsReadOnceAndShared() throws IOException {
    write("t.csv", "abc");
    DataFolder data = DataFolder.of(folder, List.of());
    Runnable nothing = () -> {};

    assertSame(data.read(new Bytes("t.csv", nothing)), data.read(new Bytes("t.csv", nothing)));
  }

  @Test
  void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
    Path file = write("t.csv", "abc");
    DataFolder data = DataFolder.of(folder, List.of());
    data.sha256("t.csv");
    Runnable change =
        () -> {
          try {
            Files.writeString(file, "abcdef");
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        };

    MissingDataException refused =
        assertThrows(MissingDataException.class, () -> data.read(new Bytes("t.csv", change)));

    assertTrue(String.valueOf(refused.getMessage()).contains("was changed while it was in use"));
  }
}
