package temper.lab.config;

import java.util.List;
import java.util.Map;

/**
 * What a study file asks to be made of results.
 *
 * @param comparisons families of paired tests
 * @param plots figures
 * @param grids the cells of each experiment that is compared, before anything ran
 * @since 0.1
 */
public record Products(
    List<Comparison> comparisons, List<Plot> plots, Map<String, CellGrid> grids) {

  /** Nothing. */
  public static final Products NONE = new Products(List.of(), List.of(), Map.of());

  /** Copies lists and map. */
  public Products {
    comparisons = List.copyOf(comparisons);
    plots = List.copyOf(plots);
    grids = Map.copyOf(grids);
  }
}
