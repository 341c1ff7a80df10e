package temper.lab.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The process that holds a result folder.
 *
 * @param host name of its machine
 * @param pid its number
 * @param started when the process began, which tells it from a later one of the same number; empty
 *     if the system does not say
 * @param since when it took the folder
 * @param command what it was asked to do
 * @since 0.1
 */
public record LockOwner(String host, long pid, String started, String since, String command) {

  /** Marks a start time that is counted from the start of the machine. */
  private static final String TICKS = " ticks after boot ";

  /** Where the start time stands in what Linux tells of a process, behind its name. */
  private static final int START_FIELD = 19;

  /** A start time is read from the clock of the system, which may be adjusted meanwhile. */
  private static final long START_TOLERANCE_SECONDS = 5;

  /** Takes what a damaged file lacks for empty. */
  public LockOwner {
    host = Objects.requireNonNullElse(host, "");
    started = Objects.requireNonNullElse(started, "");
    since = Objects.requireNonNullElse(since, "");
    command = Objects.requireNonNullElse(command, "");
  }

  /** This process. */
  static LockOwner self(String command) {
    ProcessHandle process = ProcessHandle.current();
    return new LockOwner(
        hostName(), process.pid(), started(process), Instant.now().toString(), command);
  }

  /** Whether the process runs on this machine, now. */
  boolean isAliveHere() {
    if (!host.equals(hostName())) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent() && beganAt(started, process.get());
  }

  boolean isOnThisHost() {
    return host.equals(hostName());
  }

  @Override
  public String toString() {
    return "process " + pid + " on " + host + " since " + since + ": " + command;
  }

  private static boolean beganAt(String time, ProcessHandle process) {
    if (time.contains(TICKS)) {
      return ticks(process).map(time::equals).orElse(true);
    }
    Optional<Instant> start = process.info().startInstant();
    if (time.isEmpty() || start.isEmpty()) {
      return true;
    }
    try {
      long apart = Instant.parse(time).getEpochSecond() - start.get().getEpochSecond();
      return Math.abs(apart) <= START_TOLERANCE_SECONDS;
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static String started(ProcessHandle process) {
    return ticks(process).or(() -> process.info().startInstant().map(Instant::toString)).orElse("");
  }

  /**
   * When a process began, counted from the start of the machine: the time of day that the platform
   * tells moves when the clock is put right, and a live owner would be taken for another process.
   */
  private static Optional<String> ticks(ProcessHandle process) {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", Long.toString(process.pid()), "stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return Optional.of(fields[START_FIELD] + TICKS + boot);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // Not Linux, or the process has just ended.
    }
  }

  /** Asks no name server, which may hang for seconds. */
  static String hostName() {
    try {
      String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      if (!name.isEmpty()) {
        return name;
      }
    } catch (IOException | SecurityException e) {
      // Not Linux: the environment knows.
    }
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name.strip();
      }
    }
    try {
      return java.net.InetAddress.getLocalHost().getHostName();
    } catch (java.net.UnknownHostException e) {
      return "unknown";
    }
  }
}
