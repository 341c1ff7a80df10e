package temper.lab.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Where results came from: the file {@code provenance.json}. It is volatile and never compared.
 *
 * @param command what was asked for, to be repeated by anybody
 * @param configHash hash of the resolved configuration
 * @param temperVersion version of this program
 * @param gitCommit commit of the working tree, empty if there is none or no git
 * @param gitDirty whether the working tree differed from its commit, results left out, or git did
 *     not say
 * @param java version and maker of the Java runtime
 * @param system name and version of the operating system
 * @param architecture of the processor
 * @param threads number of trials that ran at a time
 * @param start when the run began, in UTC
 * @param end when the run ended, in UTC
 * @since 0.1
 */
public record Provenance(
    String command,
    String configHash,
    String temperVersion,
    String gitCommit,
    boolean gitDirty,
    String java,
    String system,
    String architecture,
    int threads,
    String start,
    String end) {

  /** The name of the file. */
  public static final String FILE = "provenance.json";

  private static final Duration GIT_LIMIT = Duration.ofSeconds(5);

  /**
   * Where results come from that end to be made now.
   *
   * @param command what was asked for
   * @param configHash hash of the resolved configuration
   * @param threads number of trials that ran at a time
   * @param start when the run began
   * @param workingTree a folder in the git working tree of the code
   * @return the provenance
   */
  public static Provenance collect(
      String command, String configHash, int threads, Instant start, Path workingTree) {
    Optional<String> commit = git(workingTree, GIT_LIMIT, "rev-parse", "HEAD");
    // The folder of a jar is one that git ignores: asked is about all of the working tree.
    boolean dirty =
        commit.isPresent()
            && !git(
                    workingTree,
                    GIT_LIMIT,
                    "status",
                    "--porcelain",
                    "--",
                    ":/",
                    ":(top,exclude)results")
                .equals(Optional.of(""));
    return new Provenance(
        command,
        configHash,
        version(),
        commit.orElse(""),
        dirty,
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        threads,
        start.toString(),
        Instant.now().toString());
  }

  /**
   * The content of the file. A study may be run piece by piece: under {@code experiments} stands
   * which command last ran trials of each, and on what.
   *
   * @param ran experiments of which this run made trials, or went on with those of one that was
   *     killed
   * @param earlier the file as an earlier run left it; what it says of other experiments is kept
   * @return JSON in UTF-8, ended by a line feed
   */
  public byte[] toJson(Set<String> ran, Optional<byte[]> earlier) {
    return toJson(ran, Map.of(), earlier);
  }

  /**
   * The content of the file for a study that reads files of the user's own.
   *
   * @param ran experiments of which this run made trials, or went on with those of one that was
   *     killed
   * @param files what was read, by paths in the config
   * @param earlier the file as an earlier run left it; what it says of other experiments and files
   *     is kept
   * @return JSON in UTF-8, ended by a line feed
   */
  public byte[] toJson(Set<String> ran, Map<String, UsedFile> files, Optional<byte[]> earlier) {
    Map<String, Object> git = new LinkedHashMap<>();
    git.put("commit", gitCommit);
    git.put("dirty", gitDirty);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("command", command);
    all.put("config", configHash);
    all.put("temper", temperVersion);
    all.put("git", git);
    all.put("java", java);
    all.put("system", system);
    all.put("architecture", architecture);
    all.put("threads", threads);
    all.put("start", start);
    all.put("end", end);
    SortedMap<String, Object> experiments =
        new TreeMap<>(earlier.map(Provenance::kept).orElse(Map.of()));
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("command", command);
    own.put("commit", gitCommit);
    own.put("dirty", gitDirty);
    own.put("java", java);
    own.put("end", end);
    ran.forEach(name -> experiments.put(name, own));
    all.put("experiments", experiments);
    SortedMap<String, Object> used = new TreeMap<>(earlier.map(Provenance::files).orElse(Map.of()));
    used.putAll(files);
    if (!used.isEmpty()) {
      all.put("files", used);
    }
    String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    return (json.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A file of the user's own that trials read.
   *
   * @param found where it was, relative to the result folder where that can be
   * @param sha256 checksum of its content
   * @since 0.3
   */
  public record UsedFile(String found, String sha256) {}

  /**
   * What a file says of the files that trials read.
   *
   * @param json the content of {@code provenance.json}
   * @return by paths in the config; nothing if it cannot be read
   */
  public static Map<String, UsedFile> files(byte[] json) {
    Map<String, UsedFile> files = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> file :
          new ObjectMapper().readTree(json).path("files").properties()) {
        files.put(
            file.getKey(),
            new UsedFile(
                file.getValue().path("found").asString(""),
                file.getValue().path("sha256").asString("")));
      }
    } catch (JacksonException damaged) {
      return Map.of();
    }
    return files;
  }

  /**
   * The experiments of which it is known what command ran them.
   *
   * @param json content of the file
   * @return their names; none if it is damaged
   */
  public static Set<String> experiments(byte[] json) {
    return kept(json).keySet();
  }

  /** What an earlier file says of experiments; nothing if it cannot be read. */
  private static Map<String, Object> kept(byte[] file) {
    Map<String, Object> kept = new TreeMap<>();
    try {
      JsonNode experiments = new ObjectMapper().readTree(file).path("experiments");
      for (Map.Entry<String, JsonNode> entry : experiments.properties()) {
        Map<String, Object> run = new LinkedHashMap<>();
        entry
            .getValue()
            .properties()
            .forEach(
                field ->
                    run.put(
                        field.getKey(),
                        field.getValue().isBoolean()
                            ? (Object) field.getValue().asBoolean()
                            : field.getValue().asString("")));
        kept.put(entry.getKey(), run);
      }
    } catch (JacksonException damaged) {
      return Map.of(); // It is never compared: a new one takes its place.
    }
    return kept;
  }

  /**
   * The version of this program.
   *
   * @return the version that the build wrote, {@code development} outside of a jar
   */
  public static String version() {
    String resource = "/META-INF/maven/temper/temper-lab/pom.properties";
    try (InputStream in = Provenance.class.getResourceAsStream(resource)) {
      if (in != null) {
        Properties properties = new Properties();
        properties.load(in);
        return properties.getProperty("version", "development");
      }
    } catch (IOException e) {
      // A version that cannot be read is as good as none.
    }
    return "development";
  }

  /**
   * The first line that git says; empty if it fails or takes too long. A git that hangs is left
   * behind.
   */
  static Optional<String> git(Path workingTree, Duration limit, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(workingTree.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      FutureTask<Optional<String>> answer = new FutureTask<>(() -> firstLine(process));
      Thread reader = new Thread(answer, "git");
      reader.setDaemon(true);
      reader.start();
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        process.destroy();
      }
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> firstLine(Process process)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      String first = in.readLine();
      if (first != null) {
        return Optional.of(first); // The lines after it are not waited for.
      }
    }
    return process.waitFor() == 0 ? Optional.of("") : Optional.empty();
  }
}
