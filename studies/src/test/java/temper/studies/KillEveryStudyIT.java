package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.study.Study;

/**
 * The smoke run of every study that there is, killed at random instants until it ends: nothing is
 * lost, and the results are those of a run that nobody disturbed.
 */
@Tag("slow")
class KillEveryStudyIT {

  private static final int KILLS_OF_A_HALF = 100;
  private static final int KILLED = 128 + 9;

  /**
   * Then a run is left to end: what comes after the last trial is done anew each time, and where
   * the machine has become slower since the reference was made would never be done.
   */
  private static final int KILLS_OF_A_RUN = 10;

  private static final long SEED = 20_261_122;
  private static final long LIMIT_SECONDS = 600;

  /** A process is killed while the JVM starts, too, but not only then. */
  private static final long START_MILLIS = 300;

  @TempDir Path folder;

  @Test
  void twoHundredKillsOverAllStudiesCostNoByte()
      throws IOException, InterruptedException, ExecutionException {
    List<String> studies = studies();
    List<Callable<Void>> halves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      int first = half;
      List<String> own =
          IntStream.range(0, studies.size())
              .filter(i -> i % 2 == first)
              .mapToObj(studies::get)
              .toList();
      Path at = Files.createDirectory(folder.resolve("half-" + half));
      halves.add(new Half(at, own, SEED + half));
    }
    ExecutorService both = Executors.newFixedThreadPool(halves.size());
    try {
      for (Future<Void> half : both.invokeAll(halves)) {
        half.get();
      }
    } finally {
      both.shutdownNow();
    }
  }

  private static List<String> studies() {
    return ServiceLoader.load(Study.class).stream()
        .map(ServiceLoader.Provider::get)
        .map(Study::name)
        .sorted()
        .toList();
  }

  /** The smoke run of a study, and how long it takes. */
  private record Smoke(String study, long millis, Map<String, String> results) {}

  /** How often the runs of a study were killed, and how long all of it took. */
  private record Killed(int times, long millis) {}

  /** Half of the studies, whose runs are killed while those of the other half are. */
  private record Half(Path folder, List<String> names, long seed) implements Callable<Void> {

    @Override
    public Void call() throws IOException, InterruptedException {
      List<Smoke> studies = new ArrayList<>();
      for (String study : names) {
        long start = System.nanoTime();
        assertEquals(0, end(start(study, "reference/" + study)), output());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        studies.add(new Smoke(study, millis, bytes(folder.resolve("reference").resolve(study))));
      }
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Long> spent = new HashMap<>();
      int kills = 0;
      List<Smoke> shorter =
          studies.stream()
              .sorted(Comparator.comparingLong(Smoke::millis))
              .limit((studies.size() + 1) / 2)
              .toList();
      for (int round = 0; kills < KILLS_OF_A_HALF || round < studies.size(); round++) {
        // All are killed; further kills cost least where runs are short, each about as much time.
        Smoke next =
            Collections.min(
                round < studies.size() ? studies : shorter,
                Comparator.comparingLong(one -> spent.getOrDefault(one.study(), 0L)));
        Killed killed = killUntilItEnds(next, "killed-" + round, random);
        kills += killed.times();
        spent.merge(next.study(), killed.millis(), Long::sum);
      }
      return null;
    }

    /** Kills the runs of a study until one of them ends by itself, or is left to. */
    private Killed killUntilItEnds(Smoke smoke, String out, SplittableRandom random)
        throws IOException, InterruptedException {
      long start = System.nanoTime();
      for (int kills = 0; ; kills++) {
        Process process = start(smoke.study(), out);
        // Early instants are more likely: a run goes on where the one before was killed.
        double share = random.nextDouble();
        long patience = START_MILLIS + Math.round(share * share * smoke.millis());
        if (kills < KILLS_OF_A_RUN && !process.waitFor(patience, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
        int code = end(process);
        if (code != KILLED) { // It may end by itself just before the signal arrives.
          assertEquals(0, code, output());
          assertEquals(
              smoke.results(),
              bytes(folder.resolve(out)),
              smoke.study() + " after " + kills + " kills by seed " + seed);
          return new Killed(kills, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
      }
    }

    private Process start(String study, String out) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(InstalledJdks.own().resolve("bin/java").toString());
      command.addAll(List.of("--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC"));
      command.addAll(List.of("-Djava.awt.headless=true", "-jar", FinishedJar.JAR.toString()));
      command.addAll(List.of("run", study, "--profile", "smoke", "--out", out));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.txt").toFile());
      builder.environment().remove("TEMPER_DATA"); // What needs data is trained for longer.
      return builder.start();
    }

    private static int end(Process process) throws InterruptedException {
      assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a process did not end");
      return process.exitValue();
    }

    private String output() throws IOException {
      return Files.readString(folder.resolve("output.txt"));
    }
  }

  /** The compared bytes of a result folder. */
  private static Map<String, String> bytes(Path results) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(results, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = results.relativize(file).toString();
        if (!name.startsWith(".temper")
            && !name.equals("provenance.json")
            && !name.equals("timings.csv")) {
          digests.put(name, digest(Files.readAllBytes(file)));
        }
      }
    }
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java platform must have SHA-256", e);
    }
  }
}
