package temper.plugin;

import java.util.Optional;

/**
 * A plug-in together with its parameters, as a config file names it: {@code cosine: {peak: 0.1}}.
 *
 * <p>A parameter record has a component of this type wherever a user chooses among plug-ins of a
 * kind; the type argument is the interface of the kind, by which a binder finds the candidates.
 *
 * @param plugin the plug-in
 * @param parameters parameters of the class that the plug-in asks for
 * @param <K> the kind of plug-in
 * @since 0.1
 */
public record Choice<K extends ParameterizedPlugin<?>>(K plugin, Record parameters) {

  /**
   * Checks that the parameters belong to the plug-in.
   *
   * @throws IllegalArgumentException if they are of another class than the plug-in's defaults
   */
  public Choice {
    Class<?> wanted = plugin.defaults().getClass();
    if (parameters.getClass() != wanted) {
      throw new IllegalArgumentException(
          "parameters of '"
              + plugin.name()
              + "' must be "
              + wanted.getName()
              + ", not "
              + parameters.getClass().getName());
    }
  }

  /**
   * The choice of a plug-in with its defaults.
   *
   * @param plugin the plug-in
   * @param <K> the kind of plug-in
   * @return the choice
   */
  public static <K extends ParameterizedPlugin<?>> Choice<K> ofDefaults(K plugin) {
    return new Choice<>(plugin, plugin.defaults());
  }

  /**
   * The choice for which one scalar stands: the name of a plug-in, which then has its defaults, or
   * the scalar form of the kind.
   *
   * @param registry the plug-ins of the kind
   * @param text the scalar
   * @param <K> the kind of plug-in
   * @return the choice
   * @throws IllegalArgumentException if the text is neither a name nor of the scalar form
   */
  public static <K extends ParameterizedPlugin<?>> Choice<K> parse(
      Registry<K> registry, String text) {
    Optional<K> named = registry.find(text);
    if (named.isPresent()) {
      return ofDefaults(named.get());
    }
    for (K plugin : registry.all()) {
      // What begins like a name is a mistyped name: the kind's list of names helps more.
      if (plugin instanceof ScalarForm<?> form && !startsLikeName(text)) {
        return new Choice<>(plugin, form.parseScalar(text));
      }
    }
    return ofDefaults(registry.get(text));
  }

  private static boolean startsLikeName(String text) {
    return !text.isEmpty() && text.charAt(0) >= 'a' && text.charAt(0) <= 'z';
  }
}
