package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The result folder of a study, held by this process alone.
 *
 * <p>Results lie open in the folder; the journal of each experiment, checkpoints and the lock lie
 * in {@code .temper/}, which can be deleted without loss once all experiments are committed. While
 * the folder is open a thread of its own forces new journal records to the disk once a second. Safe
 * for use by several threads.
 *
 * @since 0.1
 */
public final class StudyFolder implements AutoCloseable {

  /** The name of the folder for what is not a result. */
  static final String HIDDEN = ".temper";

  private static final int SYNC_MILLIS = 1000;

  /** Results lie at most this deep: experiment, figures, their data. */
  private static final int DEPTH = 4;

  private final Path folder;
  private final Path hidden;
  private final Disk disk;
  private final FolderLock lock;
  private final Map<String, ExperimentStore> stores = new LinkedHashMap<>();
  private final List<Notice> notices;
  private final ScheduledExecutorService clock;

  private StudyFolder(Path folder, Path hidden, Disk disk, FolderLock lock, List<Notice> notices) {
    this.folder = folder;
    this.hidden = hidden;
    this.disk = disk;
    this.lock = lock;
    this.notices = notices;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "temper-store");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes a result folder, and creates it if there is none. Temporary files that a killed process
   * left are deleted.
   *
   * @param folder the folder of one study and profile
   * @param command what this process was asked to do, for whoever finds the folder taken
   * @return the folder, to be closed
   * @throws LockedException if a live process has it
   * @throws StoreException if nothing can be written there
   */
  public static StudyFolder open(Path folder, String command) {
    return open(folder, command, LocalDisk.INSTANCE);
  }

  static StudyFolder open(Path given, String command, Disk disk) {
    // The working folder itself has an empty normal form, in which no path lies.
    Path folder =
        given.normalize().toString().isEmpty() ? given.toAbsolutePath().normalize() : given;
    Path hidden = folder.resolve(HIDDEN);
    List<Notice> notices = Collections.synchronizedList(new ArrayList<>());
    try {
      Files.createDirectories(hidden);
      FolderLock lock = FolderLock.acquire(folder, hidden, LockOwner.self(command), notices::add);
      StudyFolder opened = new StudyFolder(folder, hidden, disk, lock, notices);
      try {
        opened.deleteTemporaryFiles();
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
      opened.startClock();
      return opened;
    } catch (IOException e) {
      throw StoreException.of("cannot write results to", folder, e);
    }
  }

  private void startClock() {
    every(SYNC_MILLIS, this::syncAll);
    every(FolderLock.HEARTBEAT.toMillis(), this::beat);
  }

  /** Tasks keep their errors to themselves, and end when the folder is closed. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void every(long millis, Runnable task) {
    clock.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void syncAll() {
    List<ExperimentStore> open;
    synchronized (this) {
      open = List.copyOf(stores.values());
    }
    open.forEach(ExperimentStore::syncInBackground);
  }

  private void beat() {
    try {
      lock.beat();
    } catch (IOException e) {
      // A heartbeat that is missed once does no harm; the next error of a write is told.
      return;
    }
  }

  /**
   * Where the results are.
   *
   * @return the folder
   */
  public Path path() {
    return folder;
  }

  /**
   * The results of an experiment. Finished trials are recovered from its journal and, those that
   * are not there, from its CSV files.
   *
   * @param layout what its files look like
   * @return the store, closed with this folder; the same one when asked again
   * @throws IllegalStateException if it is open with another layout
   * @throws StoreException if it cannot be read or written
   */
  public synchronized ExperimentStore experiment(Layout layout) {
    lock.check();
    ExperimentStore open = stores.get(layout.experiment());
    if (open != null) {
      if (!open.layout().equals(layout)) {
        throw new IllegalStateException(
            "experiment '" + layout.experiment() + "' is open with another layout");
      }
      return open;
    }
    ExperimentStore opened = ExperimentStore.open(folder, layout, disk, lock::check);
    stores.put(layout.experiment(), opened);
    return opened;
  }

  /**
   * Writes a file as a whole, and not at all if it would not change.
   *
   * @param relativePath path within the folder, with {@code /}
   * @param content the whole content
   * @return whether the file changed
   * @throws IllegalArgumentException if the path leads out of the folder
   * @throws StoreException if it cannot be written; the old content is then still there
   */
  public boolean write(String relativePath, byte[] content) {
    lock.check();
    Path file = inside(relativePath);
    try {
      Path parent = java.util.Objects.requireNonNull(file.getParent());
      Files.createDirectories(parent);
      if (!parent.toRealPath().startsWith(folder.toRealPath())) {
        throw new IllegalArgumentException("'" + relativePath + "' leads out of " + folder);
      }
      try (ReplacingOutput out = new ReplacingOutput(file, disk, notices::add)) {
        out.write(content);
        boolean changed = out.commit();
        if (changed) {
          disk.forceDirectory(parent);
        }
        return changed;
      }
    } catch (IOException e) {
      throw StoreException.of("cannot write", file, e);
    }
  }

  /**
   * Reads a file as a whole.
   *
   * @param relativePath path within the folder, with {@code /}
   * @return the content, empty if there is no such file
   * @throws IllegalArgumentException if the path leads out of the folder
   * @throws StoreException if it cannot be read
   */
  public Optional<byte[]> read(String relativePath) {
    Path file = inside(relativePath);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw StoreException.of("cannot read", file, e);
    }
  }

  /**
   * Takes away a file that can be made again from others.
   *
   * @param relativePath path within the folder, with {@code /}
   * @return whether there was such a file
   * @throws IllegalArgumentException if the path leads out of the folder
   * @throws StoreException if it cannot be deleted
   */
  public boolean discard(String relativePath) {
    lock.check();
    Path file = inside(relativePath);
    try {
      boolean there = Files.isRegularFile(file);
      if (there) {
        disk.delete(file);
      }
      return there;
    } catch (IOException e) {
      throw StoreException.of("cannot delete", file, e);
    }
  }

  /**
   * Renames a file or folder, so that another can take its place and nothing is lost.
   *
   * @param relativePath path within the folder, with {@code /}
   * @return the new path, empty if there was nothing to rename
   * @throws IllegalArgumentException if the path leads out of the folder
   * @throws IllegalStateException if it is the folder of an experiment that is open
   * @throws StoreException if it cannot be renamed
   */
  public synchronized Optional<Path> setAside(String relativePath) {
    lock.check();
    if (stores.containsKey(relativePath)) {
      throw new IllegalStateException("experiment '" + relativePath + "' is open");
    }
    try {
      return Aside.move(inside(relativePath), disk);
    } catch (IOException e) {
      throw StoreException.of("cannot rename", inside(relativePath), e);
    }
  }

  /**
   * Sets all results of an experiment aside, its journal and CSV files, so that it starts anew.
   *
   * @param experiment name of the experiment
   * @return the new paths, empty if there were no results
   * @throws IllegalStateException if the experiment is open
   * @throws StoreException if a file cannot be renamed
   */
  public synchronized List<Path> setAsideExperiment(String experiment) {
    List<Path> moved = new ArrayList<>();
    setAside(experiment).ifPresent(moved::add);
    setAside(HIDDEN + "/" + ExperimentStore.journalName(experiment)).ifPresent(moved::add);
    return moved;
  }

  /**
   * Whether anything is kept of an experiment.
   *
   * @param experiment name of the experiment
   * @return true if it has a journal or CSV files
   */
  public boolean holds(String experiment) {
    return Files.exists(inside(experiment).resolve("trials.csv"))
        || Files.exists(hidden.resolve(ExperimentStore.journalName(experiment)));
  }

  /**
   * Whether any trial is kept of an experiment.
   *
   * @param experiment name of the experiment
   * @return false if there is nothing, or a journal that was begun and has no record
   */
  public boolean holdsTrials(String experiment) {
    Path journal = hidden.resolve(ExperimentStore.journalName(experiment));
    try {
      return Files.exists(inside(experiment).resolve("trials.csv"))
          || (Files.exists(journal) && Files.size(journal) > Journal.HEADER);
    } catch (IOException e) {
      throw StoreException.of("cannot read", journal, e);
    }
  }

  /**
   * Takes away the journal of an experiment that was begun and has no record.
   *
   * @param experiment name of an experiment that is not open and holds no trials
   * @throws IllegalStateException if it holds trials or is open
   * @throws StoreException if it cannot be deleted
   */
  public synchronized void discardEmpty(String experiment) {
    if (stores.containsKey(experiment) || holdsTrials(experiment)) {
      throw new IllegalStateException("experiment '" + experiment + "' is open or not empty");
    }
    Path journal = hidden.resolve(ExperimentStore.journalName(experiment));
    try {
      Files.deleteIfExists(journal);
    } catch (IOException e) {
      throw StoreException.of("cannot delete", journal, e);
    }
  }

  /**
   * The states of unfinished trials.
   *
   * @return checkpoints of all experiments
   */
  public Checkpoints checkpoints() {
    return new Checkpoints(hidden.resolve("checkpoints"), disk, notices::add);
  }

  /**
   * What the user should know: of the folder, and of every experiment opened so far.
   *
   * @return notices in the order in which they arose, those of the folder first
   */
  public synchronized List<Notice> notices() {
    List<Notice> all = new ArrayList<>();
    synchronized (notices) {
      all.addAll(notices);
    }
    stores.values().forEach(store -> all.addAll(store.notices()));
    return all;
  }

  /** Forces all that was appended to the disk and gives the folder free. */
  @Override
  public void close() {
    clock.shutdown();
    RuntimeException first = null;
    synchronized (this) {
      for (ExperimentStore store : stores.values()) {
        try {
          store.close();
        } catch (RuntimeException e) {
          first = first == null ? e : first;
        }
      }
    }
    try {
      lock.close();
    } catch (IOException e) {
      first = first == null ? StoreException.of("cannot give free", folder, e) : first;
    }
    if (first != null) {
      throw first;
    }
  }

  private Path inside(String relativePath) {
    Path file = folder.resolve(relativePath).normalize();
    if (relativePath.isEmpty()
        || Path.of(relativePath).isAbsolute()
        || !file.startsWith(folder.normalize())
        || file.equals(folder.normalize())) {
      throw new IllegalArgumentException("'" + relativePath + "' leads out of " + folder);
    }
    return file;
  }

  private void deleteTemporaryFiles() throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      left =
          files
              .filter(
                  file -> String.valueOf(file.getFileName()).endsWith(ReplacingOutput.TEMPORARY))
              .toList();
    } catch (java.io.UncheckedIOException e) {
      throw java.util.Objects.requireNonNull(e.getCause());
    }
    for (Path file : left) {
      disk.delete(file);
    }
  }
}
