package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the axes of a sweep change a cell: a whole before its parts, and what a
 * condition reads before what it decides. Otherwise as written.
 */
final class ApplicationOrder {

  private ApplicationOrder() {}

  /** Conditions that wait for one another. */
  static final class Circular extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Circular(String path) {
      super("the conditions of '" + path + "' depend on themselves");
    }
  }

  static List<Cells.Step> of(List<Block> blocks, Map<Axis, Rule> when) {
    List<Cells.Step> waiting = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      for (Axis axis : blocks.get(b).axes()) {
        waiting.add(new Cells.Step(axis, b, when.get(axis)));
      }
    }
    List<Cells.Step> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int next = 0;
      while (next < waiting.size() && isPreceded(next, waiting)) {
        next++;
      }
      if (next == waiting.size()) {
        throw new Circular(waiting.get(0).axis().target().path());
      }
      ordered.add(waiting.remove(next));
    }
    return List.copyOf(ordered);
  }

  private static boolean isPreceded(int index, List<Cells.Step> waiting) {
    Cells.Step step = waiting.get(index);
    Target target = step.axis().target();
    for (int other = 0; other < waiting.size(); other++) {
      Target first = waiting.get(other).axis().target();
      boolean precedes =
          first.path().equals(target.path())
              ? other < index
              : target.inside(first.path()) || reads(step.when(), first);
      if (precedes && other != index) {
        return true;
      }
    }
    return false;
  }

  private static boolean reads(@Nullable Rule rule, Target target) {
    return rule != null
        && rule.terms().stream()
            .anyMatch(
                term ->
                    target.path().equals(term.path())
                        || target.inside(term.path())
                        || term.path().startsWith(target.path() + "."));
  }
}
