package temper.lab.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import temper.lab.source.SourceReach;

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
   * The fingerprint of the code reachable from some classes; of several, {@link CodeFingerprints}
   * takes them faster.
   *
   * @param root the class of the experiment
   * @param further classes that it reaches by other ways, such as its plug-ins
   * @return the fingerprint, the same in every order of the further classes
   * @throws StoreException if the code of a class cannot be read
   */
  public static CodeFingerprint of(Class<?> root, Collection<Class<?>> further) {
    return new CodeFingerprints().of(root, further);
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
    changed.removeIf(name -> Objects.equals(parts.get(name), earlier.parts.get(name)));
    return changed;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
