package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path folder;

  @Test
  void filesAreWrittenAndNothingElseIsLeft() throws IOException {
    Path out = folder.resolve("a/b");

    try (OutputFolder target = OutputFolder.open(out, notice -> {})) {
      assertTrue(target.write("figures/x.svg", new byte[] {1}));
      assertFalse(target.write("figures/x.svg", new byte[] {1}));
      assertTrue(target.write("figures/x.svg", new byte[] {2}));
      assertThrows(IllegalArgumentException.class, () -> target.write("../x", new byte[1]));
    }

    try (var files = Files.walk(out)) {
      assertEquals(
          List.of(out, out.resolve("figures"), out.resolve("figures/x.svg")),
          files.sorted().toList());
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTold() throws IOException {
    Files.write(folder.resolve("file"), new byte[1]);

    StoreException e =
        assertThrows(
            StoreException.class, () -> OutputFolder.open(folder.resolve("file/x"), notice -> {}));
    assertTrue(e.getMessage().startsWith("cannot write to "), e.getMessage());
  }
}
