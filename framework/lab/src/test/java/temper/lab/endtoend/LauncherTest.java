package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher tells the JVM, which here is a script that says what it was told. */
class LauncherTest {

  @TempDir Path folder;

  private List<String> languages(Map<String, String> environment) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Path launcher = Files.copy(Path.of("../../temper"), folder.resolve("temper"));
    Path target = Files.createDirectories(folder.resolve("studies/target"));
    Files.write(target.resolve("temper.jar"), new byte[1]);
    Files.setLastModifiedTime(
        target.resolve("temper.jar"), FileTime.from(Instant.now().minusSeconds(9)));
    Files.write(target.resolve("temper.built"), new byte[1]);
    Path home = folder.resolve("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = home.resolve("bin/java");
    Files.writeString(
        java,
        "#!/bin/bash\necho \"${LC_ALL-unset}\"; echo \"$LC_MESSAGES\"; echo \"${LC_CTYPE-unset}\"\n");
    assertTrue(java.toFile().setExecutable(true));

    ProcessBuilder builder = new ProcessBuilder("/bin/bash", launcher.toString(), "list");
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    builder.environment().put("TEMPER_JAVA_HOME", home.toString());
    builder.environment().putAll(environment);
    Path told = folder.resolve("told");
    Process process = builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return lines(told);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }

  @Test
  void errorsOfTheSystemAreInEnglishAndNamesOfFilesAsTheUserHasThem() throws Exception {
    assertEquals(List.of("unset", "C", "C.UTF-8"), languages(Map.of("LC_ALL", "C.UTF-8")));
  }

  @Test
  void whoSetsNoLanguageForAllHasTheOthersUntouched() throws Exception {
    assertEquals(
        List.of("unset", "C", "unset"),
        languages(Map.of("LANG", "C.UTF-8", "LC_MESSAGES", "de_DE.UTF-8")));
  }
}
