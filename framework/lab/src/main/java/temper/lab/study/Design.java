package temper.lab.study;

import java.util.List;
import java.util.function.LongFunction;

/**
 * The cells of an experiment and the number of replicates of each.
 *
 * <p>Cells are addressed by index and may be made on demand, so that a sweep of a million cells
 * needs no memory for them. The same index always gives an equal cell.
 *
 * @param cells number of cells, 0 or more
 * @param cell the cell of an index from 0 to {@code cells - 1}; pure and thread-safe
 * @param replicates number of replicates of each cell, at least 1
 * @param <P> the record of parameters
 * @since 0.1
 */
public record Design<P extends Record>(long cells, LongFunction<P> cell, int replicates) {

  /**
   * Checks sizes.
   *
   * @throws IllegalArgumentException if there are fewer than 0 cells or fewer than 1 replicates
   */
  public Design {
    if (cells < 0) {
      throw new IllegalArgumentException("a design cannot have " + cells + " cells");
    }
    if (replicates < 1) {
      throw new IllegalArgumentException("a design needs at least 1 replicate, got " + replicates);
    }
  }

  /**
   * A design of listed cells.
   *
   * @param cells the cells in order
   * @param replicates number of replicates of each
   * @param <P> the record of parameters
   * @return the design
   */
  public static <P extends Record> Design<P> of(List<P> cells, int replicates) {
    List<P> copy = List.copyOf(cells);
    return new Design<>(copy.size(), index -> copy.get(Math.toIntExact(index)), replicates);
  }

  /**
   * A design of one cell.
   *
   * @param cell the cell
   * @param replicates number of replicates
   * @param <P> the record of parameters
   * @return the design
   */
  public static <P extends Record> Design<P> single(P cell, int replicates) {
    return of(List.of(cell), replicates);
  }

  /**
   * The number of trials.
   *
   * @return cells times replicates
   */
  public long trials() {
    return Math.multiplyExact(cells, replicates);
  }
}
