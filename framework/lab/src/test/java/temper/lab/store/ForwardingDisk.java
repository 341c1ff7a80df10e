package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;

/** The disk of this machine, without waiting for the device; a test changes single operations. */
interface ForwardingDisk extends Disk {

  /** A file of whose forces somebody hears. */
  record Forced(Output output, Runnable listener) implements Output {

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      output.write(bytes, offset, length);
    }

    @Override
    public void force() {
      listener.run();
    }

    @Override
    public void truncate(long length) throws IOException {
      output.truncate(length);
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }

  @Override
  default void createDirectories(Path folder) throws IOException {
    LocalDisk.INSTANCE.createDirectories(folder);
  }

  @Override
  default Output append(Path file) throws IOException {
    return LocalDisk.INSTANCE.append(file);
  }

  @Override
  default Output create(Path file) throws IOException {
    return LocalDisk.INSTANCE.create(file);
  }

  @Override
  default void renameAtomically(Path from, Path to) throws IOException {
    LocalDisk.INSTANCE.renameAtomically(from, to);
  }

  @Override
  default void rename(Path from, Path to) throws IOException {
    LocalDisk.INSTANCE.rename(from, to);
  }

  @Override
  default void forceDirectory(Path folder) {}

  @Override
  default void delete(Path file) throws IOException {
    LocalDisk.INSTANCE.delete(file);
  }
}
