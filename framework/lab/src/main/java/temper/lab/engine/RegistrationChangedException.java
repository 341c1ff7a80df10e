package temper.lab.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder holds results that were registered with other claims, cells, seeds or code.
 *
 * @since 0.1
 */
public final class RegistrationChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * The exception.
   *
   * @param folder the folder of the results
   * @param differences one line for each difference
   */
  public RegistrationChangedException(Path folder, List<String> differences) {
    super(
        folder
            + " holds results that were registered before a change:\n  - "
            + String.join("\n  - ", differences)
            + "\nThey are not mixed with new ones. Start over with --fresh (the old results are put aside),"
            + " or choose another folder with --out.");
  }
}
