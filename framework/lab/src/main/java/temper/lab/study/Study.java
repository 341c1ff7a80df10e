package temper.lab.study;

import java.util.List;
import temper.plugin.Plugin;

/**
 * The experiments, claims and figures of one paper.
 *
 * @since 0.1
 */
public interface Study extends Plugin {

  /**
   * The experiments, in the order in which they run; a later one may be decided by an earlier one.
   *
   * @return at least one experiment
   */
  List<Experiment<?>> experiments();

  /**
   * The claims of the paper, written down before any trial is run.
   *
   * @return claims in the order of the report
   */
  List<Claim> claims();

  /**
   * The figures, drawn from tables.
   *
   * @return figures in the order of the report
   */
  default List<Figure> figures() {
    return List.of();
  }

  /**
   * Paragraphs of the report: the set-up, what differs from the paper, and what was found where a
   * claim was not reproduced.
   *
   * @return notes in the order of the report
   */
  default List<Note> notes() {
    return List.of();
  }
}
