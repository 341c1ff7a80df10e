package temper.lab.store;

import java.io.IOException;
import java.io.OutputStream;
import temper.lab.study.FileContent;

/**
 * Where the files of trials go.
 *
 * @since 0.3
 */
@FunctionalInterface
public interface ArtifactSink {

  /** Keeps nothing but size and checksum: for trials that are run again to be compared. */
  ArtifactSink NOWHERE =
      (id, name, content) -> {
        DigestOutput out = new DigestOutput(OutputStream.nullOutputStream());
        try {
          content.write(out);
        } catch (IOException e) {
          throw new StoreException("cannot make " + name + ": " + StoreException.why(e), e);
        }
        return out.artifact(name);
      };

  /**
   * Takes a file, in the place of an earlier one of the same trial and name.
   *
   * @param id identifier of the trial
   * @param name name of the file, checked before
   * @param content writes it
   * @return its name, size and checksum
   * @throws StoreException if it cannot be written; an earlier one is then still there
   */
  Artifact write(long id, String name, FileContent content);
}
