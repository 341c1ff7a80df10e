package temper.lab.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Registry;

/**
 * Where the candidates of a {@link temper.plugin.Choice} come from.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Plugins {

  /**
   * The plug-ins of a kind.
   *
   * @param kind the interface of the kind, as a raw class
   * @return the registry of the kind, the same at every call
   */
  Registry<ParameterizedPlugin<?>> of(Class<?> kind);

  /**
   * The plug-ins that a class loader finds.
   *
   * @param loader the class loader
   * @return plug-ins by kind, each kind loaded once
   */
  static Plugins discovered(ClassLoader loader) {
    Map<Class<?>, Registry<ParameterizedPlugin<?>>> kinds = new ConcurrentHashMap<>();
    return kind -> kinds.computeIfAbsent(kind, k -> registry(k, List.of(), loader));
  }

  /**
   * Plug-ins that are given, without discovery.
   *
   * @param plugins the plug-ins, each counted to every kind that it implements
   * @return plug-ins by kind
   */
  static Plugins given(Collection<? extends ParameterizedPlugin<?>> plugins) {
    List<ParameterizedPlugin<?>> copy = List.copyOf(plugins);
    Map<Class<?>, Registry<ParameterizedPlugin<?>>> kinds = new ConcurrentHashMap<>();
    return kind -> kinds.computeIfAbsent(kind, k -> registry(k, copy, null));
  }

  /**
   * These plug-ins and more.
   *
   * @param more further plug-ins, each counted to every kind that it implements
   * @return plug-ins by kind
   */
  default Plugins with(Collection<? extends ParameterizedPlugin<?>> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<ParameterizedPlugin<?>> copy = List.copyOf(more);
    Map<Class<?>, Registry<ParameterizedPlugin<?>>> kinds = new ConcurrentHashMap<>();
    return kind ->
        kinds.computeIfAbsent(
            kind,
            k -> {
              List<ParameterizedPlugin<?>> all = new ArrayList<>(of(k).all());
              all.addAll(copy);
              return registry(k, all, null);
            });
  }

  private static Registry<ParameterizedPlugin<?>> registry(
      Class<?> kind,
      List<ParameterizedPlugin<?>> given,
      @org.jspecify.annotations.Nullable ClassLoader loader) {
    @SuppressWarnings("unchecked") // A Choice has a kind that extends ParameterizedPlugin.
    Class<? super ParameterizedPlugin<?>> typed = (Class<? super ParameterizedPlugin<?>>) kind;
    return loader != null
        ? Registry.of(typed, loader)
        : Registry.of(typed, given.stream().filter(kind::isInstance).toList());
  }
}
