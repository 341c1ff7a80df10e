package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that is full after a number of bytes, or whose operations fail one by one. */
class FaultyDisk implements Disk {

  private final LocalDisk disk = LocalDisk.INSTANCE;
  private long room;

  FaultyDisk(long room) {
    this.room = room;
  }

  @Override
  public Output append(Path file) throws IOException {
    return limited(disk.append(file));
  }

  @Override
  public Output create(Path file) throws IOException {
    return limited(disk.create(file));
  }

  private Output limited(Output output) {
    return new Output() {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int fits = (int) Math.min(length, room);
        output.write(bytes, offset, fits);
        room -= fits;
        if (fits < length) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void force() throws IOException {
        output.force();
      }

      @Override
      public void truncate(long length) throws IOException {
        output.truncate(length);
      }

      @Override
      public void close() throws IOException {
        output.close();
      }
    };
  }

  @Override
  public void renameAtomically(Path from, Path to) throws IOException {
    disk.renameAtomically(from, to);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void forceDirectory(Path folder) throws IOException {
    disk.forceDirectory(folder);
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }
}
