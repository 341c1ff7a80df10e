package temper.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine beside the one that runs the tests. */
final class InstalledJdks {

  private static final Path ALL = Path.of("/usr/lib/jvm");
  private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  private InstalledJdks() {}

  /** The one that runs the tests. */
  static Path own() {
    return Path.of(System.getProperty("java.home"));
  }

  /** All others of version 17 or later. */
  static List<Path> others() throws IOException {
    if (!Files.isDirectory(ALL)) {
      return List.of();
    }
    try (Stream<Path> jdks = Files.list(ALL)) {
      return jdks.filter(jdk -> Files.isDirectory(jdk) && !Files.isSymbolicLink(jdk))
          .filter(jdk -> version(jdk) >= 17 && version(jdk) != Runtime.version().feature())
          .sorted()
          .toList();
    }
  }

  private static int version(Path jdk) {
    try {
      Matcher matcher = JAVA_VERSION.matcher(Files.readString(jdk.resolve("release")));
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException noJdk) {
      return 0;
    }
  }
}
