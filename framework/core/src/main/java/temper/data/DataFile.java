package temper.data;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One published file of a data set.
 *
 * @param name name of the file as it was published
 * @param urls where it can be had: first where it was published, then mirrors
 * @param bytes its size
 * @param checksums its checksums, all of which must agree
 * @param aliases other places where collections keep it, relative to a folder of data sets
 * @since 0.1
 */
public record DataFile(
    String name, List<String> urls, long bytes, List<Checksum> checksums, List<String> aliases) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Checks that the file can be found and recognised.
   *
   * @throws IllegalArgumentException if there is no URL or no checksum, the name is not a plain
   *     file name, or an alias leaves its folder
   */
  public DataFile {
    urls = List.copyOf(urls);
    checksums = List.copyOf(checksums);
    aliases = List.copyOf(aliases);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no plain file name");
    }
    if (urls.isEmpty() || checksums.isEmpty()) {
      throw new IllegalArgumentException(name + ": needs at least one URL and one checksum");
    }
    if (bytes < 1) {
      throw new IllegalArgumentException(name + ": bytes must be >= 1, got " + bytes);
    }
    for (String alias : aliases) {
      for (String part : alias.split("/", -1)) {
        if (!NAME.matcher(part).matches()) {
          throw new IllegalArgumentException(name + ": alias '" + alias + "' is no plain path");
        }
      }
    }
  }

  /**
   * A file at one place, known by its SHA-256 checksum.
   *
   * @param name name of the file as it was published
   * @param url where it was published
   * @param bytes its size
   * @param sha256 its SHA-256 checksum
   */
  public DataFile(String name, String url, long bytes, String sha256) {
    this(name, List.of(url), bytes, List.of(Checksum.sha256(sha256)), List.of());
  }

  /**
   * The same file with other places where collections keep it.
   *
   * @param places paths relative to a folder of data sets
   * @return the file
   */
  public DataFile withAliases(String... places) {
    return new DataFile(name, urls, bytes, checksums, List.of(places));
  }

  /**
   * The same file with further places to download it from.
   *
   * @param mirrors URLs
   * @return the file
   */
  public DataFile withMirrors(String... mirrors) {
    List<String> all = new java.util.ArrayList<>(urls);
    all.addAll(List.of(mirrors));
    return new DataFile(name, all, bytes, checksums, aliases);
  }

  /**
   * The same file with a further checksum.
   *
   * @param checksum another checksum
   * @return the file
   */
  public DataFile with(Checksum checksum) {
    List<Checksum> all = new java.util.ArrayList<>(checksums);
    all.add(checksum);
    return new DataFile(name, urls, bytes, all, aliases);
  }

  /**
   * Where it was published.
   *
   * @return the first URL
   */
  public String url() {
    return urls.get(0);
  }
}
