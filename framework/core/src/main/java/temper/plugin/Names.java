package temper.plugin;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Suggestions for names that were mistyped.
 *
 * @since 0.1
 */
public final class Names {

  private Names() {}

  /**
   * The candidate that a mistyped name most likely stands for, by optimal-string-alignment distance
   * (insertions, deletions, substitutions and swaps of neighbours count one each), without regard
   * to case. Of equally near candidates the first in the order of {@link String#compareTo} is
   * taken, whatever the order of the collection.
   *
   * @param given the name that was written
   * @param candidates the names that exist
   * @return the nearest candidate; empty if none is within a third of the longer name's length,
   *     rounded up
   */
  public static Optional<String> nearest(String given, Collection<String> candidates) {
    String wanted = given.toLowerCase(Locale.ROOT);
    String best = null;
    int smallest = Integer.MAX_VALUE;
    for (String candidate : new TreeSet<>(candidates)) {
      int longer = Math.max(given.length(), candidate.length());
      int tolerated = Math.min((longer + 2) / 3, longer - 1);
      if (Math.abs(given.length() - candidate.length()) > tolerated) {
        continue; // The distance is at least the difference of lengths.
      }
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance <= tolerated && distance < smallest) {
        best = candidate;
        smallest = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The end of an error message about an unknown name.
   *
   * @param given the name that was written
   * @param candidates the names that exist
   * @return {@code Did you mean 'x'?} with a leading space, or all names if none is near
   */
  public static String suggestion(String given, Collection<String> candidates) {
    return nearest(given, candidates)
        .map(name -> " Did you mean '" + name + "'?")
        .orElseGet(
            () ->
                candidates.isEmpty()
                    ? " There are none."
                    : " Known: " + String.join(", ", new TreeSet<>(candidates)) + ".");
  }

  private static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      current[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] recycled = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = recycled;
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(previous[j - 1] + substitution, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, beforePrevious[j - 2] + 1);
        }
        current[j] = best;
      }
    }
    return current[b.length()];
  }
}
