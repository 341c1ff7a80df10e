package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/** Every JDK gives the same bytes. */
@Tag("slow")
class OtherJdkIT {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  @TempDir Path folder;

  @Test
  void everyInstalledJdkGivesTheSameBytes() throws IOException {
    List<Path> others = otherJdks();
    assumeTrue(
        !others.isEmpty(), "no other JDK of version 17 or newer is installed below /usr/lib/jvm");
    for (String study : List.of("probe")) {
      assertSame(new TemperProcess(folder).run("run", study, "--profile", "smoke", "--out", study));
      int number = 0;
      for (Path jdk : others) {
        String out = study + number++;

        assertSame(
            new TemperProcess(folder)
                .java(jdk.resolve("bin/java"))
                .run("run", study, "--profile", "smoke", "--out", out));

        assertEquals(
            ResultBytes.of(folder.resolve(study)),
            ResultBytes.of(folder.resolve(out)),
            jdk.toString());
      }
    }
  }

  private static void assertSame(Finished finished) {
    assertEquals(0, finished.exitCode(), finished.err());
  }

  private static List<Path> otherJdks() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    int own = Runtime.version().feature();
    try (Stream<Path> jdks = Files.list(all)) {
      return jdks.filter(Files::isDirectory)
          .filter(jdk -> !Files.isSymbolicLink(jdk))
          .filter(jdk -> version(jdk) >= 17 && version(jdk) != own)
          .sorted()
          .toList();
    }
  }

  private static int version(Path jdk) {
    try {
      Matcher matcher = VERSION.matcher(Files.readString(jdk.resolve("release")));
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException noJdk) {
      return 0;
    }
  }
}
