package temper.lab.engine;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Hashes, and where this code comes from. */
final class Hashes {

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** The folder of the jar or classes that are running; the working folder if that is not known. */
  static Path codeFolder() {
    @Nullable CodeSource source = Hashes.class.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        Path parent = Path.of(source.getLocation().toURI()).getParent();
        if (parent != null) {
          return parent;
        }
      }
    } catch (URISyntaxException notAFile) {
      return Path.of("").toAbsolutePath();
    }
    return Path.of("").toAbsolutePath();
  }
}
