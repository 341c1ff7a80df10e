package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RelativePathTest {

  @Test
  void leadsUpAndDownWithSlashes() {
    assertEquals(
        "../data/table.csv",
        RelativePath.between(Path.of("configs", "."), Path.of("data", "table.csv")));
    assertEquals("a/b", RelativePath.between(Path.of(""), Path.of("a", "x", "..", "b")));
    assertEquals("", RelativePath.between(Path.of("a"), Path.of("a").toAbsolutePath()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // There it separates names.
  void aBackslashInANameStays() {
    assertEquals("a\\b/c", RelativePath.between(Path.of(""), Path.of("a\\b", "c")));
  }
}
