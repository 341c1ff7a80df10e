package temper.lab.study;

import java.util.Locale;

/**
 * How large a run is. The code is the same in every profile; only sizes differ.
 *
 * @since 0.1
 */
public enum Profile {
  /** A few trials of everything, in seconds: shows that it runs. */
  SMOKE,
  /** The study at a reduced size, in minutes: shows the effect. */
  QUICK,
  /** The reference: the registered number of replicates, with confirmatory seeds. */
  FULL;

  /**
   * The profile of a name.
   *
   * @param label lower-case name
   * @return the profile
   * @throws IllegalArgumentException if there is no such profile
   */
  public static Profile of(String label) {
    for (Profile profile : values()) {
      if (profile.label().equals(label)) {
        return profile;
      }
    }
    throw new IllegalArgumentException("there is no profile '" + label + "'");
  }

  /**
   * The name on the command line and in folders.
   *
   * @return lower-case name
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
