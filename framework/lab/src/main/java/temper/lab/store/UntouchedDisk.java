package temper.lab.store;

import java.nio.file.Path;

/**
 * A disk on which nothing changes whatever is done: what is written to it goes nowhere. So the code
 * that writes results also tells whether it would change any.
 */
enum UntouchedDisk implements Disk {
  INSTANCE;

  private enum Nowhere implements Output {
    INSTANCE;

    @Override
    public void write(byte[] bytes, int offset, int length) {}

    @Override
    public void force() {}

    @Override
    public void truncate(long length) {}

    @Override
    public void close() {}
  }

  @Override
  public boolean isUntouched() {
    return true;
  }

  @Override
  public void createDirectories(Path folder) {}

  @Override
  public Output append(Path file) {
    return Nowhere.INSTANCE;
  }

  @Override
  public Output create(Path file) {
    return Nowhere.INSTANCE;
  }

  @Override
  public void renameAtomically(Path from, Path to) {}

  @Override
  public void rename(Path from, Path to) {}

  @Override
  public void forceDirectory(Path folder) {}

  @Override
  public void delete(Path file) {}
}
