package temper.lab.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import temper.data.DataFile;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.plugin.Registry;

/**
 * The data sets in a folder that the user named.
 *
 * <p>A file is looked for as {@code NAME/FILE}, where NAME is that of the data set, then as {@code
 * FILE} if the folder itself has that name, then under the places where collections keep it. Its
 * SHA-256 checksum is compared with the published one before it is parsed. A data set is parsed
 * once and then shared. Thread-safe.
 *
 * @since 0.1
 */
public final class DataFolder {

  /** The environment variable that names the folder where the command line does not. */
  public static final String VARIABLE = "TEMPER_DATA";

  private final @Nullable Path root;
  private final Map<String, DatasetPlugin> plugins;
  private final Map<String, Dataset> parsed = new LinkedHashMap<>();

  private DataFolder(@Nullable Path root, Map<String, DatasetPlugin> plugins) {
    this.root = root;
    this.plugins = plugins;
  }

  /**
   * The folder that the environment names, with all data sets found by ServiceLoader.
   *
   * @param environment environment variables, of which {@link #VARIABLE} is read
   * @return the folder; one in which every data set is missing if none was named
   */
  public static DataFolder ofEnvironment(Map<String, String> environment) {
    String variable = environment.getOrDefault(VARIABLE, "");
    return of(
        variable.isBlank() ? null : Path.of(variable), Registry.of(DatasetPlugin.class).all());
  }

  /**
   * A folder, with all data sets found by ServiceLoader.
   *
   * @param root the folder
   * @return the folder with what it holds
   */
  public static DataFolder of(Path root) {
    return of(root, Registry.of(DatasetPlugin.class).all());
  }

  /**
   * A folder with given data sets.
   *
   * @param root the folder; null if none was named
   * @param plugins the data sets that it may hold
   * @return the folder
   * @throws IllegalArgumentException if two data sets have one name
   */
  public static DataFolder of(@Nullable Path root, List<DatasetPlugin> plugins) {
    Map<String, DatasetPlugin> byName = new TreeMap<>();
    for (DatasetPlugin plugin : plugins) {
      if (byName.put(plugin.name(), plugin) != null) {
        throw new IllegalArgumentException("two data sets are named '" + plugin.name() + "'");
      }
    }
    return new DataFolder(root, byName);
  }

  /**
   * The data sets that could be there.
   *
   * @return plug-ins in the order of their names
   */
  public List<DatasetPlugin> known() {
    return List.copyOf(plugins.values());
  }

  /**
   * Whether all files of a data set are there with their published sizes. Their checksums are
   * compared when it is opened.
   *
   * @param name name of the data set
   * @return false if a file is missing or has another size, or there is no such data set
   */
  public boolean available(String name) {
    return problem(name).isEmpty();
  }

  /**
   * What is in the way of opening some data sets.
   *
   * @param names names of data sets
   * @return one sentence for each that is not {@link #available(String)}, joined by semicolons;
   *     empty if all are
   */
  public String missing(List<String> names) {
    return names.stream().flatMap(name -> problem(name).stream()).collect(Collectors.joining("; "));
  }

  /**
   * What is in the way of opening a data set.
   *
   * @param name name of the data set
   * @return what is missing and how to get it; empty if nothing is
   */
  public Optional<String> problem(String name) {
    DatasetPlugin plugin = plugins.get(name);
    if (plugin == null) {
      return Optional.of("there is no data set '" + name + "'; known are " + plugins.keySet());
    }
    if (root == null) {
      return Optional.of(
          "data set '" + name + "' needs a folder of data: name one with --data or " + VARIABLE);
    }
    for (DataFile file : plugin.files()) {
      Optional<Path> found = find(root, plugin, file);
      if (found.isEmpty()) {
        return Optional.of(
            "data set '"
                + name
                + "' needs "
                + root.resolve(name).resolve(file.name())
                + ", published at "
                + file.url());
      }
      long size = size(found.get());
      if (size != file.bytes()) {
        return Optional.of(
            found.get() + " has " + size + " bytes, the published file " + file.bytes());
      }
    }
    return Optional.empty();
  }

  /**
   * A data set.
   *
   * @param name name of the data set
   * @return the data, shared and not to be modified
   * @throws MissingDataException if it is not there, a file is not the published one, or reading
   *     fails
   */
  public synchronized Dataset open(String name) {
    Dataset known = parsed.get(name);
    if (known != null) {
      return known;
    }
    Optional<String> problem = problem(name);
    DatasetPlugin plugin = plugins.get(name);
    if (problem.isPresent() || plugin == null || root == null) {
      throw new MissingDataException(problem.orElse(name));
    }
    try {
      Map<String, Path> checked = new LinkedHashMap<>();
      for (DataFile file : plugin.files()) {
        checked.put(file.name(), check(find(root, plugin, file).orElseThrow(), file));
      }
      Dataset dataset = plugin.parse(file -> Files.newInputStream(required(checked, file)));
      parsed.put(name, dataset);
      return dataset;
    } catch (IOException e) {
      throw new MissingDataException(
          "data set '" + name + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static Path required(Map<String, Path> files, String name) {
    Path path = files.get(name);
    if (path == null) {
      throw new IllegalArgumentException(
          "file '" + name + "' is not one of the data set's: " + files.keySet());
    }
    return path;
  }

  private static Optional<Path> find(Path root, DatasetPlugin plugin, DataFile file) {
    List<Path> places = new ArrayList<>();
    places.add(root.resolve(plugin.name()).resolve(file.name()));
    Path own = root.toAbsolutePath().normalize().getFileName();
    if (own != null && own.toString().equals(plugin.name())) {
      places.add(root.resolve(file.name()));
    }
    file.aliases().forEach(alias -> places.add(root.resolve(alias)));
    return places.stream().filter(Files::isRegularFile).findFirst();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  private static Path check(Path path, DataFile file) throws IOException {
    String found = HexFormat.of().formatHex(digest(path));
    if (!found.equals(file.sha256())) {
      throw new MissingDataException(
          path
              + " is not the published file: its SHA-256 checksum is "
              + found
              + ", expected "
              + file.sha256()
              + "; get it again from "
              + file.url());
    }
    return path;
  }

  private static byte[] digest(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java platform must have SHA-256", e);
    }
  }
}
