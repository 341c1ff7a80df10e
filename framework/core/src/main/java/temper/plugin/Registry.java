package temper.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plug-ins of one kind, by name.
 *
 * @param <K> the kind of plug-in
 * @since 0.1
 */
public final class Registry<K extends Plugin> {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Class<? super K> kind;
  private final TreeMap<String, K> byName = new TreeMap<>();
  private final TreeMap<String, K> byNameOrAlias = new TreeMap<>();

  private Registry(Class<? super K> kind, Iterable<? extends K> plugins) {
    this.kind = kind;
    for (K plugin : plugins) {
      register(plugin.name(), plugin);
      byName.put(plugin.name(), plugin);
      for (String alias : plugin.aliases()) {
        register(alias, plugin);
      }
    }
    requireOneScalarForm();
  }

  /**
   * The plug-ins of a kind on the class path, found by {@link ServiceLoader}.
   *
   * <p>The kind may be given as a raw class where it has type parameters: {@code
   * Registry<SchedulePlugin<?>> schedules = Registry.of(SchedulePlugin.class)}.
   *
   * @param kind the interface of the kind
   * @param <K> the kind of plug-in
   * @return the registry
   * @throws IllegalStateException if two plug-ins share a name or a plug-in cannot be loaded
   */
  public static <K extends Plugin> Registry<K> of(Class<? super K> kind) {
    return of(kind, Registry.class.getClassLoader());
  }

  /**
   * The plug-ins of a kind that a class loader finds, its parents included.
   *
   * @param kind the interface of the kind, possibly as a raw class
   * @param loader the class loader, for example of a jar that a user names
   * @param <K> the kind of plug-in
   * @return the registry
   * @throws IllegalStateException if two plug-ins share a name or a plug-in cannot be loaded
   */
  public static <K extends Plugin> Registry<K> of(Class<? super K> kind, ClassLoader loader) {
    List<K> plugins = new ArrayList<>();
    try {
      Unites united = kind.getAnnotation(Unites.class);
      for (Class<?> member : united == null ? new Class<?>[] {kind} : united.value()) {
        for (Object plugin : ServiceLoader.load(member, loader)) {
          @SuppressWarnings("unchecked") // K is the kind, with wildcards for its type parameters.
          K typed = (K) plugin;
          plugins.add(typed);
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException(
          "a plug-in of kind " + kind.getSimpleName() + " cannot be loaded: " + e.getMessage(), e);
    }
    return new Registry<>(kind, plugins);
  }

  /**
   * A registry of given plug-ins, for a kind whose members are not found by {@link ServiceLoader}
   * or are to be more than those.
   *
   * @param kind the interface of the kind, possibly as a raw class
   * @param plugins the plug-ins
   * @param <K> the kind of plug-in
   * @return the registry
   * @throws IllegalStateException if two plug-ins share a name
   */
  public static <K extends Plugin> Registry<K> of(
      Class<? super K> kind, Collection<? extends K> plugins) {
    return new Registry<>(kind, plugins);
  }

  /**
   * The plug-in of a name or alias.
   *
   * @param name the name
   * @return the plug-in, if there is one
   */
  public Optional<K> find(String name) {
    return Optional.ofNullable(byNameOrAlias.get(name));
  }

  /**
   * The plug-in of a name or alias that must exist.
   *
   * @param name the name
   * @return the plug-in
   * @throws IllegalArgumentException if there is none, with the nearest name in the message
   */
  public K get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown " + label() + " '" + name + "'." + Names.suggestion(name, names())));
  }

  /**
   * All plug-ins.
   *
   * @return sorted by name
   */
  public List<K> all() {
    return List.copyOf(byName.values());
  }

  /**
   * All names, without aliases.
   *
   * @return sorted
   */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The kind in words, for messages.
   *
   * @return for example {@code schedule} for {@code SchedulePlugin}; of a kind that takes in
   *     others, their words joined by "or"
   */
  public String label() {
    Unites united = kind.getAnnotation(Unites.class);
    if (united == null) {
      return label(kind);
    }
    return Arrays.stream(united.value()).map(Registry::label).collect(Collectors.joining(" or "));
  }

  private static String label(Class<?> kind) {
    String simple = kind.getSimpleName();
    String stem =
        simple.endsWith("Plugin") && simple.length() > 6
            ? simple.substring(0, simple.length() - 6)
            : simple;
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < stem.length(); i++) {
      char c = stem.charAt(i);
      if (Character.isUpperCase(c) && words.length() > 0) {
        words.append(' ');
      }
      words.append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  /**
   * The plug-in whose parameters may be written as one scalar.
   *
   * @return the plug-in, which is a member of this registry, if the kind has one
   */
  public Optional<ScalarForm<?>> scalarForm() {
    for (K plugin : byName.values()) {
      if (plugin instanceof ScalarForm<?> form) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  private void register(String name, K plugin) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException(
          label()
              + " name '"
              + name
              + "' of "
              + plugin.getClass().getName()
              + " must be lower-case words joined by hyphens");
    }
    K earlier = byNameOrAlias.putIfAbsent(name, plugin);
    if (earlier != null) {
      throw new IllegalStateException(
          label() + " name '" + name + "' is used by both " + inOrder(earlier, plugin));
    }
  }

  private void requireOneScalarForm() {
    K earlier = null;
    for (K plugin : byName.values()) {
      if (plugin instanceof ScalarForm<?>) {
        if (earlier != null) {
          throw new IllegalStateException(
              "the scalar form of a "
                  + label()
                  + " is claimed by both "
                  + inOrder(earlier, plugin));
        }
        earlier = plugin;
      }
    }
  }

  private static String inOrder(Object one, Object other) {
    String a = one.getClass().getName();
    String b = other.getClass().getName();
    return a.compareTo(b) <= 0 ? a + " and " + b : b + " and " + a;
  }
}
