package temper.lab.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user should know about the files of an experiment; at some point more of it says nothing
 * new. Safe for use by several threads.
 */
final class NoticeList {

  private static final int MOST_NOTICES = 100;

  private final Path folder;
  private final Path journal;
  private final List<Notice> notices = new ArrayList<>();

  /**
   * An empty list.
   *
   * @param folder the result folder
   * @param journal the journal of the experiment there
   */
  NoticeList(Path folder, Path journal) {
    this.folder = folder;
    this.journal = journal;
  }

  synchronized void add(Notice notice) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(notice);
    } else if (notices.size() == MOST_NOTICES) {
      notices.add(new Notice(folder.toString(), 0, "and more of the kind"));
    }
  }

  /** A journal that is a copy speaks of the original. */
  void addOfJournal(Notice notice) {
    add(new Notice(journal.toString(), notice.line(), notice.message()));
  }

  /** The notices in the order in which they arose. */
  synchronized List<Notice> all() {
    return List.copyOf(notices);
  }
}
