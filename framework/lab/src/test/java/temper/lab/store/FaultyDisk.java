package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A disk on which something goes wrong: it is full after some bytes, or an operation of one kind
 * fails. When it is dead from then on, nothing works any more, as after kill -9.
 */
class FaultyDisk implements Disk {

  /** Kinds of operations. */
  enum Operation {
    OPEN,
    FORCE,
    RENAME,
    FORCE_DIRECTORY
  }

  private final LocalDisk disk = LocalDisk.INSTANCE;
  private final boolean deadAfterwards;
  private final Operation failing;
  private long room;
  private int until;
  private boolean failed;

  private FaultyDisk(long room, Operation failing, int until, boolean deadAfterwards) {
    this.room = room;
    this.failing = failing;
    this.until = until;
    this.deadAfterwards = deadAfterwards;
  }

  /** A disk that works, without waiting for the device. */
  static FaultyDisk none() {
    return new FaultyDisk(Long.MAX_VALUE, Operation.OPEN, Integer.MAX_VALUE, false);
  }

  /** A disk with room for some bytes. */
  static FaultyDisk full(long room, boolean deadAfterwards) {
    return new FaultyDisk(room, Operation.OPEN, Integer.MAX_VALUE, deadAfterwards);
  }

  /** A disk on which one operation fails. */
  static FaultyDisk failing(Operation operation, int number, boolean deadAfterwards) {
    return new FaultyDisk(Long.MAX_VALUE, operation, number, deadAfterwards);
  }

  /** Makes room without end. */
  void makeRoom() {
    room = Long.MAX_VALUE;
  }

  /** Whether anything went wrong. */
  boolean failed() {
    return failed;
  }

  private void step(Operation operation) throws IOException {
    if (failed && deadAfterwards) {
      throw new IOException("dead");
    }
    if (operation == failing && until-- == 0) {
      failed = true;
      throw new IOException("operation failed: " + operation);
    }
  }

  @Override
  public void createDirectories(Path folder) throws IOException {
    if (failed && deadAfterwards) {
      throw new IOException("dead");
    }
    disk.createDirectories(folder);
  }

  @Override
  public Output append(Path file) throws IOException {
    step(Operation.OPEN);
    return new FaultyOutput(disk.append(file));
  }

  @Override
  public Output create(Path file) throws IOException {
    step(Operation.OPEN);
    return new FaultyOutput(disk.create(file));
  }

  @Override
  public void renameAtomically(Path from, Path to) throws IOException {
    step(Operation.RENAME);
    disk.renameAtomically(from, to);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(Operation.RENAME);
    disk.rename(from, to);
  }

  @Override
  public void forceDirectory(Path folder) throws IOException {
    step(Operation.FORCE_DIRECTORY);
  }

  @Override
  public void delete(Path file) throws IOException {
    if (failed && deadAfterwards) {
      throw new IOException("dead");
    }
    disk.delete(file);
  }

  private final class FaultyOutput implements Output {

    private final Output output;

    FaultyOutput(Output output) {
      this.output = output;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (failed && deadAfterwards) {
        throw new IOException("dead");
      }
      int fits = (int) Math.min(length, room);
      output.write(bytes, offset, fits);
      room -= fits;
      if (fits < length) {
        failed = true;
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void force() throws IOException {
      step(Operation.FORCE);
    }

    @Override
    public void truncate(long length) throws IOException {
      if (failed && deadAfterwards) {
        throw new IOException("dead");
      }
      output.truncate(length);
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }
}
