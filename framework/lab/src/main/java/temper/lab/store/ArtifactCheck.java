package temper.lab.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.TableSchema;

/**
 * The files that the trials of an experiment handed over, held against their records.
 *
 * @param present files that are there
 * @param absent files that are not: somebody deleted them, or they were not copied with the tables
 * @param damaged a line for each file that is not what its trial wrote
 * @since 0.3
 */
public record ArtifactCheck(long present, long absent, List<String> damaged) {

  /** Copies the list. */
  public ArtifactCheck {
    damaged = List.copyOf(damaged);
  }

  /**
   * Checks all files of the finished trials of a plan.
   *
   * @param store the results of the experiment
   * @param plan its trials
   * @return what was found; nothing for an experiment whose trials hand over no files
   * @throws StoreException if a file cannot be read
   */
  public static ArtifactCheck of(ExperimentStore store, PlanRows plan) {
    List<String> damaged = new ArrayList<>();
    long present = 0;
    long absent = 0;
    if (store.layout().tables().contains(TableSchema.ARTIFACTS)) {
      for (long index = 0; index < plan.size(); index++) {
        long id = plan.id(index);
        Path folder = Artifacts.folder(store.csvFolder(), id);
        ArtifactRows rows = ArtifactRows.of(store, id);
        if (rows.damaged() > 0) {
          damaged.add(
              folder
                  + ": "
                  + rows.damaged()
                  + " of the rows of "
                  + TableSchema.ARTIFACTS.name()
                  + ".csv cannot be what this trial wrote");
        }
        for (Artifact artifact : rows.artifacts()) {
          Path file = folder.resolve(artifact.file());
          if (!Files.exists(file)) {
            absent++;
            continue;
          }
          present++;
          if (!artifact.equals(Artifacts.read(file))) {
            damaged.add(
                file
                    + " is not what its trial wrote; delete it, and `temper replay` with --files"
                    + " writes it again");
          }
        }
      }
    }
    return new ArtifactCheck(present, absent, damaged);
  }
}
