package temper.lab.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import temper.lab.study.Profile;

/**
 * What a command line says about a run, stronger than a study file.
 *
 * @param profile size of the run, if it is said
 * @param overrides texts of the form {@code key=value}
 * @param replicates number of replicates of each cell, if it is said
 * @since 0.1
 */
public record RunRequest(
    Optional<Profile> profile, List<String> overrides, OptionalInt replicates) {

  /** A command line that says nothing. */
  public static final RunRequest NONE =
      new RunRequest(Optional.empty(), List.of(), OptionalInt.empty());

  /** Copies the list. */
  public RunRequest {
    overrides = List.copyOf(overrides);
  }

  /**
   * A command line that says a profile and nothing else.
   *
   * @param profile size of the run
   * @return the request
   */
  public static RunRequest of(Profile profile) {
    return new RunRequest(Optional.of(profile), List.of(), OptionalInt.empty());
  }
}
