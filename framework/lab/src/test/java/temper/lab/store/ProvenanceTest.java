package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ProvenanceTest {

  @TempDir Path folder;

  private Provenance collect() {
    return collect(folder);
  }

  private static Provenance collect(Path code) {
    return Provenance.collect("temper run x", "abc", 2, Instant.EPOCH, code);
  }

  @Test
  void outsideOfAWorkingTreeThereIsNoCommit() {
    Provenance provenance = collect();

    assertEquals("", provenance.gitCommit());
    assertFalse(provenance.gitDirty());
  }

  @Test
  void theFileSaysWhatRanWhere() {
    JsonNode json = new ObjectMapper().readTree(collect().toJson(Set.of(), Optional.empty()));

    assertEquals("temper run x", json.get("command").asString());
    assertEquals("abc", json.get("config").asString());
    assertEquals(2, json.get("threads").asInt());
    assertEquals("1970-01-01T00:00:00Z", json.get("start").asString());
    assertTrue(json.get("java").asString().startsWith(System.getProperty("java.runtime.version")));
    assertEquals(System.getProperty("os.arch"), json.get("architecture").asString());
    assertFalse(json.get("temper").asString().isEmpty());
  }

  @Test
  void eachExperimentHasTheCommandThatRanItLast() {
    byte[] first = collect().toJson(Set.of("a", "b"), Optional.empty());
    Provenance later = Provenance.collect("temper run y", "abc", 2, Instant.EPOCH, folder);

    JsonNode json = new ObjectMapper().readTree(later.toJson(Set.of("b"), Optional.of(first)));

    assertEquals("temper run x", json.at("/experiments/a/command").asString());
    assertFalse(json.at("/experiments/a/dirty").asBoolean());
    assertEquals("temper run y", json.at("/experiments/b/command").asString());
    byte[] damaged = {'{', '"'};
    JsonNode anew = new ObjectMapper().readTree(later.toJson(Set.of("b"), Optional.of(damaged)));
    assertEquals(1, anew.get("experiments").size());
  }

  @Test
  void theCommitIsNamedAndChangesAreTold() throws Exception {
    Files.writeString(folder.resolve("a"), "1");
    git("init", "-q");
    git("add", "a");
    git("-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "-m", "x");

    assertEquals(40, collect().gitCommit().length());
    assertFalse(collect().gitDirty());
    Files.createDirectory(folder.resolve("results"));
    Files.writeString(folder.resolve("results/trials.csv"), "1");
    assertFalse(collect().gitDirty());
    Files.writeString(folder.resolve("a"), "2");
    assertTrue(collect().gitDirty());
  }

  @Test
  void changesAreToldToTheJarInAFolderThatGitIgnores() throws Exception {
    Path jars = Files.createDirectories(folder.resolve("studies/target"));
    Files.writeString(jars.resolve("temper.jar"), "1");
    Files.writeString(folder.resolve(".gitignore"), "target/\n");
    Files.writeString(folder.resolve("studies/A.java"), "1");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "-m", "x");

    assertEquals(40, collect(jars).gitCommit().length());
    assertFalse(collect(jars).gitDirty());
    Files.createDirectory(folder.resolve("results"));
    Files.writeString(folder.resolve("results/trials.csv"), "1");
    assertFalse(collect(jars).gitDirty(), "what is made by running is no change");
    Files.writeString(folder.resolve("studies/A.java"), "2");
    assertTrue(collect(jars).gitDirty());
    Files.writeString(folder.resolve("studies/A.java"), "1");
    assertFalse(collect(jars).gitDirty());
    Files.createDirectory(folder.resolve("studies/results"));
    Files.writeString(folder.resolve("studies/results/B.java"), "1");
    assertTrue(collect(jars).gitDirty(), "results stand at the top");
  }

  @Test
  void aGitThatHangsIsGivenUp() throws Exception {
    git("init", "-q");
    long start = System.nanoTime();

    Optional<String> answer =
        Provenance.git(folder, Duration.ofMillis(200), "-c", "alias.hang=!sleep 30", "hang");

    assertEquals(Optional.empty(), answer);
    assertTrue(System.nanoTime() - start < 20e9);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("git"));
    command.addAll(java.util.List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor());
  }
}
