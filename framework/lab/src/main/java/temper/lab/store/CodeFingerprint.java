package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
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
 * A hash of the code that an experiment can reach.
 *
 * <p>Starting from its class, every class that a class names is followed. Of each the byte code is
 * hashed without what does not change a result: names of source files, line numbers, names of local
 * variables, the order of members and of the constant pool. Classes of the Java runtime and of the
 * engine ({@code temper.lab}) are left out, and so are a {@link temper.lab.study.CellCheck} and
 * what only it reaches: it can refuse a cell, but not change its result. Classes of libraries enter
 * by version, those of a Java file that was compiled in memory by its text, see {@link
 * SourceReach}.
 *
 * <p>What is reached through {@link java.util.ServiceLoader} or reflection is named by no class and
 * must be given. Two compilers may translate the same source in two ways; then the fingerprints
 * differ though the meaning is the same.
 *
 * @param hash SHA-256 of all, in hexadecimal digits
 * @param parts for each class its own hash, and for each library its version, by name: comparing
 *     them tells what changed
 * @since 0.1
 */
public record CodeFingerprint(String hash, SortedMap<String, String> parts) {

  /** Copies the parts. */
  public CodeFingerprint {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /**
   * The fingerprint of the code reachable from some classes.
   *
   * @param root the class of the experiment
   * @param further classes that it reaches by other ways, such as its plug-ins
   * @return the fingerprint, the same in every order of the further classes
   * @throws StoreException if the code of a class cannot be read
   */
  public static CodeFingerprint of(Class<?> root, Collection<Class<?>> further) {
    Walk walk = new Walk(root.getClassLoader());
    walk.start(root);
    further.forEach(walk::start);
    SortedMap<String, String> parts = walk.run();
    MessageDigest digest = sha256();
    parts.forEach((name, hash) -> digest.update(CsvLine.utf8(name + " " + hash + "\n")));
    return new CodeFingerprint(HexFormat.of().formatHex(digest.digest()), parts);
  }

  /**
   * What differs from an earlier fingerprint.
   *
   * @param earlier the other fingerprint
   * @return names of classes and libraries that are new, gone or changed, in alphabetical order
   */
  public Set<String> changesSince(CodeFingerprint earlier) {
    Set<String> changed = new TreeSet<>(parts.keySet());
    changed.addAll(earlier.parts.keySet());
    changed.removeIf(name -> java.util.Objects.equals(parts.get(name), earlier.parts.get(name)));
    return changed;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** A walk over all classes that can be reached. */
  private static final class Walk {

    private static final String[] RUNTIME = {"java/", "javax/", "jdk/", "sun/", "com/sun/"};
    private static final String ENGINE = "temper/lab/";
    private static final String CHECK = CellCheck.class.getName().replace('.', '/');

    private final @Nullable ClassLoader loader;
    private final Set<String> seen = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final SortedMap<String, String> parts = new TreeMap<>();
    private final Map<String, String> libraries = Libraries.versions();

    Walk(@Nullable ClassLoader loader) {
      this.loader = loader;
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
        byte[] code = code(name);
        if (code == null) {
          // Named but not there: an optional dependency, which then cannot change a result.
          parts.put(name.replace('/', '.'), "absent");
          continue;
        }
        NormalisedClass normal = NormalisedClass.of(code);
        if (normal.interfaces().contains(CHECK)) {
          continue;
        }
        parts.put(name.replace('/', '.'), normal.hash());
        normal.references().forEach(this::reach);
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

    private byte @Nullable [] code(String name) {
      String resource = name + ".class";
      try (InputStream in =
          loader == null
              ? ClassLoader.getSystemResourceAsStream(resource)
              : loader.getResourceAsStream(resource)) {
        return in == null ? null : in.readAllBytes();
      } catch (IOException e) {
        throw new StoreException("cannot read the code of " + name.replace('/', '.'), e);
      }
    }
  }
}
