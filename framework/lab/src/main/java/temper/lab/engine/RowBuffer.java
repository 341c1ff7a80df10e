package temper.lab.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The rows of one table of a running trial. All but the newest are packed, so that a million rows
 * take a few bytes each until the trial ends.
 */
final class RowBuffer {

  /** Characters that are collected before they are packed. */
  static final int PIECE = 1 << 18;

  /** Rows that were packed. */
  private static final class Piece {

    private final int length;
    private final byte[] packed;

    /**
     * A piece.
     *
     * @param length number of bytes before
     * @param packed the bytes after
     */
    Piece(int length, byte[] packed) {
      this.length = length;
      this.packed = packed;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder newest = new StringBuilder();
  private long packedLength;

  /** Where the cells of a row are appended; to be cut back if the row is refused. */
  StringBuilder row() {
    return newest;
  }

  /** A row is whole. */
  void endRow() {
    newest.append('\n');
    if (newest.length() >= PIECE) {
      byte[] bytes = newest.toString().getBytes(StandardCharsets.UTF_8);
      pieces.add(new Piece(bytes.length, pack(bytes)));
      packedLength += bytes.length;
      newest.setLength(0);
    }
  }

  /** How many bytes the rows will take, but for signs beyond ASCII in the newest. */
  long length() {
    return packedLength + newest.length();
  }

  /** How many bytes the rows take now. */
  long held() {
    return pieces.stream().mapToLong(piece -> piece.packed.length).sum() + newest.capacity();
  }

  /** All rows. */
  String text() {
    if (pieces.isEmpty()) {
      return newest.toString();
    }
    byte[] last = newest.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[Math.toIntExact(packedLength + last.length)];
    int at = 0;
    for (Piece piece : pieces) {
      unpack(piece, all, at);
      at += piece.length;
    }
    System.arraycopy(last, 0, all, at, last.length);
    return new String(all, StandardCharsets.UTF_8);
  }

  /** Writes the rows as they are held. */
  void write(DataOutput out) throws IOException {
    out.writeInt(pieces.size());
    for (Piece piece : pieces) {
      out.writeInt(piece.length);
      writeBytes(out, piece.packed);
    }
    writeBytes(out, newest.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #write} wrote. */
  static RowBuffer read(DataInput in) throws IOException {
    RowBuffer rows = new RowBuffer();
    int pieces = length(in);
    for (int i = 0; i < pieces; i++) {
      int length = length(in);
      rows.pieces.add(new Piece(length, readBytes(in)));
      rows.packedLength += length;
    }
    rows.newest.append(new String(readBytes(in), StandardCharsets.UTF_8));
    return rows;
  }

  static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[length(in)];
    in.readFully(bytes);
    return bytes;
  }

  private static int length(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("a saved text has length " + length);
    }
    return length;
  }

  private static byte[] pack(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
      byte[] block = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void unpack(Piece piece, byte[] into, int at) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(piece.packed);
      int done = 0;
      while (done < piece.length) {
        int more = inflater.inflate(into, at + done, piece.length - done);
        if (more == 0) {
          throw new IllegalStateException("packed rows end after " + done + " bytes");
        }
        done += more;
      }
    } catch (DataFormatException damaged) {
      throw new IllegalStateException("packed rows cannot be unpacked", damaged);
    } finally {
      inflater.end();
    }
  }
}
