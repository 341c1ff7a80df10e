package temper.lab.config;

import java.util.List;
import temper.plugin.ParameterizedPlugin;

/** A checked change of one component of a record. */
sealed interface Edit {

  /** Replaces the value. */
  record Put(Object value) implements Edit {}

  /** Changes components of a nested record, or of the outermost one. */
  record Inside(RecordShape shape, List<At> edits, Place place, String path) implements Edit {
    public Inside {
      edits = List.copyOf(edits);
    }
  }

  /**
   * Chooses a plug-in. If it is the one that is chosen already, its parameters stay where they are
   * not changed; otherwise they begin with its defaults.
   */
  record Choose(ParameterizedPlugin<?> plugin, Inside parameters) implements Edit {}

  /** An edit of the component of an index. */
  record At(int index, Edit edit) {}
}
