package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * The right to write in a result folder.
 *
 * <p>On one machine the lock of the operating system on {@code .temper/lock} decides: it cannot
 * outlive its process. Where that lock does not work, or does not reach to another machine, the
 * owner written down in {@code owner.json} decides: on this machine it is asked whether the process
 * still lives, and the owner on another one is taken for dead when its heartbeat is too old. Ages
 * are measured by the clock of the file system, which is the same for all; a heartbeat that lies as
 * far in the future cannot have been written by a live owner on that clock either, such as one in a
 * copied folder or from before the clock was put right.
 */
final class FolderLock implements Hold, Closeable {

  /** How often a heartbeat is due. */
  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** A heartbeat that says no more than that its owner lives. */
  static final byte[] NOTHING = {1};

  private static final String HEARTBEAT_FILE = "heartbeat";

  /** How old the heartbeat of a live owner on another machine can get. */
  static final Duration STALE = Duration.ofSeconds(60);

  /**
   * Folders held by this process. The lock of the operating system belongs to the process and is
   * lost when any of its channels to the file is closed, so a second holder in the same process
   * must not even open the file. This is the one thing here that is the process's own.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path key;
  private final Path ownerFile;
  private final Path lockFile;
  private final @Nullable Object lockKey;
  private final Path heartbeatFile;
  private final LockOwner owner;
  private final FileChannel channel;
  private volatile boolean lost;

  private FolderLock(Path key, Path hidden, LockOwner owner, FileChannel channel)
      throws IOException {
    this.key = key;
    this.ownerFile = hidden.resolve("owner.json");
    this.lockFile = hidden.resolve("lock");
    this.lockKey = fileKey(lockFile);
    this.heartbeatFile = hidden.resolve(HEARTBEAT_FILE);
    this.owner = owner;
    this.channel = channel;
  }

  /** What tells a file from another of the same name; null where the system does not say. */
  private static @Nullable Object fileKey(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /**
   * Takes a folder.
   *
   * @throws LockedException if a live process has it
   */
  static FolderLock acquire(Path folder, Path hidden, LockOwner self, Consumer<Notice> notices)
      throws IOException {
    Path key = hidden.toRealPath();
    if (!HELD.add(key)) {
      throw new LockedException(folder, nameOf(hidden).orElse(self));
    }
    FileChannel channel = null;
    try {
      Path file = hidden.resolve("lock");
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean works = lock(channel, folder, hidden, notices);
      refuseLiveOwner(folder, hidden, works, notices);
      FolderLock lock = new FolderLock(key, hidden, self, channel);
      lock.writeOwner();
      lock.beat(NOTHING);
      return lock;
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(key);
      throw e;
    }
  }

  private static boolean lock(
      FileChannel channel, Path folder, Path hidden, Consumer<Notice> notices) {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (IOException e) {
      notices.accept(
          new Notice(
              folder.toString(),
              0,
              "this file system has no locks (" + e.getMessage() + "); going by heartbeats"));
      return false;
    }
    if (lock == null) {
      throw new LockedException(
          folder, nameOf(hidden).orElse(new LockOwner("this machine", 0, "", "just now", "?")));
    }
    return true;
  }

  private static void refuseLiveOwner(
      Path folder, Path hidden, boolean lockWorks, Consumer<Notice> notices) throws IOException {
    Optional<LockOwner> earlier = readOwner(hidden);
    if (earlier.isEmpty()) {
      return;
    }
    LockOwner other = earlier.get();
    boolean alive =
        other.isOnThisHost()
            ? !lockWorks && other.isAliveHere()
            : beats(heartbeatAge(hidden, fileSystemNow(hidden)));
    if (alive) {
      throw new LockedException(folder, other);
    }
    notices.accept(
        new Notice(
            folder.toString(), 0, "taken over from " + other + ", which ended without notice"));
  }

  /**
   * The live process that holds a folder, found out without touching anything there.
   *
   * @param hidden the folder of what is not a result
   */
  static Optional<LockOwner> liveOwner(Path hidden) throws IOException {
    Optional<LockOwner> owner = readOwner(hidden);
    if (owner.isEmpty()) {
      return owner;
    }
    boolean alive =
        owner.get().isOnThisHost()
            ? owner.get().isAliveHere()
            : beats(heartbeatAge(hidden, System.currentTimeMillis()));
    return alive ? owner : Optional.empty();
  }

  /**
   * The owner that is written down.
   *
   * @return empty if none is, or one that was cut off while it was written down
   * @throws IOException if that cannot be read, which says nothing about the owner
   */
  private static Optional<LockOwner> readOwner(Path hidden) throws IOException {
    Path file = hidden.resolve("owner.json");
    try {
      return WholeFile.fits(file)
          ? Optional.ofNullable(JSON.readValue(WholeFile.bytes(file), LockOwner.class))
          : Optional.empty();
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** The owner for a message, which is due whether the owner is known or not. */
  private static Optional<LockOwner> nameOf(Path hidden) {
    try {
      return readOwner(hidden);
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private static boolean beats(Duration age) {
    return age.abs().compareTo(STALE) < 0;
  }

  private static long fileSystemNow(Path hidden) throws IOException {
    Path clock = hidden.resolve("clock");
    Files.write(clock, new byte[] {1});
    long now = Files.getLastModifiedTime(clock).toMillis();
    Files.deleteIfExists(clock);
    return now;
  }

  private static Duration heartbeatAge(Path hidden, long now) throws IOException {
    try {
      return Duration.ofMillis(
          now - Files.getLastModifiedTime(hidden.resolve(HEARTBEAT_FILE)).toMillis());
    } catch (NoSuchFileException e) {
      return STALE;
    }
  }

  private void writeOwner() throws IOException {
    Path whole = ownerFile.resolveSibling("owner.json.new");
    Files.write(whole, JSON.writeValueAsBytes(owner));
    Files.move(whole, ownerFile, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Shows that the owner lives, and finds out whether it is still the owner.
   *
   * @param told what the owner says to those who look; not empty
   */
  void beat(byte[] told) throws IOException {
    if (isStillOurs()) {
      Files.write(heartbeatFile, told);
    }
  }

  /** What the owner said at its last heartbeat; {@link #NOTHING} if there is none. */
  static byte[] told(Path hidden) throws IOException {
    try {
      return WholeFile.bytes(hidden.resolve(HEARTBEAT_FILE));
    } catch (NoSuchFileException e) {
      return NOTHING;
    }
  }

  /**
   * Whether the files of the lock are those that were written when the folder was taken. Where they
   * are gone, nothing keeps another process from taking the folder. The folder is lost only then:
   * not by a disk that does not answer once.
   */
  private boolean isStillOurs() throws IOException {
    boolean ours;
    try {
      ours =
          Objects.equals(lockKey, fileKey(lockFile))
              && readOwner(key).filter(owner::equals).isPresent();
    } catch (NoSuchFileException gone) {
      ours = false;
    }
    if (!ours) {
      lost = true;
    }
    return ours;
  }

  @Override
  public void check() {
    if (lost) {
      throw new StoreException(
          nameOf(key)
              .filter(now -> !now.equals(owner))
              .map(now -> "another process has taken " + key.getParent() + ": " + now)
              .orElse(
                  key
                      + " was deleted or replaced during this run, so that another process may have"
                      + " taken the folder; nothing more is written there. Run again to resume"));
    }
  }

  @Override
  public void confirm() {
    try {
      isStillOurs();
    } catch (IOException e) {
      throw StoreException.of("cannot read the lock in", key, e);
    }
    check();
  }

  @Override
  public void close() throws IOException {
    try {
      if (!lost) {
        Files.deleteIfExists(ownerFile);
        Files.deleteIfExists(heartbeatFile);
      }
    } finally {
      try {
        channel.close();
      } finally {
        HELD.remove(key);
      }
    }
  }
}
