package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import temper.lab.source.SourceReach;
import temper.lab.study.CellCheck;

/**
 * Takes fingerprints of several classes and reads each class that they share only once.
 *
 * <p>The experiments of a study and the plug-ins of their cells reach much the same code; without
 * this, most of a run's start would go into reading it again and again. For one thread.
 *
 * @since 0.1
 */
public final class CodeFingerprints {

  /** What is read of a class; it holds nothing if the class is not there. */
  private record Found(@Nullable NormalisedClass code) {}

  private final Map<@Nullable ClassLoader, Map<String, Found>> known = new HashMap<>();
  private final Map<String, String> libraries = Libraries.versions();

  /**
   * The fingerprint of the code reachable from some classes.
   *
   * @param root the class of the experiment
   * @param further classes that it reaches by other ways, such as its plug-ins
   * @return the fingerprint, the same in every order of the further classes
   * @throws StoreException if the code of a class cannot be read
   */
  public CodeFingerprint of(Class<?> root, Collection<Class<?>> further) {
    Walk walk = new Walk(root.getClassLoader());
    walk.start(root);
    further.forEach(walk::start);
    SortedMap<String, String> parts = walk.run();
    MessageDigest digest = CodeFingerprint.sha256();
    parts.forEach((name, hash) -> digest.update(CsvLine.utf8(name + " " + hash + "\n")));
    return new CodeFingerprint(HexFormat.of().formatHex(digest.digest()), parts);
  }

  private static @Nullable NormalisedClass read(@Nullable ClassLoader loader, String name) {
    String resource = name + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? null : NormalisedClass.of(in.readAllBytes());
    } catch (IOException e) {
      throw new StoreException("cannot read the code of " + name.replace('/', '.'), e);
    }
  }

  /** A walk over all classes that can be reached. */
  private final class Walk {

    private static final String[] RUNTIME = {"java/", "javax/", "jdk/", "sun/", "com/sun/"};
    private static final String ENGINE = "temper/lab/";
    private static final String CHECK = CellCheck.class.getName().replace('.', '/');

    private final @Nullable ClassLoader loader;
    private final Map<String, Found> read;
    private final Set<String> seen = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final SortedMap<String, String> parts = new TreeMap<>();

    Walk(@Nullable ClassLoader loader) {
      this.loader = loader;
      this.read = known.computeIfAbsent(loader, key -> new HashMap<>());
    }

    /** A class that is asked for by name is hashed wherever it is from. */
    void start(Class<?> from) {
      Optional<SourceReach> source = SourceReach.of(from);
      if (source.isPresent()) {
        parts.put("source of " + from.getName(), source.get().hash());
        source.get().references().forEach(this::reach);
        return;
      }
      String name = from.getName().replace('.', '/');
      if (seen.add(name)) {
        open.add(name);
      }
    }

    SortedMap<String, String> run() {
      while (!open.isEmpty()) {
        String name = open.remove();
        NormalisedClass code =
            read.computeIfAbsent(name, key -> new Found(read(loader, key))).code();
        if (code == null) {
          // Named but not there: an optional dependency, which then cannot change a result.
          parts.put(name.replace('/', '.'), "absent");
        } else if (!code.interfaces().contains(CHECK)) {
          parts.put(name.replace('/', '.'), code.hash());
          code.references().forEach(this::reach);
        }
      }
      return parts;
    }

    private void reach(String name) {
      for (String prefix : RUNTIME) {
        if (name.startsWith(prefix)) {
          return;
        }
      }
      if (name.startsWith(ENGINE) || !seen.add(name)) {
        return;
      }
      for (Map.Entry<String, String> library : libraries.entrySet()) {
        if (name.startsWith(library.getKey())) {
          parts.put("library " + library.getKey().replace('/', '.') + "*", library.getValue());
          return;
        }
      }
      open.add(name);
    }
  }
}
