package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes whole files into a folder, new content in the place of the old in one step. */
final class FileWriter implements FileTarget {

  private final Path folder;
  private final Temporaries temporaries;
  private final Disk disk;
  private final Consumer<Notice> notices;

  FileWriter(Path folder, Temporaries temporaries, Disk disk, Consumer<Notice> notices) {
    this.folder = folder;
    this.temporaries = temporaries;
    this.disk = disk;
    this.notices = notices;
  }

  @Override
  public boolean write(String relativePath, byte[] content) {
    Path file = Inside.of(folder, relativePath);
    try {
      Path parent = java.util.Objects.requireNonNull(file.getParent());
      Folders.make(parent, disk);
      if (!disk.isUntouched() && !parent.toRealPath().startsWith(folder.toRealPath())) {
        throw new IllegalArgumentException("'" + relativePath + "' leads out of " + folder);
      }
      try (ReplacingOutput out = output(file)) {
        out.write(content);
        boolean changed = out.commit();
        if (changed) {
          disk.forceDirectory(parent);
        }
        return changed;
      }
    } catch (IOException e) {
      throw StoreException.of("cannot write", file, e);
    }
  }

  /** New content of a file of the folder. */
  ReplacingOutput output(Path file) throws IOException {
    return new ReplacingOutput(file, temporaries.next(), disk, notices);
  }

  Disk disk() {
    return disk;
  }
}
