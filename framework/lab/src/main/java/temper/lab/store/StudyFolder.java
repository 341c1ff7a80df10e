package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The result folder of a study, held by this process alone. While it is open, threads of its own
 * force new journal records to the disk once a second and show every ten that the process lives.
 *
 * @since 0.1
 */
public final class StudyFolder implements ResultFolder, FileTarget {

  private static final Duration SYNC = Duration.ofSeconds(1);

  private final Path folder;
  private final Path hidden;
  private final Disk disk;
  private final FolderLock lock;
  private final Temporaries temporaries;
  private final FileWriter writer;
  private final Map<String, ExperimentStore> stores =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<Notice> notices;
  private final List<Path> made;
  private final FolderClock clock = new FolderClock();
  private volatile Supplier<byte[]> told = () -> FolderLock.NOTHING;
  private boolean abandoned;

  private StudyFolder(
      Path folder, Path hidden, Disk disk, FolderLock lock, List<Notice> notices, List<Path> made) {
    this.made = made;
    this.folder = folder;
    this.hidden = hidden;
    this.disk = disk;
    this.lock = lock;
    this.notices = notices;
    this.temporaries = new Temporaries(hidden.resolve("new"));
    this.writer = new FileWriter(folder, temporaries, disk, notices::add);
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

  /**
   * Whether results can be written to a folder, or a folder made there.
   *
   * @param folder the folder of one study and profile
   * @return false on a file system that is read-only and where rights are missing
   */
  public static boolean isWritable(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    Path hidden = Inside.hidden(there);
    return Files.isWritable(there) && (!Files.exists(hidden) || Files.isWritable(hidden));
  }

  static StudyFolder open(Path given, String command, Disk disk) {
    Path folder = Inside.folder(given);
    Path hidden = Inside.hidden(folder);
    List<Notice> notices = Collections.synchronizedList(new ArrayList<>());
    try {
      List<Path> made = Folders.make(hidden, disk);
      FolderLock lock = FolderLock.acquire(folder, hidden, LockOwner.self(command), notices::add);
      StudyFolder opened = new StudyFolder(folder, hidden, disk, lock, notices, made);
      try {
        opened.temporaries.clear(disk);
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
    clock.every("temper-store", SYNC, this::syncAll);
    clock.every("temper-heartbeat", FolderLock.HEARTBEAT, this::beat);
  }

  /** Waits for no store that is being opened, which takes as long as its tables are large. */
  private void syncAll() {
    open().forEach(ExperimentStore::syncInBackground);
  }

  private List<ExperimentStore> open() {
    synchronized (stores) {
      return List.copyOf(stores.values());
    }
  }

  /** Has a heartbeat at once, as there is news that should not wait for the next one. */
  public void beat() {
    try {
      lock.beat(news());
    } catch (IOException e) {
      // A heartbeat that is missed once does no harm; the next error of a write is told.
      return;
    }
  }

  /** A heart beats even where there is nobody to say how it goes. */
  private byte[] news() {
    try {
      return told.get();
    } catch (RuntimeException unknown) {
      return FolderLock.NOTHING;
    }
  }

  /**
   * Has every heartbeat say something to those who look at the folder meanwhile.
   *
   * @param news what is to be said, asked for every ten seconds by a thread of the folder; never
   *     empty
   */
  public void tell(Supplier<byte[]> news) {
    told = news;
  }

  @Override
  public Path path() {
    return folder;
  }

  @Override
  public synchronized ExperimentStore experiment(Layout layout) {
    lock.check();
    ExperimentStore open = stores.get(layout.experiment());
    if (open == null) {
      Path journal = Inside.journal(folder, layout.experiment());
      open = ExperimentStore.open(folder, journal, layout, writer, lock);
      stores.put(layout.experiment(), open);
    }
    return open.requireLayout(layout);
  }

  @Override
  public boolean write(String relativePath, byte[] content) {
    lock.confirm();
    return writer.write(relativePath, content);
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
    lock.confirm();
    Path file = Inside.of(folder, relativePath);
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
    lock.confirm();
    if (stores.containsKey(relativePath)) {
      throw new IllegalStateException("experiment '" + relativePath + "' is open");
    }
    try {
      return Aside.move(Inside.of(folder, relativePath), disk);
    } catch (IOException e) {
      throw StoreException.of("cannot rename", folder.resolve(relativePath), e);
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
    setAside(HIDDEN + "/" + Inside.journalName(experiment)).ifPresent(moved::add);
    return moved;
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
    Path journal = Inside.journal(folder, experiment);
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
    return new Checkpoints(hidden.resolve("checkpoints"), writer, notices::add);
  }

  /**
   * The files that the trials of an experiment handed over.
   *
   * @param experiment name of the experiment
   * @return its files
   */
  public Artifacts artifacts(String experiment) {
    return new Artifacts(Inside.of(folder, experiment), writer);
  }

  @Override
  public synchronized List<Notice> notices() {
    List<Notice> all = new ArrayList<>();
    synchronized (notices) {
      all.addAll(notices);
    }
    open().forEach(store -> all.addAll(store.notices()));
    return all;
  }

  /**
   * Takes the folder away again when it is closed, if it was made when it was opened: what is in it
   * came of nothing that was run. A folder that was there stays.
   */
  public synchronized void abandon() {
    abandoned = true;
  }

  /** Takes away what was made, as far as nobody else has put anything there. */
  private void removeWhatWasMade() {
    if (!made.contains(hidden.toAbsolutePath())) {
      return;
    }
    try (Stream<Path> files = Files.walk(hidden)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      for (Path parent : made) {
        Files.deleteIfExists(parent);
      }
    } catch (IOException inUse) {
      return; // An empty folder that stays does no harm.
    }
  }

  /** Forces all that was appended to the disk and gives the folder free. */
  @Override
  public void close() {
    clock.close();
    RuntimeException first = null;
    synchronized (this) {
      for (ExperimentStore store : open()) {
        try {
          store.close();
        } catch (RuntimeException e) {
          first = first == null ? e : first;
        }
      }
      if (abandoned) {
        removeWhatWasMade();
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
}
