package temper.lab.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import temper.data.DataFile;

/**
 * Downloads published files.
 *
 * <p>Bytes go to {@code FILE.part}, which an interrupted download leaves behind and the next one
 * goes on with. Only when all bytes are there and all checksums agree is it renamed, in one step,
 * to the name of the file. Where a place fails, the next one is tried.
 *
 * @since 0.1
 */
public final class Downloader {

  /**
   * How patient a download is.
   *
   * @param connect longest wait for a connection
   * @param silence longest wait for the next bytes
   * @param attempts how often a place may fail in a row without sending anything
   * @param pause wait before another attempt
   * @since 0.1
   */
  public record Patience(Duration connect, Duration silence, int attempts, Duration pause) {

    /** What suits the network outside. */
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60), 4, Duration.ofSeconds(2));
  }

  /**
   * Watches a download.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Progress {

    /**
     * Called now and then.
     *
     * @param file the file
     * @param done how many of its bytes are there
     */
    void at(DataFile file, long done);
  }

  private final Patience patience;
  private final ToLongFunction<Path> freeSpace;

  /** A downloader with the usual patience. */
  public Downloader() {
    this(Patience.USUAL, Downloader::usableSpace);
  }

  /** A downloader for tests, with the free space of a folder. */
  Downloader(Patience patience, ToLongFunction<Path> freeSpace) {
    this.patience = patience;
    this.freeSpace = freeSpace;
  }

  private static long usableSpace(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE; // The write itself will tell.
    }
  }

  /**
   * Gets a file, unless it is already there as it was published.
   *
   * @param file the file
   * @param target where it is to be; its folder is made if it does not exist
   * @param progress watches
   * @return whether anything was downloaded
   * @throws MissingDataException if it cannot be had, with the reason of each place
   */
  public boolean get(DataFile file, Path target, Progress progress) {
    try {
      if (Files.isRegularFile(target)
          && Files.size(target) == file.bytes()
          && Digests.difference(file, target).isEmpty()) {
        return false;
      }
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path part = target.resolveSibling(target.getFileName() + ".part");
      fill(file, part, progress);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      throw new MissingDataException("cannot write " + target + ": " + reason(e), e);
    }
  }

  private void fill(DataFile file, Path part, Progress progress) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (lock == null) {
        throw new MissingDataException(part + " is being downloaded by another process");
      }
      requireSpace(file, part, channel.size());
      List<String> reasons = new ArrayList<>();
      for (String url : file.urls()) {
        Optional<String> reason = fromOne(file, url, part, channel, progress);
        if (reason.isEmpty()) {
          channel.force(true);
          return;
        }
        reasons.add(url + ": " + reason.get());
      }
      long kept = channel.size();
      throw new MissingDataException(
          "cannot download "
              + file.name()
              + ":\n  "
              + String.join("\n  ", reasons)
              + (kept > 0
                  ? "\n" + kept + " of " + file.bytes() + " bytes are kept: call again to go on"
                  : ""));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException thisProcess) {
      return null;
    }
  }

  private void requireSpace(DataFile file, Path part, long there) {
    Path folder = part.toAbsolutePath().getParent();
    long wanted = file.bytes() - there;
    long free = folder == null ? Long.MAX_VALUE : freeSpace.applyAsLong(folder);
    if (free < wanted) {
      throw new MissingDataException(
          "not enough room in "
              + folder
              + ": "
              + file.name()
              + " needs "
              + wanted
              + " bytes, free are "
              + free);
    }
  }

  /** Gets the whole file from one place, or says why it cannot be had there. */
  private Optional<String> fromOne(
      DataFile file, String url, Path part, FileChannel channel, Progress progress)
      throws IOException {
    int failures = 0;
    while (true) {
      long before = Math.min(channel.size(), file.bytes());
      try {
        new Transfer(patience, file, url).run(channel, progress);
      } catch (Transfer.RefusedException refused) {
        return Optional.of(reason(refused));
      } catch (Transfer.InterruptedTransferException again) {
        failures = channel.size() > before ? 1 : failures + 1;
        if (failures >= patience.attempts()) {
          return Optional.of(reason(again));
        }
        rest();
        continue;
      }
      Optional<String> difference = Digests.difference(file, part);
      if (difference.isEmpty()) {
        return difference;
      }
      channel.truncate(0);
      if (before == 0) {
        return difference;
      }
      // The kept beginning may have been of another file: once more, from the start.
    }
  }

  private void rest() {
    try {
      Thread.sleep(patience.pause().toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new MissingDataException("the download was interrupted", stop);
    }
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
