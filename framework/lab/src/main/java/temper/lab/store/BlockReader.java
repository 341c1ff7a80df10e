package temper.lab.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Reads a growing file at any place through a few remembered blocks. Trials finish nearly in plan
 * order, or in the order of a few shards, so that a handful of blocks serves nearly every read.
 */
final class BlockReader implements Closeable {

  private static final int BLOCK = 1 << 13;
  private static final int BLOCKS = 512;

  private final RandomAccessFile file;
  private final byte[][] blocks = new byte[BLOCKS][];
  private final long[] numbers = new long[BLOCKS];
  private final int[] lengths = new int[BLOCKS];

  BlockReader(RandomAccessFile file) {
    this.file = file;
  }

  /** Reads exactly as many bytes as wanted. */
  void read(long position, byte[] into, int offset, int length) throws IOException {
    if (length > BLOCK) {
      file.seek(position);
      file.readFully(into, offset, length);
      return;
    }
    int done = 0;
    while (done < length) {
      long number = (position + done) / BLOCK;
      int from = (int) ((position + done) % BLOCK);
      int wanted = Math.min(length - done, BLOCK - from);
      int slot = slot(number, from + wanted);
      System.arraycopy(blocks[slot], from, into, offset + done, wanted);
      done += wanted;
    }
  }

  /** Forgets all blocks, because the file was cut. */
  void forget() {
    java.util.Arrays.fill(lengths, 0);
  }

  private int slot(long number, int needed) throws IOException {
    int slot = (int) (number % BLOCKS);
    if (blocks[slot] == null) {
      blocks[slot] = new byte[BLOCK];
    }
    // The last block grows as records are appended: a remembered one may be too short.
    if (numbers[slot] != number || lengths[slot] < needed) {
      lengths[slot] = 0;
      numbers[slot] = number;
      file.seek(number * BLOCK);
      int filled = 0;
      int count;
      while (filled < BLOCK && (count = file.read(blocks[slot], filled, BLOCK - filled)) > 0) {
        filled += count;
      }
      lengths[slot] = filled;
      if (filled < needed) {
        throw new EOFException("file ends at byte " + (number * BLOCK + filled));
      }
    }
    return slot;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
