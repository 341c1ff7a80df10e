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
        try {
          return new DigestOutput(OutputStream.nullOutputStream()).take(name, content);
        } catch (IOException cannotHappen) { // Nowhere refuses nothing.
          throw new StoreException("cannot keep " + name, cannotHappen);
        }
      };

  /**
   * Takes a file, in the place of an earlier one of the same trial and name.
   *
   * @param id identifier of the trial
   * @param name name of the file, checked before
   * @param content writes it
   * @return its name, size and checksum
   * @throws StoreException if it cannot be written; an earlier one is then still there
   * @throws java.io.UncheckedIOException if the content cannot be made, which is the trial's own
   *     error; an earlier one is then still there
   */
  Artifact write(long id, String name, FileContent content);
}
