package temper.lab.store;

import java.util.List;

/**
 * The trials of an experiment in plan order, by index; nothing need be held in memory. All methods
 * are pure.
 *
 * @since 0.1
 */
public interface PlanRows {

  /**
   * The number of trials.
   *
   * @return 0 or more
   */
  long size();

  /**
   * The identifier of a trial, different for each.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the identifier
   */
  long id(long index);

  /**
   * The number of a trial's replicate.
   *
   * @param index from 0 to {@code size() - 1}
   * @return 0 or more
   */
  int replicate(long index);

  /**
   * The number of a trial's cell. Replicates of a cell are adjacent.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the number, the same for all replicates of a cell and for no other trial
   */
  long cell(long index);

  /**
   * The cell texts of a trial's parameters, as they are, without quotes for CSV.
   *
   * @param index from 0 to {@code size() - 1}
   * @return one text for each parameter column
   */
  List<String> parameters(long index);
}
