package temper.lab.config;

import java.util.Optional;

/**
 * Where the parameters of cells were set.
 *
 * @since 0.3
 */
public interface CellPlaces {

  /** A study's own cells stand in no file. */
  CellPlaces NONE =
      new CellPlaces() {
        @Override
        public Optional<Origin> origin(long cell, String parameter) {
          return Optional.empty();
        }

        @Override
        public String described(long cell) {
          return "";
        }
      };

  /**
   * Where a parameter of a cell was set last.
   *
   * @param cell index of the cell
   * @param parameter the parameter's path; what lies within it counts too, and what it lies within
   * @return the place; that of the sweep or the first change where the parameter has its default
   */
  Optional<Origin> origin(long cell, String parameter);

  /**
   * What tells a cell from others, for messages.
   *
   * @param cell index of the cell
   * @return swept parameters with their values, such as {@code batch=64, model=mlp}; empty where
   *     nothing is swept
   */
  String described(long cell);

  /**
   * What set a parameter.
   *
   * @param place where it stands
   * @param path where it stands, as a path
   */
  record Origin(Place place, String path) {}
}
