package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of results that a paper points to. */
class SheetTest {

  @TempDir private Path folder;

  private Sheet sheet(String text) throws IOException {
    Path file = folder.resolve("trials.csv");
    Files.writeString(file, text);
    return Sheet.read(file, List.of("trial", "rate", "loss"));
  }

  @Test
  void rowsAreFoundByTheValuesOfTheirCells() throws IOException {
    Sheet sheet = sheet("trial,rate,loss\na,1,0.5\nb,2,\nc,1,3\n");

    assertEquals(3, sheet.rows());
    assertEquals(List.of(0, 2), sheet.where(Map.of("rate", "1")));
    assertEquals(List.of(2), sheet.where(Map.of("rate", "1", "loss", "3")));
    assertEquals("c", sheet.text(2, "trial"));
    assertEquals(0.5, sheet.number(0, "loss"));
    assertEquals(Double.NaN, sheet.number(1, "loss"));
    assertThrows(IllegalArgumentException.class, () -> sheet.text(0, "lost"));
  }

  @Test
  void aColumnIsNotCopiedForEachOfItsCells() throws IOException {
    Sheet sheet = sheet("trial,rate,loss\na,1,0.5\n");

    assertSame(sheet.texts("rate"), sheet.texts("rate"));
  }
}
