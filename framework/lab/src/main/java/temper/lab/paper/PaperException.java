package temper.lab.paper;

import java.util.List;
import java.util.stream.Collectors;
import temper.lab.config.Problem;

/**
 * A manuscript that cannot be set: it is mistaken, or says what its results do not say.
 *
 * @since 0.3
 */
public final class PaperException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * An exception with problems.
   *
   * @param problems at least one problem
   */
  public PaperException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * The problems.
   *
   * @return at least one, in the order in which they were found
   */
  public List<Problem> problems() {
    return problems;
  }
}
