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

  private final transient List<String> differences;

  private RegistrationChangedException(String message, List<String> differences) {
    super(message);
    this.differences = List.copyOf(differences);
  }

  /**
   * A folder whose results were registered otherwise than what is to run now.
   *
   * @param folder the folder of the results
   * @param differences one line for each difference
   */
  public RegistrationChangedException(Path folder, List<String> differences) {
    this(
        folder
            + " holds results that were registered before a change:"
            + lines(differences)
            + "\nThey are not mixed with new ones. Start over with run --fresh (the old results are put"
            + " aside; --only EXPERIMENT limits that to some), or choose another folder with --out.",
        differences);
  }

  /** Finished trials that the config no longer asks for. */
  static RegistrationChangedException noLongerAskedFor(Path folder, List<String> differences) {
    return new RegistrationChangedException(
        folder
            + " holds results that would be lost:"
            + lines(differences)
            + "\nPut the values back, give the config another name or the results another folder with"
            + " --out, or start over with run --fresh (the old results are put aside; --only"
            + " EXPERIMENT limits that to some).",
        differences);
  }

  /** Shards of different runs. */
  static RegistrationChangedException notMerged(Path target, Path shard, List<String> differences) {
    return new RegistrationChangedException(
        "not merged: "
            + shard
            + " and "
            + target
            + " ran under different registrations:"
            + lines(differences),
        differences);
  }

  /**
   * What differs.
   *
   * @return one line for each difference
   */
  public List<String> differences() {
    return differences;
  }

  private static String lines(List<String> differences) {
    return "\n  - " + String.join("\n  - ", differences);
  }
}
