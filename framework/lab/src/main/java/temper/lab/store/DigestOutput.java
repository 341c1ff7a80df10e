package temper.lab.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import temper.lab.study.FileContent;

/** Passes bytes on, counts them and takes their SHA-256. */
final class DigestOutput extends OutputStream {

  private final OutputStream out;
  private final MessageDigest digest = CodeFingerprint.sha256();
  private final byte[] single = new byte[1];
  private long bytes;
  private @Nullable IOException refused;

  DigestOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    single[0] = (byte) one;
    write(single, 0, 1);
  }

  @Override
  public void write(byte[] content, int offset, int length) throws IOException {
    try {
      out.write(content, offset, length);
    } catch (IOException e) {
      refused = refused == null ? e : refused;
      throw e;
    }
    digest.update(content, offset, length);
    bytes += length;
  }

  /**
   * Has the content of a file written, and tells its own errors from those of where it goes.
   *
   * @param name name of the file
   * @return what was written
   * @throws IOException if the bytes were not taken, whatever the content made of that
   * @throws UncheckedIOException if the content cannot be made
   */
  Artifact take(String name, FileContent content) throws IOException {
    try {
      content.write(this);
    } catch (IOException own) {
      throwRefused();
      throw new UncheckedIOException("cannot make the file '" + name + "': " + own, own);
    } catch (RuntimeException own) {
      throwRefused();
      throw own;
    }
    throwRefused();
    return artifact(name);
  }

  private void throwRefused() throws IOException {
    if (refused != null) {
      throw refused;
    }
  }

  /** What was written so far; to be asked once. */
  Artifact artifact(String name) {
    return new Artifact(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
