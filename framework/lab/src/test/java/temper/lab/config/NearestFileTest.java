package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a file that is not there. */
class NearestFileTest {

  @TempDir Path folder;

  @Test
  void theFolderAndTheNearestFileOfTheSameKindAreTold() throws IOException {
    Files.writeString(folder.resolve("sweep4.yaml"), "");
    Files.writeString(folder.resolve("swep4.yml"), "");
    Files.createDirectory(folder.resolve("swep.yaml"));

    assertEquals(
        "there is no file swep4.yaml in " + folder + ". Did you mean 'sweep4.yaml'?",
        NearestFile.message(folder.resolve("x/../swep4.yaml")));
    assertEquals(
        "there is no file Other.java in " + folder,
        NearestFile.message(folder.resolve("Other.java")));
    assertEquals(
        "there is no file a.yaml: there is no folder " + folder.resolve("none"),
        NearestFile.message(folder.resolve("none/a.yaml")));
  }
}
