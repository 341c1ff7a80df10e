package temper.lab.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The parts of a Java file and which of them uses which. */
final class SourceParts {

  /** A class without its methods and nested classes, or a method, or a field. */
  static final class Part {

    private final String text;
    private final Set<Part> uses = new LinkedHashSet<>();
    private final Set<String> references = new TreeSet<>();

    /**
     * A part.
     *
     * @param owner name of the class that it belongs to
     * @param java its text
     */
    Part(String owner, String java) {
      this.text = owner + "\n" + SourceText.normalised(java);
    }

    void uses(Part other) {
      uses.add(other);
    }

    void refersTo(String internalName) {
      references.add(internalName);
    }
  }

  private final Map<String, Set<Part>> byClass = new LinkedHashMap<>();
  private final Map<String, Long> offsets = new LinkedHashMap<>();

  /** Where a class stands that can be found by its name: one that is not within a method. */
  void declare(String className, long offset) {
    offsets.put(className, offset);
  }

  /** Parts that decide what an object of a class does. */
  void add(String className, Part part) {
    byClass.computeIfAbsent(className, name -> new LinkedHashSet<>()).add(part);
  }

  /** The classes that are not within a method, in the order of the file, with their offsets. */
  Map<String, Long> declared() {
    return Collections.unmodifiableMap(offsets);
  }

  /**
   * What a class can reach.
   *
   * @throws IllegalArgumentException if it is not a class of the file
   */
  SourceReach reach(String className) {
    Set<Part> start = byClass.get(className);
    if (start == null) {
      throw new IllegalArgumentException("no class of the file: " + className);
    }
    Collection<Part> reached = closure(start);
    SortedSet<String> texts = new TreeSet<>();
    SortedSet<String> references = new TreeSet<>();
    for (Part part : reached) {
      texts.add(part.text);
      references.addAll(part.references);
    }
    return new SourceReach(sha256(String.join("\n\n", texts)), references);
  }

  private static Collection<Part> closure(Set<Part> start) {
    Set<Part> reached = new LinkedHashSet<>(start);
    Deque<Part> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      for (Part used : open.remove().uses) {
        if (reached.add(used)) {
          open.add(used);
        }
      }
    }
    return reached;
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
