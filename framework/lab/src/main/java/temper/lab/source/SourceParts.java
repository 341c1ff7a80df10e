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
import java.util.function.Function;

/** The parts of a Java file and which of them uses which. */
final class SourceParts {

  /** A class without its methods and nested classes, or a method, or a field. */
  static final class Part {

    private final String text;
    private final Set<Part> uses = new LinkedHashSet<>();
    private final Set<Part> namedBy = new LinkedHashSet<>();
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

    /** Whatever uses this part uses the other. */
    void uses(Part other) {
      uses.add(other);
    }

    /** The other part is named in the text of this one. */
    void names(Part other) {
      uses.add(other);
      other.namedBy.add(this);
    }

    void refersTo(String internalName) {
      references.add(internalName);
    }
  }

  private final Map<String, Part> byClass = new LinkedHashMap<>();
  private final Map<String, Set<Part>> makers = new LinkedHashMap<>();
  private final Map<String, Set<String>> supertypes = new LinkedHashMap<>();
  private final Map<String, Long> offsets = new LinkedHashMap<>();

  /** Where a class stands that can be found by its name: one that is not within a method. */
  void declare(String className, long offset) {
    offsets.put(className, offset);
  }

  /** The part that a class is; of one within a method, the part that it stands in. */
  void add(String className, Part part) {
    byClass.put(className, part);
  }

  /** A class extends or implements another one of the file. */
  void derives(String className, String supertype) {
    supertypes.computeIfAbsent(className, name -> new LinkedHashSet<>()).add(supertype);
  }

  /** A part makes objects of a class out of arguments, or changes them. */
  void makes(Part maker, String className) {
    makers.computeIfAbsent(className, name -> new LinkedHashSet<>()).add(maker);
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
    Part own = byClass.get(className);
    if (own == null) {
      throw new IllegalArgumentException("no class of the file: " + className);
    }
    Set<Part> start = closure(makers(className, own), part -> part.namedBy);
    start.add(own);
    Collection<Part> reached = closure(start, part -> part.uses);
    SortedSet<String> texts = new TreeSet<>();
    SortedSet<String> references = new TreeSet<>();
    for (Part part : reached) {
      texts.add(part.text);
      references.addAll(part.references);
    }
    return new SourceReach(sha256(String.join("\n\n", texts)), references);
  }

  /**
   * The parts that decide what an object is like before it does anything: an object of a class
   * within a method has what the method was called with.
   */
  private Set<Part> makers(String className, Part own) {
    Set<Part> found = new LinkedHashSet<>();
    if (!offsets.containsKey(className)) {
      found.add(own);
    }
    Set<String> types = closure(Set.of(className), name -> supertypes.getOrDefault(name, Set.of()));
    types.forEach(type -> found.addAll(makers.getOrDefault(type, Set.of())));
    if (offsets.containsKey(className)) {
      found.remove(own);
    }
    return found;
  }

  private static <T> Set<T> closure(Set<T> start, Function<T, Set<T>> next) {
    Set<T> reached = new LinkedHashSet<>(start);
    Deque<T> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      for (T one : next.apply(open.remove())) {
        if (reached.add(one)) {
          open.add(one);
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
