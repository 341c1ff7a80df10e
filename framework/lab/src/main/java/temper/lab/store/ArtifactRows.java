package temper.lab.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import temper.lab.study.TableSchema;

/**
 * What a finished trial tells of its files.
 *
 * @param artifacts the files, in the order in which they were handed over
 * @param damaged how many rows no trial can have written
 */
record ArtifactRows(List<Artifact> artifacts, int damaged) {

  static ArtifactRows of(ExperimentStore store, long id) {
    int table = store.layout().tables().indexOf(TableSchema.ARTIFACTS);
    List<Artifact> artifacts = new ArrayList<>();
    int damaged = 0;
    Optional<TrialRecord> record = table < 0 ? Optional.empty() : store.read(id);
    if (record.isPresent()) {
      for (String line : record.get().tables().get(table).lines().toList()) {
        Optional<Artifact> artifact = Artifact.ofRow(line);
        artifact.ifPresent(artifacts::add);
        damaged += artifact.isPresent() ? 0 : 1;
      }
    }
    return new ArtifactRows(artifacts, damaged);
  }
}
