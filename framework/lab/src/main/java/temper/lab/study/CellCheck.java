package temper.lab.study;

import java.util.List;

/**
 * Looks at cells before any of them runs, for what no constraint on a single parameter can tell: a
 * model that does not take the data's examples, a batch for which there is no memory.
 *
 * <p>One object looks at all cells of a plan, on one thread, and may remember what cells share.
 *
 * @param <P> the record of parameters
 * @since 0.3
 */
public interface CellCheck<P extends Record> {

  /**
   * What does not fit in a cell.
   *
   * @param parameters the cell
   * @return misfits, none where a trial can run
   */
  List<Misfit> check(P parameters);

  /**
   * What a cell can run with and was hardly meant, such as a change that comes after the end of the
   * run. It is told and stops nothing.
   *
   * @param parameters the cell
   * @return remarks, usually none
   */
  default List<Misfit> remarks(P parameters) {
    return List.of();
  }

  /**
   * A parameter that does not fit the others, the data or the machine.
   *
   * @param parameter its name as in a config, such as {@code model} or {@code data.cifar-10.train}
   * @param reason what is wrong, without a full stop
   */
  record Misfit(String parameter, String reason) {}
}
