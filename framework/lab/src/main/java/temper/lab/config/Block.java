package temper.lab.config;

import java.util.List;

/**
 * Axes that move together, row by row. The blocks of a sweep are multiplied.
 *
 * @param axes at least one axis
 * @param rows number of rows, the same for each of them
 * @param distinct whether no two rows are equal
 */
record Block(List<Axis> axes, int rows, boolean distinct) {
  Block {
    axes = List.copyOf(axes);
  }

  static Block of(Axis axis) {
    return new Block(List.of(axis), axis.rows(), true);
  }
}
