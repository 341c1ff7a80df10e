package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.fuzz.Fuzz;

/**
 * Files of two gigabytes where small ones are due: each is told in a sentence or is as good as
 * none, and none is read into memory. The files have holes, so that they take no room on the disk.
 */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeFilesTest {

  private static final long TWO_GIGABYTES = 2L << 30;
  private static final long MOST_BYTES = 700L << 20;

  @TempDir static Path folder;

  @BeforeAll
  static void run() throws IOException {
    Path out = folder.resolve("whole");
    Call.Ended ended =
        Call.of("run", "probe", "--profile", "smoke", "--workers", "1", "--out", out.toString());
    assertTrue(ended.code() == 0, ended.err());
  }

  private static Path copy(String name) throws IOException {
    Path from = folder.resolve("whole");
    Path to = folder.resolve(name);
    List<Path> files;
    try (var walk = Files.walk(from)) {
      files = walk.toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
    return to;
  }

  /** What a file holds stays at its beginning. */
  private static void stretch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (RandomAccessFile stretched = new RandomAccessFile(file.toFile(), "rw")) {
      stretched.setLength(TWO_GIGABYTES);
    }
  }

  private static void told(String... arguments) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    Call.Ended ended = Call.of(arguments);

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    String line = String.join(" ", arguments) + ": " + ended.code() + "\n" + ended.err();
    assertTrue(List.of(0, 3, 7, 74).contains(ended.code()), line);
    assertFalse(ended.err().contains("\tat "), line);
    assertFalse(ended.err().contains("OutOfMemory"), line);
    assertTrue(allocated < MOST_BYTES, line + "took " + allocated + " bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "registration.json",
    "study.yaml",
    "claims.csv",
    "provenance.json",
    "timings.csv",
    "code.sha256",
    ".temper/owner.json",
    ".temper/checkpoints/0000000000000007"
  })
  void aFileThatShouldBeSmallIsNotReadIntoMemory(String name) throws IOException {
    Path out = copy("small-" + name.replace('/', '-'));
    stretch(out.resolve(name));
    boolean ofTheConfig = name.equals("study.yaml");
    String target = ofTheConfig ? out.resolve(name).toString() : "probe";

    told("run", target, "--profile", "smoke", "--out", out.toString());
    told("claims", out.toString());
    told("verify", out.toString(), "--sample", "2");
    told("diff", out.toString(), folder.resolve("whole").toString());
    told("report", out.toString());
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "walks/trials.csv",
    "walks/path.csv",
    "walks/checksums.csv",
    "walks/unchecked.csv",
    ".temper/journal-walks.log"
  })
  void aLargeFileOfTrialsIsReadPieceByPiece(String name) throws IOException {
    Path out = copy("large-" + name.replace('/', '-'));
    if (!name.startsWith(".")) {
      Files.delete(out.resolve(".temper/journal-walks.log"));
    }
    stretch(out.resolve(name));

    told("verify", out.toString(), "--sample", "2");
    told("run", "probe", "--profile", "smoke", "--out", out.toString());
  }

  @ParameterizedTest
  @CsvSource({"run", "plan"})
  void aConfigOrJavaFileThatIsTooLargeIsRefused(String verb) throws IOException {
    for (String name : List.of("large.yaml", "Large.java")) {
      Path file = folder.resolve(verb + "-" + name);
      stretch(file);
      told(verb, file.toString(), "--out", folder.resolve("none").toString());
    }
  }
}
