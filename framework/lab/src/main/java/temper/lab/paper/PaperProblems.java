package temper.lab.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import temper.lab.config.Place;
import temper.lab.config.Problem;
import temper.plugin.Names;

/** Collects what is wrong with a manuscript, so that its author sees all of it at once. */
final class PaperProblems {

  private static final int KEPT = 200;
  private static final int LISTED = 12;

  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Place place, String message) {
    add(new Problem(place, "", message, List.of(), List.of()));
  }

  /** A name that is not among those that exist: the nearest one, or all if none is near. */
  void unknown(Place place, String message, String given, Collection<String> known) {
    Optional<String> nearest = Names.nearest(given, known);
    List<String> listed =
        nearest.isPresent() || known.size() > LISTED ? List.of() : List.copyOf(known);
    add(new Problem(place, "", message, nearest.map(List::of).orElse(List.of()), listed));
  }

  private void add(Problem problem) {
    if (found.size() < KEPT) {
      found.add(problem);
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  /** In the order in which they were found. */
  List<Problem> list() {
    return new ArrayList<>(found);
  }

  /**
   * Ends the work if anything is wrong.
   *
   * @throws PaperException with all problems
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new PaperException(list());
    }
  }
}
