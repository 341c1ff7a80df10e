package temper.lab.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which cells of a design are compared with a baseline: all with other values of the named
 * parameters, each with the baseline of the same values of all other parameters.
 *
 * <p>Parameters inside of a named one, and those that the named ones determine, belong to its
 * value: there is no baseline with the same value of them. One inside that is swept across all
 * values of the named ones is a parameter like others.
 *
 * @param pairs the cells to be compared, in the order of the levels of the other parameters
 * @param without number of cells for which there is no baseline
 * @param ambiguous what several baselines of one level differ in; empty if there is one at most
 * @since 0.1
 */
public record CellPairs(List<Pair> pairs, int without, Optional<String> ambiguous) {

  /** Copies the list. */
  public CellPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two cells.
   *
   * @param baseline index of the cell that the other is compared with
   * @param cell index of the other
   * @param from values of the baseline, such as {@code rate=constant}
   * @param to values of the other
   * @param within values of all other parameters; empty if there are none
   */
  public record Pair(int baseline, int cell, String from, String to, String within) {}

  /**
   * Pairs the cells of a design.
   *
   * @param grid the cells
   * @param baseline values of the named parameters, as they stand in the grid
   * @return the pairs
   */
  public static CellPairs of(CellGrid grid, Map<String, String> baseline) {
    List<Integer> named = baseline.keySet().stream().map(grid::index).toList();
    List<Integer> value = new ArrayList<>(named);
    List<Integer> level = new ArrayList<>();
    for (int i = 0; i < grid.columns().size(); i++) {
      if (!named.contains(i) && !repeatsParts(grid, i)) {
        boolean own = inside(grid, i, baseline) && !crossed(grid, i, named);
        (own || follows(grid, i, named) ? value : level).add(i);
      }
    }
    Map<List<String>, List<Integer>> levels = new LinkedHashMap<>();
    for (int cell = 0; cell < grid.cells().size(); cell++) {
      levels.computeIfAbsent(key(grid, level, cell), key -> new ArrayList<>()).add(cell);
    }
    List<String> wanted = List.copyOf(baseline.values());
    List<Pair> pairs = new ArrayList<>();
    int without = 0;
    Optional<String> ambiguous = Optional.empty();
    for (List<Integer> members : levels.values()) {
      List<Integer> from =
          members.stream().filter(cell -> key(grid, named, cell).equals(wanted)).toList();
      if (from.isEmpty()) {
        without += members.size();
      } else if (from.size() > 1) {
        ambiguous =
            Optional.of(text(grid, value, from.get(0)) + " and " + text(grid, value, from.get(1)));
      } else {
        int base = from.get(0);
        for (int cell : members) {
          if (cell != base) {
            pairs.add(
                new Pair(
                    base,
                    cell,
                    text(grid, value, base),
                    text(grid, value, cell),
                    text(grid, level, cell)));
          }
        }
      }
    }
    return new CellPairs(pairs, without, ambiguous);
  }

  private static boolean inside(CellGrid grid, int column, Map<String, String> named) {
    String name = grid.columns().get(column).name();
    return named.keySet().stream().anyMatch(outer -> name.startsWith(outer + "."));
  }

  /**
   * Whether a column only repeats what columns of its parts say, as {@code optimizer} does where
   * {@code optimizer.sgd.momentum} and {@code optimizer.sgd.nesterov} were swept. It is no
   * parameter of its own: as a level it would tell apart cells that differ in one part only.
   */
  private static boolean repeatsParts(CellGrid grid, int column) {
    String prefix = grid.columns().get(column).name() + ".";
    List<Integer> parts =
        IntStream.range(0, grid.columns().size())
            .filter(i -> grid.columns().get(i).name().startsWith(prefix))
            .boxed()
            .toList();
    return !parts.isEmpty() && follows(grid, column, parts);
  }

  /**
   * Whether a parameter takes the same several values with each value of the named ones, as {@code
   * rate.scale.factor} does where it is swept across labels of {@code rate}.
   */
  private static boolean crossed(CellGrid grid, int column, List<Integer> named) {
    Map<List<String>, Set<String>> values = new HashMap<>();
    for (int cell = 0; cell < grid.cells().size(); cell++) {
      values
          .computeIfAbsent(key(grid, named, cell), key -> new HashSet<>())
          .add(grid.cells().get(cell).get(column));
    }
    return values.values().stream().distinct().count() == 1
        && values.values().stream().allMatch(some -> some.size() > 1);
  }

  /** Whether equal values of some parameters come with equal values of another. */
  private static boolean follows(CellGrid grid, int column, List<Integer> named) {
    Map<List<String>, String> known = new HashMap<>();
    for (int cell = 0; cell < grid.cells().size(); cell++) {
      String text = grid.cells().get(cell).get(column);
      String before = known.putIfAbsent(key(grid, named, cell), text);
      if (before != null && !before.equals(text)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> key(CellGrid grid, List<Integer> columns, int cell) {
    return columns.stream().map(column -> grid.cells().get(cell).get(column)).toList();
  }

  /** The values of a cell; a parameter that is missing there is not told. */
  private static String text(CellGrid grid, List<Integer> columns, int cell) {
    return columns.stream()
        .filter(column -> !grid.cells().get(cell).get(column).isEmpty())
        .map(
            column ->
                grid.columns().get(column).name()
                    + "="
                    + Texts.plain(grid.cells().get(cell).get(column)))
        .collect(Collectors.joining(", "));
  }
}
