package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A result folder that is only looked at: without a lock, without a trace, on a file system that
 * may be read-only. What the work needs beside the results, such as a journal, is a copy in the
 * folder of the system for temporary files.
 *
 * @since 0.1
 */
public final class FolderView implements ResultFolder {

  private final Path folder;
  private final Path work;
  private final Map<String, ExperimentStore> stores = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  private FolderView(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  /**
   * Looks at a result folder.
   *
   * @param folder the folder of one study and profile; one that does not exist is empty
   * @return the view, to be closed
   * @throws StoreException if there is no place for temporary files
   */
  public static FolderView open(Path folder) {
    return open(folder, Path.of(System.getProperty("java.io.tmpdir")));
  }

  static FolderView open(Path folder, Path temporary) {
    try {
      return new FolderView(
          Inside.folder(folder), Files.createTempDirectory(temporary, "temper-view-").toRealPath());
    } catch (IOException e) {
      throw new StoreException(
          "cannot make a temporary folder in " + temporary + ": " + StoreException.why(e), e);
    }
  }

  /**
   * Refuses a folder in which a live process writes, since what is read there may be half of it.
   *
   * @throws LockedException if there is one
   * @throws StoreException if the files of the lock cannot be read
   */
  public void requireSettled() {
    Optional<LockOwner> owner = liveOwner();
    if (owner.isPresent()) {
      throw new LockedException(folder, owner.get());
    }
  }

  /**
   * The live process that writes in the folder.
   *
   * @return empty if there is none
   * @throws StoreException if the files of the lock cannot be read
   */
  public Optional<LockOwner> liveOwner() {
    try {
      return FolderLock.liveOwner(Inside.hidden(folder));
    } catch (IOException e) {
      throw StoreException.of("cannot read the lock of", folder, e);
    }
  }

  /**
   * What the process that writes in the folder said at its last heartbeat, as it was given to
   * {@link StudyFolder#tell}.
   *
   * @return bytes that may be cut off: they are being written while they are read
   * @throws StoreException if they cannot be read
   */
  public byte[] told() {
    try {
      return FolderLock.told(Inside.hidden(folder));
    } catch (IOException e) {
      throw StoreException.of("cannot read the heartbeat in", folder, e);
    }
  }

  @Override
  public Path path() {
    return folder;
  }

  @Override
  public synchronized ExperimentStore experiment(Layout layout) {
    ExperimentStore open = stores.get(layout.experiment());
    if (open == null) {
      try {
        copyJournal(layout);
      } catch (IOException e) {
        throw StoreException.of("cannot copy the journals of", folder, e);
      }
      FileWriter writer =
          new FileWriter(folder, new Temporaries(work), UntouchedDisk.INSTANCE, notice -> {});
      open =
          ExperimentStore.open(
              folder, Inside.journal(work, layout.experiment()), layout, writer, Hold.NONE);
      stores.put(layout.experiment(), open);
    }
    return open.requireLayout(layout);
  }

  private void copyJournal(Layout layout) throws IOException {
    Path journal = Inside.journal(folder, layout.experiment());
    Files.createDirectories(Inside.hidden(work));
    if (!Files.exists(journal)) {
      return;
    }
    if (!Journal.fits(journal, RecordLog.shape(layout))) {
      notices.add(new Notice(journal.toString(), 0, RecordLog.MISFIT + "; left out"));
      return;
    }
    copyContent(journal, Inside.journal(work, layout.experiment()));
  }

  /** Copies what is in a file and not its rights: the copy is written to. */
  static void copyContent(Path file, Path copy) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Files.copy(in, copy);
    }
  }

  @Override
  public synchronized List<Notice> notices() {
    List<Notice> all = new ArrayList<>(notices);
    stores.values().forEach(store -> all.addAll(store.notices()));
    return all;
  }

  @Override
  public synchronized void close() {
    stores.values().forEach(ExperimentStore::close);
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw StoreException.of("cannot delete", work, e);
    }
  }
}
