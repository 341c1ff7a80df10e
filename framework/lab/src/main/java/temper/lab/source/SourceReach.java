package temper.lab.source;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a class of a user's Java file can reach.
 *
 * <p>Compilers translate the same source in different ways, so that code from a file is known by
 * its text. Comments and blanks do not count, nor do parts of the file that the class does not use:
 * a figure can be changed without any trial being run anew.
 *
 * @param hash SHA-256 of the parts of the file that it uses, in hexadecimal digits
 * @param references internal names of the classes outside of the file that these parts name
 * @since 0.1
 */
public record SourceReach(String hash, SortedSet<String> references) {

  /** Copies the names. */
  public SourceReach {
    references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
  }

  /**
   * What a class can reach.
   *
   * @param type any class
   * @return empty for a class that is not from a file
   */
  public static Optional<SourceReach> of(Class<?> type) {
    return type.getClassLoader() instanceof SourceLoader loader
        ? Optional.of(loader.parts().reach(type.getName()))
        : Optional.empty();
  }
}
