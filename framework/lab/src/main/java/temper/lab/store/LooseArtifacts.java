package temper.lab.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import temper.lab.study.FileContent;

/**
 * Writes the files of one trial straight into a folder that is no result folder.
 *
 * @param folder the folder; made if it does not exist
 * @since 0.3
 */
public record LooseArtifacts(Path folder) implements ArtifactSink {

  @Override
  public Artifact write(long id, String name, FileContent content) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      try (BufferedOutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        return new DigestOutput(out).take(name, content);
      }
    } catch (IOException e) {
      throw StoreException.of("cannot write", file, e);
    }
  }
}
