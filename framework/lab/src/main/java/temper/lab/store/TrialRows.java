package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rows of {@code trials.csv} as they stand there, whatever columns it has and whether all
 * trials of the plan are in it.
 *
 * @since 0.3
 */
public final class TrialRows {

  private TrialRows() {}

  /**
   * Visits the rows that are whole.
   *
   * @param folder the folder of one study and profile
   * @param experiment name of an experiment, of which there need not be any
   * @param visitor hears of each row: its cells by column, in the order of the columns
   * @throws StoreException if the file cannot be read
   */
  public static void visit(Path folder, String experiment, Consumer<Map<String, String>> visitor) {
    Path file = Inside.of(folder, experiment).resolve("trials.csv");
    if (!Files.exists(file)) {
      return;
    }
    try (CsvReader in = CsvReader.open(file)) {
      if (!in.next() || in.problem() != null) {
        return;
      }
      List<String> columns = in.texts();
      while (in.next()) {
        if (in.problem() == null && in.cells() == columns.size()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), in.text(i));
          }
          visitor.accept(row);
        }
      }
    } catch (IOException e) {
      throw StoreException.of("cannot read", file, e);
    }
  }
}
