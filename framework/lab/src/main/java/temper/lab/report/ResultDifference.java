package temper.lab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import temper.lab.store.ResultFolder;
import temper.lab.store.WholeFile;

/**
 * A file that differs between two result folders.
 *
 * @param file path within the folders
 * @param rows number of lines that differ; -1 where lines cannot be compared
 * @param what what differs, with the first difference
 * @since 0.1
 */
public record ResultDifference(String file, long rows, String what) {

  private static final Set<String> VOLATILE =
      Set.of("provenance.json", "timings.csv", "importance.csv");

  /** Figures that somebody asked for who looked at the results. */
  private static final String EXPLORED = "figures/importance-";

  /**
   * Compares two result folders, leaving out what is volatile.
   *
   * @param left a result folder
   * @param right another
   * @return the files that differ, by name; empty if the results are the same
   * @throws IOException if a folder cannot be read
   */
  public static List<ResultDifference> between(Path left, Path right) throws IOException {
    Set<String> files = new TreeSet<>(files(left));
    files.addAll(files(right));
    List<ResultDifference> out = new ArrayList<>();
    for (String file : files) {
      Path a = left.resolve(file);
      Path b = right.resolve(file);
      if (!Files.exists(a) || !Files.exists(b)) {
        out.add(new ResultDifference(file, -1, "only in " + (Files.exists(a) ? left : right)));
      } else if (Files.mismatch(a, b) >= 0) {
        out.add(compare(file, a, b));
      }
    }
    return out;
  }

  private static ResultDifference compare(String file, Path a, Path b) throws IOException {
    if (!file.endsWith(".csv") || !WholeFile.fits(a) || !WholeFile.fits(b)) {
      return new ResultDifference(file, -1, "differs from byte " + Files.mismatch(a, b));
    }
    String[] first = WholeFile.text(a).split("\n", -1);
    String[] second = WholeFile.text(b).split("\n", -1);
    int common = Math.min(first.length, second.length);
    int different = Math.max(first.length, second.length) - common;
    int firstLine = different > 0 ? common : -1;
    for (int i = common - 1; i >= 0; i--) {
      if (!first[i].equals(second[i])) {
        different++;
        firstLine = i;
      }
    }
    int line = Math.max(0, firstLine);
    String before = line < first.length ? first[line] : "";
    String after = line < second.length ? second[line] : "";
    return new ResultDifference(
        file, different, "line " + (line + 1) + ": " + before + " / " + after);
  }

  private static Set<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder");
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      Set<String> out = new TreeSet<>();
      paths
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(path -> !isArtifact(path))
          .filter(
              path ->
                  !path.startsWith(".temper") && !path.toString().contains(ResultFolder.SET_ASIDE))
          .map(path -> String.join("/", names(path)))
          .filter(path -> !VOLATILE.contains(path) && !path.startsWith(EXPLORED))
          .forEach(out::add);
      return out;
    }
  }

  /** Files of trials are compared by their checksums, which stand in a table. */
  private static boolean isArtifact(Path path) {
    return path.getNameCount() > 2 && path.getName(1).toString().equals("artifacts");
  }

  private static List<String> names(Path path) {
    List<String> out = new ArrayList<>();
    path.forEach(name -> out.add(name.toString()));
    return out;
  }

  /**
   * The difference as a map, for JSON.
   *
   * @return its components by name
   */
  public Map<String, Object> asMap() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", file);
    out.put("rows", rows);
    out.put("difference", what);
    return out;
  }
}
