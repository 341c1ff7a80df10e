package temper.lab.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import temper.plugin.Names;

/** Collects problems, so that a user sees all of them at once. */
final class Problems {

  /** A config with more problems than this is wrong as a whole. */
  private static final int KEPT = 200;

  private final LinkedHashSet<Problem> found = new LinkedHashSet<>();
  private long count;

  void add(Place place, String path, String message) {
    add(new Problem(place, path, message, List.of(), List.of()));
  }

  /** A name that is not among those allowed. */
  void unknown(Place place, String path, String what, String given, Collection<String> allowed) {
    List<String> nearest = Names.nearest(given, allowed).map(List::of).orElse(List.of());
    add(new Problem(place, path, what, nearest, List.copyOf(allowed)));
  }

  void add(Problem problem) {
    count++;
    if (found.size() < KEPT) {
      found.add(problem);
    }
  }

  /** Number of problems added so far, by which a caller sees whether a step went well. */
  long count() {
    return count;
  }

  List<Problem> list() {
    return new ArrayList<>(found);
  }

  void throwIfAny() {
    if (count > 0) {
      throw new ConfigException(list());
    }
  }
}
