package temper.studies.warmrestarts;

import java.util.List;
import temper.lab.study.Note;

final class Notes {
  private Notes() {}
  static List<Note> all() { return List.of(); }
}
