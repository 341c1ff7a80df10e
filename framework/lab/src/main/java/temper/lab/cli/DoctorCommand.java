package temper.lab.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import temper.data.PublishedDataset;
import temper.lab.data.DataFolder;
import temper.lab.source.SourceCode;

/** {@code temper doctor}. */
@Command(name = "doctor", description = "Looks at this machine and says what could be in the way.")
final class DoctorCommand implements Callable<Integer> {

  private static final int OLDEST_JDK = 17;
  private static final int NEWEST_TESTED_JDK = 25;
  private static final long ENOUGH_DISK = 1L << 30;

  private final Session session;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of data sets (default: TEMPER_DATA).")
  @Nullable Path data;

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  private final List<Map<String, Object>> findings = new ArrayList<>();

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    checkJava();
    checkDisk();
    checkData();
    Console console = session.console();
    if (json) {
      console.resultText(Json.text(findings));
    } else {
      TextTable table = new TextTable("", "check", "finding");
      findings.forEach(
          finding ->
              table.row(
                  Boolean.TRUE.equals(finding.get("ok")) ? "ok" : "look",
                  String.valueOf(finding.get("check")),
                  String.valueOf(finding.get("finding"))));
      console.resultText(table.render(console.width()));
    }
    return ExitCode.DONE.code();
  }

  private void add(boolean ok, String check, String finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ok", ok);
    row.put("check", check);
    row.put("finding", finding);
    findings.add(row);
  }

  private void checkJava() {
    Runtime.Version version = Runtime.version();
    int feature = version.feature();
    add(
        feature >= OLDEST_JDK && feature <= NEWEST_TESTED_JDK,
        "java",
        version + " (" + System.getProperty("java.vendor") + "); tested on 17 to 25");
    if (feature == NEWEST_TESTED_JDK && version.update() < 3 && version.interim() == 0) {
      add(
          false,
          "java",
          "25.0.0 to 25.0.2 have a defect in the G1 collector (JDK-8377811): update, or keep to the launcher, which does not use G1");
    }
    boolean compiles = SourceCode.canCompile();
    add(
        compiles,
        "compiler",
        compiles
            ? "found, for studies in Java files"
            : "none: a JDK runs Java files, a JRE does not");
    Runtime runtime = Runtime.getRuntime();
    add(true, "cores", "" + runtime.availableProcessors());
    add(
        runtime.maxMemory() >= 256L << 20,
        "memory",
        Estimates.bytes(runtime.maxMemory()) + " of heap (TEMPER_JAVA_OPTS=-Xmx8g for more)");
    add(true, "version", "temper " + Version.text());
  }

  private void checkDisk() {
    Path here = Path.of("").toAbsolutePath();
    try {
      FileStore store = Files.getFileStore(here);
      long free = store.getUsableSpace();
      add(
          free >= ENOUGH_DISK,
          "disk",
          Estimates.bytes(free) + " free below " + here + " (" + store.type() + ")");
      probe(here);
    } catch (IOException failure) {
      add(false, "disk", "cannot write below " + here + ": " + failure.getMessage());
    }
  }

  /** Tries what the store relies on: atomic renames and forced writes. */
  private void probe(Path folder) throws IOException {
    Path from = Files.createTempFile(folder, ".temper-doctor", ".tmp");
    Path to = from.resolveSibling(from.getFileName() + ".moved");
    try {
      try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      add(true, "file system", "renames are atomic, writes can be forced to disk");
    } catch (AtomicMoveNotSupportedException unsupported) {
      add(false, "file system", "renames are not atomic here: after a crash run `temper verify`");
    } finally {
      Files.deleteIfExists(from);
      Files.deleteIfExists(to);
    }
  }

  private void checkData() {
    DataFolder folder =
        data == null ? DataFolder.ofEnvironment(System.getenv()) : DataFolder.of(data);
    for (PublishedDataset dataset : folder.known()) {
      Optional<String> problem = folder.problem(dataset.name());
      add(problem.isEmpty(), "data " + dataset.name(), problem.orElse("found"));
    }
  }
}
