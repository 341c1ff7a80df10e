package temper.lab.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java file that cannot be used, with all its problems.
 *
 * @since 0.1
 */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<SourceProblem> problems;

  /**
   * An exception with problems.
   *
   * @param problems at least one problem
   */
  public SourceException(List<SourceProblem> problems) {
    super(problems.stream().map(SourceProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * The problems.
   *
   * @return at least one, in the order of the file
   */
  public List<SourceProblem> problems() {
    return problems;
  }
}
