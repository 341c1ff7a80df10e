package temper.lab.config;

import java.util.List;
import java.util.function.LongFunction;
import temper.lab.study.Column;
import temper.lab.study.Design;

/**
 * A design, with columns that stand beside those of the parameters: the labels of swept subtrees,
 * and parameters of chosen plug-ins that are swept on their own.
 *
 * @param design the cells and replicates
 * @param labelColumns columns, named by the swept keys; usually none. One whose name is that of a
 *     parameter's column takes its place
 * @param labels the cells of those columns by index of the cell, empty where the swept key does not
 *     apply; pure and thread-safe
 * @param notices what the user should know, such as that equal cells were left out
 * @param places where the user set the parameters of cells
 * @param <P> the record of parameters
 * @since 0.1
 */
public record SweptDesign<P extends Record>(
    Design<P> design,
    List<Column> labelColumns,
    LongFunction<List<String>> labels,
    List<String> notices,
    CellPlaces places) {

  /** Copies the lists. */
  public SweptDesign {
    labelColumns = List.copyOf(labelColumns);
    notices = List.copyOf(notices);
  }

  /**
   * A design as an experiment made it.
   *
   * @param design the design
   * @param <P> the record of parameters
   * @return the design without label columns
   */
  public static <P extends Record> SweptDesign<P> of(Design<P> design) {
    return new SweptDesign<>(design, List.of(), index -> List.of(), List.of(), CellPlaces.NONE);
  }
}
