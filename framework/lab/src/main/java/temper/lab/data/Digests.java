package temper.lab.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import temper.data.Checksum;
import temper.data.DataFile;

/** Compares files with their published checksums. */
final class Digests {

  private static final int BUFFER = 1 << 16;

  private Digests() {}

  /** Refuses a file that is not the published one. */
  static void require(DataFile file, Path path) throws IOException {
    Optional<String> difference = difference(file, path);
    if (difference.isPresent()) {
      throw new MissingDataException(
          path
              + " is not the published file: "
              + difference.get()
              + "; get it again from "
              + file.url());
    }
  }

  /** What tells a file from the published one; empty if it is that. */
  static Optional<String> difference(DataFile file, Path path) throws IOException {
    for (Checksum checksum : file.checksums()) {
      String found = digits(path, checksum.kind());
      if (!found.equals(checksum.digits())) {
        return Optional.of(
            "its "
                + checksum.kind().algorithm()
                + " checksum is "
                + found
                + ", expected "
                + checksum.digits());
      }
    }
    return Optional.empty();
  }

  /** The checksum of a file in hexadecimal digits. */
  static String digits(Path path, Checksum.Kind kind) throws IOException {
    return HexFormat.of().formatHex(digest(path, kind));
  }

  private static byte[] digest(Path path, Checksum.Kind kind) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance(kind.algorithm());
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java platform must have " + kind.algorithm(), e);
    }
  }
}
