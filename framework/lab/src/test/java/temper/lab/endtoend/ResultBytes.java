package temper.lab.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compared bytes of a result folder: a digest of each file that is not volatile. */
final class ResultBytes {

  private ResultBytes() {}

  static Map<String, String> of(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, String> digests = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".temper")
            && !name.equals("provenance.json")
            && !name.equals("timings.csv")) {
          digests.put(name, digest(file));
        }
      }
      return digests;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
