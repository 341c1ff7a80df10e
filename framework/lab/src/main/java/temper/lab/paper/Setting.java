package temper.lab.paper;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is known when a manuscript is set.
 *
 * @param manuscript what was written
 * @param resolution what its macros stand for
 * @param numbering the numbers of its parts
 * @param results where figures and tables come from
 */
record Setting(Manuscript manuscript, Resolution resolution, Numbering numbering, Results results) {

  /** Whether some table of the paper shows a claim of a study, so that there is a place for it. */
  boolean showsClaims(String study) {
    return tabled().contains(study) || calls("allclaims");
  }

  /** The studies that have a table of claims of their own. */
  Set<String> tabled() {
    return manuscript.calls().stream()
        .filter(call -> call.name().equals("claimstable"))
        .map(call -> call.raw(0))
        .collect(Collectors.toSet());
  }

  /** Whether a command is used. */
  boolean calls(String name) {
    return manuscript.calls().stream().anyMatch(call -> call.name().equals(name));
  }
}
