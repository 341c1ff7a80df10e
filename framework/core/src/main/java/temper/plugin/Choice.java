package temper.plugin;

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
}
