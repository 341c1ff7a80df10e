package temper.lab.config;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A config that cannot be used, with all its problems.
 *
 * @since 0.1
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * An exception with problems.
   *
   * @param problems at least one problem
   */
  public ConfigException(List<Problem> problems) {
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

  /**
   * The problems for programs.
   *
   * @return an array of objects as {@link Problem#toJson()} makes them
   */
  public ArrayNode toJson() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    problems.forEach(problem -> json.add(problem.toJson()));
    return json;
  }
}
