package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import temper.lab.study.Column;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/**
 * The tables of a result folder, read from its CSV files and nothing else: which columns there are
 * and what they hold is said by each experiment's {@code columns.csv}. No lock is needed. A table
 * is read when it is first asked for and then kept. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class CsvTables implements Tables {

  private final Path folder;
  private final Set<String> experiments;
  private final Map<Path, Table> read;
  private final Map<String, Map<String, List<Column>>> dictionaries;

  private CsvTables(
      Path folder,
      Set<String> experiments,
      Map<Path, Table> read,
      Map<String, Map<String, List<Column>>> dictionaries) {
    this.folder = folder;
    this.experiments = Collections.unmodifiableSet(experiments);
    this.read = read;
    this.dictionaries = dictionaries;
  }

  /**
   * The tables of a result folder as it is now.
   *
   * @param folder the folder of one study and profile
   * @return its tables; an experiment is there if it has every trial of its plan
   * @throws StoreException if a file cannot be read
   */
  public static CsvTables of(Path folder) {
    Set<String> complete = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> children = Files.list(folder)) {
        for (Path child : (Iterable<Path>) children::iterator) {
          if (isComplete(child)) {
            complete.add(child.getFileName().toString());
          }
        }
      } catch (IOException e) {
        throw StoreException.of("cannot read results in", folder, e);
      }
    }
    return new CsvTables(folder, complete, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /**
   * These tables as an experiment sees them that is decided by some of the others.
   *
   * @param names names of experiments
   * @return the same tables without those of other experiments
   */
  public CsvTables only(Collection<String> names) {
    Set<String> kept = new TreeSet<>(experiments);
    kept.retainAll(names);
    return new CsvTables(folder, kept, read, dictionaries);
  }

  /**
   * The trials of these experiments that nothing checks: they were taken from tables without
   * checksums and have not been verified since, or the checksums are missing now.
   *
   * @return their number by experiment, without experiments that have none
   * @throws StoreException if a file cannot be read
   */
  public SortedMap<String, Long> unchecked() {
    SortedMap<String, Long> unchecked = new TreeMap<>();
    for (String experiment : experiments) {
      Path own = folder.resolve(experiment);
      try {
        long trials =
            Checksums.read(own) == null
                ? trials(experiment).rows()
                : UncheckedTrials.read(own).size();
        if (trials > 0) {
          unchecked.put(experiment, trials);
        }
      } catch (IOException e) {
        throw StoreException.of("cannot read", own, e);
      }
    }
    return unchecked;
  }

  @Override
  public Set<String> experiments() {
    return experiments;
  }

  @Override
  public Table trials(String experiment) {
    return file(experiment, "trials.csv", "no trials");
  }

  @Override
  public Table table(String experiment, String table) {
    return file(experiment, table + ".csv", "no table '" + table + "'");
  }

  /**
   * The summary of an experiment: a row for each cell with the means of its metrics.
   *
   * @param experiment name of the experiment
   * @return rows in plan order
   * @throws IllegalArgumentException if the experiment is not among {@link #experiments()}
   */
  public Table summary(String experiment) {
    return file(experiment, "summary.csv", "no summary");
  }

  /**
   * The columns of an experiment's summary.
   *
   * @param experiment name of the experiment
   * @return the parameters, the counts {@code ok}, {@code diverged}, {@code failed} and {@code
   *     incomplete}, and three columns for each metric of numbers
   * @throws IllegalArgumentException if the experiment is not among {@link #experiments()}
   */
  public List<Column> summaryColumns(String experiment) {
    return columns(experiment, "summary");
  }

  /**
   * The columns of a file of an experiment.
   *
   * @param experiment name of the experiment
   * @param file {@code trials}, {@code summary} or the name of a table
   * @return its columns in order
   * @throws IllegalArgumentException if there is no such file
   */
  public List<Column> columns(String experiment, String file) {
    file(experiment, file + ".csv", "no table '" + file + "'");
    return dictionaries.getOrDefault(experiment, Map.of()).getOrDefault(file + ".csv", List.of());
  }

  private Table file(String experiment, String file, String missing) {
    if (!experiments.contains(experiment)) {
      throw new IllegalArgumentException(
          "no complete experiment '"
              + experiment
              + "' in "
              + folder
              + "; there are "
              + experiments);
    }
    Map<String, List<Column>> dictionary =
        dictionaries.computeIfAbsent(experiment, name -> readDictionary(folder.resolve(name)));
    List<Column> columns = dictionary.get(file);
    if (columns == null) {
      throw new IllegalArgumentException(
          missing + " in experiment '" + experiment + "'; there are " + dictionary.keySet());
    }
    return read.computeIfAbsent(
        folder.resolve(experiment).resolve(file), path -> TableReader.read(path, columns));
  }

  private static Map<String, List<Column>> readDictionary(Path folder) {
    Path file = folder.resolve(DataDictionary.FILE);
    Table table =
        TableReader.read(
            file, DataDictionary.HEADER.stream().map(name -> Column.text(name, "")).toList());
    Map<String, List<Column>> columns = new java.util.LinkedHashMap<>();
    List<List<String>> cells = DataDictionary.HEADER.stream().map(table::texts).toList();
    for (int i = 0; i < table.rows(); i++) {
      String type = cells.get(2).get(i).toUpperCase(Locale.ROOT);
      if (Stream.of(Column.Type.values()).noneMatch(known -> known.name().equals(type))) {
        throw new StoreException(file + ":" + (i + 2) + ": '" + type + "' is no type of a column");
      }
      columns
          .computeIfAbsent(cells.get(0).get(i), name -> new ArrayList<>())
          .add(
              new Column(
                  cells.get(1).get(i),
                  Column.Type.valueOf(type),
                  cells.get(3).get(i),
                  cells.get(4).get(i)));
    }
    return columns;
  }

  /** Whether trials.csv has the trials of plan.csv, all of them and in its order. */
  private static boolean isComplete(Path folder) throws IOException {
    Path plan = folder.resolve("plan.csv");
    Path trials = folder.resolve("trials.csv");
    if (!Files.exists(plan)
        || !Files.exists(trials)
        || !Files.exists(folder.resolve(DataDictionary.FILE))) {
      return false;
    }
    try (CsvReader planned = CsvReader.open(plan);
        CsvReader finished = CsvReader.open(trials)) {
      while (planned.next()) {
        if (!finished.next()
            || planned.problem() != null
            || finished.problem() != null
            || !planned.text(0).equals(finished.text(0))) {
          return false;
        }
      }
      return !finished.next();
    }
  }
}
