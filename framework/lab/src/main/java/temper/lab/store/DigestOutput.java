package temper.lab.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on, counts them and takes their SHA-256. */
final class DigestOutput extends OutputStream {

  private final OutputStream out;
  private final MessageDigest digest = CodeFingerprint.sha256();
  private final byte[] single = new byte[1];
  private long bytes;

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
    out.write(content, offset, length);
    digest.update(content, offset, length);
    bytes += length;
  }

  /** What was written so far; to be asked once. */
  Artifact artifact(String name) {
    return new Artifact(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
