package temper.lab.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import temper.data.FileData;
import temper.data.PublishedDataset;
import temper.plugin.Registry;

/**
 * The data sets in a folder that the user named.
 *
 * <p>A file is looked for as {@code NAME/FILE}, where NAME is that of the data set, then as {@code
 * FILE} if the folder itself has that name, then under the places where collections keep it. A data
 * set that was published as an archive may also lie there unpacked. Checksums are compared with the
 * published ones before a file is parsed. A data set is parsed once and then shared. Thread-safe.
 *
 * @since 0.1
 */
public final class DataFolder implements DatasetPlugin.Library {

  /** The environment variable that names the folder where the command line does not. */
  public static final String VARIABLE = "TEMPER_DATA";

  private final @Nullable Path root;
  private final Map<String, PublishedDataset> plugins;
  private final Map<String, Dataset> parsed = new LinkedHashMap<>();
  private final UserFiles ofUser;

  private DataFolder(@Nullable Path root, Map<String, PublishedDataset> plugins, UserFiles ofUser) {
    this.root = root;
    this.plugins = plugins;
    this.ofUser = ofUser;
  }

  /**
   * The folder that the environment names, with all data sets found by ServiceLoader.
   *
   * @param environment environment variables, of which {@link #VARIABLE} is read
   * @return the folder; one in which every data set is missing if none was named
   */
  public static DataFolder ofEnvironment(Map<String, String> environment) {
    String variable = environment.getOrDefault(VARIABLE, "");
    return of(variable.isBlank() ? null : Path.of(variable), all());
  }

  /**
   * A folder, with all data sets found by ServiceLoader.
   *
   * @param root the folder
   * @return the folder with what it holds
   */
  public static DataFolder of(Path root) {
    return of(root, all());
  }

  private static List<PublishedDataset> all() {
    Registry<DatasetPlugin<?>> registry = Registry.of(DatasetPlugin.class);
    return registry.all().stream()
        .filter(PublishedDataset.class::isInstance)
        .map(PublishedDataset.class::cast)
        .toList();
  }

  /**
   * A folder with given data sets.
   *
   * @param root the folder; null if none was named
   * @param plugins the data sets that it may hold
   * @return the folder
   * @throws IllegalArgumentException if two data sets have one name
   */
  public static DataFolder of(@Nullable Path root, List<PublishedDataset> plugins) {
    Map<String, PublishedDataset> byName = new TreeMap<>();
    for (PublishedDataset plugin : plugins) {
      if (byName.put(plugin.name(), plugin) != null) {
        throw new IllegalArgumentException("two data sets are named '" + plugin.name() + "'");
      }
    }
    return new DataFolder(root, byName, new UserFiles(folders(root), Map.of()));
  }

  private static List<Path> folders(@Nullable Path root) {
    return root == null ? List.of() : List.of(root);
  }

  /**
   * The same folder, in which more data sets may lie.
   *
   * @param more further data sets
   * @return a folder that differs only in this
   * @throws IllegalArgumentException if two data sets have one name
   */
  public DataFolder with(List<PublishedDataset> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<PublishedDataset> all = new ArrayList<>(plugins.values());
    all.addAll(more);
    return of(root, all);
  }

  /**
   * The same folder for a config, beside which files of the user's own may lie.
   *
   * @param config folder of the config
   * @param earlier where an earlier run found such files, by their paths in the config
   * @return a folder that differs only in this
   */
  public DataFolder besideConfig(Path config, Map<String, Path> earlier) {
    List<Path> folders = new ArrayList<>(folders(root));
    folders.add(config);
    return new DataFolder(root, plugins, new UserFiles(folders, earlier));
  }

  /**
   * The data sets that could be there.
   *
   * @return plug-ins in the order of their names
   */
  public List<PublishedDataset> known() {
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
    PublishedDataset plugin = plugins.get(name);
    if (plugin == null) {
      return Optional.of("there is no data set '" + name + "'; known are " + plugins.keySet());
    }
    if (root == null) {
      return Optional.of(
          "data set '"
              + name
              + "' needs a folder of data: name one with --data DIR or "
              + VARIABLE
              + ", and fill it with `temper data get "
              + name
              + "`");
    }
    return findForm(root, plugin).isPresent()
        ? Optional.empty()
        : Optional.of(whatIsMissing(root, plugin));
  }

  /**
   * Where a data set was found.
   *
   * @param name name of the data set
   * @return its files; none if it is not {@link #available(String)}
   */
  public List<Path> found(String name) {
    PublishedDataset plugin = plugins.get(name);
    return plugin == null || root == null
        ? List.of()
        : findForm(root, plugin).map(form -> List.copyOf(form.paths.values())).orElse(List.of());
  }

  /**
   * Downloads the files of a data set, as they were published, that are not there.
   *
   * @param name name of the data set
   * @param downloader gets the files
   * @param progress watches
   * @return where the files are
   * @throws MissingDataException if there is no such data set, no folder was named, or a file
   *     cannot be had
   */
  public List<Path> download(String name, Downloader downloader, Downloader.Progress progress) {
    PublishedDataset plugin = plugins.get(name);
    if (plugin == null || root == null) {
      throw new MissingDataException(problem(name).orElse(name));
    }
    List<Path> paths = new ArrayList<>();
    for (DataFile file : plugin.files()) {
      Path target =
          find(root, plugin, file)
              .filter(path -> size(path) == file.bytes())
              .orElse(home(root, plugin, file));
      downloader.get(file, target, progress);
      paths.add(target);
    }
    return paths;
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
    PublishedDataset plugin = plugins.get(name);
    if (problem.isPresent() || plugin == null || root == null) {
      throw new MissingDataException(problem.orElse(name));
    }
    try {
      Form form = findForm(root, plugin).orElseThrow();
      for (Map.Entry<DataFile, Path> file : form.paths.entrySet()) {
        Digests.require(file.getKey(), file.getValue());
      }
      PublishedDataset.Files files = file -> Files.newInputStream(form.path(file));
      Dataset dataset = form.unpacked ? plugin.parseUnpacked(files) : plugin.parse(files);
      parsed.put(name, dataset);
      return dataset;
    } catch (IOException e) {
      throw new MissingDataException(
          "data set '" + name + "' cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Dataset published(String name) {
    return open(name);
  }

  /**
   * A data set in files of the user's own.
   *
   * @param data the files and how they are read; a relative path is looked for in this folder,
   *     beside the config, where an earlier run found it, and in the working directory
   * @return the data, shared and not to be modified
   * @throws MissingDataException if a file is not there, does not hold what it should, or cannot be
   *     read
   */
  @Override
  public Dataset read(FileData data) {
    return ofUser.read(data);
  }

  /**
   * What is in the way of reading a file of the user's own.
   *
   * @param file its path in the config
   * @return what is missing and where it was looked for; empty if it is there
   */
  public Optional<String> problemOfFile(String file) {
    return ofUser.problem(file);
  }

  /**
   * Where a file of the user's own was found.
   *
   * @param file its path in the config
   * @return a path; empty if it is not there
   */
  public Optional<Path> findFile(String file) {
    return ofUser.find(file);
  }

  /**
   * What a file of the user's own holds, as a checksum.
   *
   * @param file its path in the config
   * @return SHA-256 in hexadecimal digits
   * @throws MissingDataException if it is not there or cannot be read
   */
  public String sha256(String file) {
    return ofUser.sha256(file);
  }

  /** All files of a data set, as they were published or unpacked. */
  private record Form(Map<DataFile, Path> paths, boolean unpacked) {

    Path path(String name) {
      for (Map.Entry<DataFile, Path> file : paths.entrySet()) {
        if (file.getKey().name().equals(name)) {
          return file.getValue();
        }
      }
      throw new IllegalArgumentException("file '" + name + "' is not one of the data set's");
    }
  }

  /** The first form of a data set of which all files are there with their published sizes. */
  private static Optional<Form> findForm(Path root, PublishedDataset plugin) {
    for (boolean unpacked : new boolean[] {false, true}) {
      List<DataFile> files = unpacked ? plugin.unpacked() : plugin.files();
      Map<DataFile, Path> paths = new LinkedHashMap<>();
      for (DataFile file : files) {
        find(root, plugin, file)
            .filter(path -> size(path) == file.bytes())
            .ifPresent(path -> paths.put(file, path));
      }
      if (!files.isEmpty() && paths.size() == files.size()) {
        return Optional.of(new Form(paths, unpacked));
      }
    }
    return Optional.empty();
  }

  /** The first file in the way; of the unpacked ones where some are there. */
  private static String whatIsMissing(Path root, PublishedDataset plugin) {
    boolean unpacked =
        plugin.unpacked().stream().anyMatch(file -> find(root, plugin, file).isPresent())
            && plugin.files().stream().allMatch(file -> find(root, plugin, file).isEmpty());
    for (DataFile file : unpacked ? plugin.unpacked() : plugin.files()) {
      Optional<Path> found = find(root, plugin, file);
      if (found.isEmpty()) {
        return "data set '"
            + plugin.name()
            + "' needs "
            + home(root, plugin, file)
            + (unpacked ? ", unpacked from " : ", published at ")
            + file.url()
            + "; `temper data get "
            + plugin.name()
            + "` gets it";
      }
      if (size(found.get()) != file.bytes()) {
        return found.get()
            + " has "
            + size(found.get())
            + " bytes, the published file "
            + file.bytes();
      }
    }
    return "data set '" + plugin.name() + "' is not there";
  }

  /** The place where a file of a data set belongs. */
  static Path home(Path root, PublishedDataset plugin, DataFile file) {
    return root.resolve(plugin.name()).resolve(file.name());
  }

  private static Optional<Path> find(Path root, PublishedDataset plugin, DataFile file) {
    List<Path> places = new ArrayList<>();
    places.add(home(root, plugin, file));
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
}
