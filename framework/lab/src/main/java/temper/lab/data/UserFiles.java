package temper.lab.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import temper.data.Checksum;
import temper.data.Dataset;
import temper.data.FileData;
import temper.plugin.Names;

/**
 * Files of the user's own, which a config names. A relative path is looked for in the folder of
 * data, beside the config, where an earlier run found it, and in the working directory, in this
 * order. Each data set is read once and shared. Thread-safe.
 */
final class UserFiles {

  /** Names of more files are not looked at for a suggestion. */
  private static final int MOST_SIBLINGS = 1000;

  private final List<Path> folders;
  private final Map<String, Path> earlier;
  private final Map<Path, State> states = new HashMap<>();
  private final Map<FileData, Dataset> parsed = new HashMap<>();

  /** A file as it was when its checksum was taken. */
  private record State(long size, FileTime modified, String sha256) {

    boolean is(Path path) throws IOException {
      return size == Files.size(path) && modified.equals(Files.getLastModifiedTime(path));
    }
  }

  /**
   * Files in some folders.
   *
   * @param folders the folders in which relative paths are looked for before the working directory
   * @param earlier where files were found by an earlier run
   */
  UserFiles(List<Path> folders, Map<String, Path> earlier) {
    this.folders = List.copyOf(folders);
    this.earlier = Map.copyOf(earlier);
  }

  /** Where a file is looked for, in this order. */
  List<Path> places(String file) {
    Set<Path> places = new LinkedHashSet<>();
    try {
      Path path = Path.of(file);
      folders.forEach(folder -> places.add(folder.resolve(path).normalize()));
      Path known = earlier.get(file);
      if (known != null) {
        places.add(known.normalize());
      }
      places.add(path.normalize());
    } catch (InvalidPathException none) {
      return List.of();
    }
    Set<Path> seen = new LinkedHashSet<>();
    return places.stream().filter(place -> seen.add(place.toAbsolutePath())).toList();
  }

  Optional<Path> find(String file) {
    return places(file).stream().filter(Files::isRegularFile).findFirst();
  }

  /** Why a file cannot be had; empty if it can. */
  Optional<String> problem(String file) {
    List<Path> places = places(file);
    Optional<Path> found = find(file);
    if (found.isPresent()) {
      return Files.isReadable(found.get())
          ? Optional.empty()
          : Optional.of("there is no permission to read " + found.get());
    }
    if (places.isEmpty()) {
      return Optional.of("'" + file + "' is no path of a file");
    }
    Optional<Path> folder = places.stream().filter(Files::isDirectory).findFirst();
    if (folder.isPresent()) {
      return Optional.of(folder.get() + " is a folder, not a file");
    }
    List<String> looked = new ArrayList<>();
    places.forEach(place -> looked.add(place.toAbsolutePath().toString()));
    String nearest =
        nearest(places)
            .map(name -> ". Did you mean '" + name + "'?")
            .orElse("; --data DIR names a folder to look in");
    return Optional.of(
        "there is no file '" + file + "'; looked for " + String.join(", ", looked) + nearest);
  }

  /** The name of a file in one of the folders that is most like what was looked for. */
  private static Optional<String> nearest(List<Path> places) {
    return places.stream().flatMap(place -> nearest(place).stream()).findFirst();
  }

  private static Optional<String> nearest(Path place) {
    Path folder = place.toAbsolutePath().getParent();
    Path name = place.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> siblings = Files.list(folder)) {
      Map<String, String> byStem = new TreeMap<>();
      siblings
          .limit(MOST_SIBLINGS)
          .filter(Files::isRegularFile)
          .map(sibling -> String.valueOf(sibling.getFileName()))
          .forEach(
              sibling ->
                  byStem.merge(
                      stem(sibling), sibling, BinaryOperator.minBy(Comparator.naturalOrder())));
      return Names.nearest(stem(name.toString()), byStem.keySet()).map(byStem::get);
    } catch (IOException | UncheckedIOException unreadable) {
      return Optional.empty(); // It is only a suggestion.
    }
  }

  /** A name without its endings, in which all tables are alike. */
  private static String stem(String name) {
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The checksum of a file's content, taken once as long as the file does not change. */
  synchronized String sha256(String file) {
    Path path = require(file);
    try {
      State known = states.get(path);
      if (known == null || !known.is(path)) {
        FileTime modified = Files.getLastModifiedTime(path);
        known = new State(Files.size(path), modified, Digests.digits(path, Checksum.Kind.SHA256));
        states.put(path, known);
      }
      return known.sha256();
    } catch (IOException e) {
      throw new MissingDataException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private Path require(String file) {
    return find(file).orElseThrow(() -> new MissingDataException(problem(file).orElse(file)));
  }

  /** A data set, read once. */
  synchronized Dataset read(FileData data) {
    Dataset known = parsed.get(data);
    if (known != null) {
      return known;
    }
    try {
      Dataset dataset = data.read(file -> open(require(file)));
      requireUnchanged(data);
      parsed.put(data, dataset);
      return dataset;
    } catch (IOException e) {
      throw new MissingDataException(String.valueOf(e.getMessage()), e);
    }
  }

  private static InputStream open(Path path) throws IOException {
    return Files.newInputStream(path);
  }

  /** Results are tied to the content whose checksum was taken. */
  private void requireUnchanged(FileData data) throws IOException {
    for (String file : data.files()) {
      Path path = require(file);
      State known = states.get(path);
      if (known != null && !known.is(path)) {
        throw new MissingDataException(path + " was changed while it was in use: run again");
      }
    }
  }
}
