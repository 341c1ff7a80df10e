package temper.plugin;

import java.util.List;

/**
 * Something that a researcher can name in a config file: a schedule, a data set, a study.
 *
 * <p>An implementation is a final class with a public constructor without arguments, registered for
 * {@link java.util.ServiceLoader} under the interface of its kind. It holds no state.
 *
 * @since 0.1
 */
public interface Plugin {

  /**
   * The name by which it is used, unique within its kind and stable for ever.
   *
   * @return lower-case words joined by hyphens, such as {@code inverse-square-root}
   */
  String name();

  /**
   * What it is, in one line.
   *
   * @return a sentence without line breaks
   */
  String summary();

  /**
   * Where it was published.
   *
   * @return the publication, or {@link Source#FOLKLORE} where there is none
   */
  Source source();

  /**
   * Earlier names under which it can still be found.
   *
   * @return names in the form of {@link #name()}, usually none
   */
  default List<String> aliases() {
    return List.of();
  }
}
