package temper.lab.paper;

import java.util.Collection;
import java.util.List;

/** Something that a manuscript speaks of and results do not have. */
final class Unresolved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String given;
  private final transient List<String> known;

  /** What is wrong, where no other name would be right. */
  Unresolved(String message) {
    this(message, "", List.of());
  }

  /** A name that is not among those that exist. */
  Unresolved(String message, String given, Collection<String> known) {
    super(message, null, false, false);
    this.given = given;
    this.known = List.copyOf(known);
  }

  String given() {
    return given;
  }

  List<String> known() {
    return known;
  }
}
