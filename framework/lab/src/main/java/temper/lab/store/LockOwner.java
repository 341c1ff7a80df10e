package temper.lab.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

  /** A start time is read from the clock of the system, which may be adjusted meanwhile. */
  private static final long START_TOLERANCE_SECONDS = 5;

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
    return process.isPresent() && sameStart(started, started(process.get()));
  }

  boolean isOnThisHost() {
    return host.equals(hostName());
  }

  @Override
  public String toString() {
    return "process " + pid + " on " + host + " since " + since + ": " + command;
  }

  private static boolean sameStart(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    try {
      long apart = Instant.parse(one).getEpochSecond() - Instant.parse(other).getEpochSecond();
      return Math.abs(apart) <= START_TOLERANCE_SECONDS;
    } catch (java.time.DateTimeException e) {
      return true;
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Asks no name server, which may hang for seconds. */
  static String hostName() {
    try {
      String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      if (!name.isEmpty()) {
        return name;
      }
    } catch (java.io.IOException | SecurityException e) {
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
