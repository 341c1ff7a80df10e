package temper.lab.store;

import java.util.List;
import temper.lab.study.TableSchema;

/**
 * A file that a trial handed over, as its row of {@link TableSchema#ARTIFACTS} tells.
 *
 * @param file name of the file
 * @param bytes its size
 * @param sha256 SHA-256 of its content, in lower-case hexadecimal digits
 * @since 0.3
 */
public record Artifact(String file, long bytes, String sha256) {

  /** The files that a finished trial handed over, in the order in which it did. */
  static List<Artifact> of(ExperimentStore store, long id) {
    int table = store.layout().tables().indexOf(TableSchema.ARTIFACTS);
    return table < 0
        ? List.of()
        : store.read(id).stream()
            .flatMap(record -> record.tables().get(table).lines())
            .map(Artifact::ofRow)
            .toList();
  }

  /** The artifact that a line of the table tells of; none of its cells is ever quoted. */
  private static Artifact ofRow(String line) {
    String[] cells = line.split(",", -1);
    return new Artifact(cells[0], Long.parseLong(cells[1]), cells[2]);
  }
}
