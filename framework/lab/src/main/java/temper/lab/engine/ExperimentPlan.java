package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import temper.data.FileData;
import temper.lab.config.CellPlaces;
import temper.lab.config.CellTexts;
import temper.lab.config.Parameters;
import temper.lab.config.SweptDesign;
import temper.lab.store.Layout;
import temper.lab.store.PlanRows;
import temper.lab.store.TrialRecord;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;

/**
 * The trials of one experiment: replicates of a cell are adjacent, cells in the order of the
 * design. Cells are made on demand; only the ids of trials are held.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public final class ExperimentPlan<P extends Record> implements PlanRows {

  private static final int MAX_TRIALS = 50_000_000;

  private final Experiment<P> experiment;
  private final SweptDesign<P> design;
  private final long[] ids;
  private final Layout layout;
  private final CellTexts<P> texts;
  private final List<String> datasets;
  private final Map<FileData, Long> files;

  private ExperimentPlan(
      Experiment<P> experiment,
      SweptDesign<P> design,
      CellTexts<P> texts,
      long[] ids,
      Layout layout,
      SortedSet<String> datasets,
      Map<FileData, Long> files) {
    this.experiment = experiment;
    this.design = design;
    this.texts = texts;
    this.ids = ids;
    this.layout = layout;
    this.datasets = List.copyOf(datasets);
    this.files = Collections.unmodifiableMap(files);
  }

  /**
   * Plans a design: makes every cell once, to find its id and the parameters that vary.
   *
   * @param experiment the experiment
   * @param design its cells and replicates
   * @param parameters reads parameter records
   * @param stop the wish to stop, heeded at every cell
   * @param <P> the record of parameters
   * @return the plan
   * @throws java.util.concurrent.CancellationException if work is to stop
   * @throws PlanException if there are more than 50 million trials, two cells are equal, or columns
   *     have names that cannot stand beside one another
   */
  public static <P extends Record> ExperimentPlan<P> of(
      Experiment<P> experiment, SweptDesign<P> design, Parameters parameters, StopSignal stop) {
    CellTexts<P> cellTexts = CellTexts.of(experiment, design, parameters);
    long[] ids = new long[trials(experiment, design.design())];
    BitSet varying = new BitSet();
    int replicates = design.design().replicates();
    MessageDigest digest = Hashes.sha256();
    SortedSet<String> datasets = new TreeSet<>();
    Map<FileData, Long> files = new LinkedHashMap<>();
    List<String> first = List.of();
    for (long cell = 0; cell < design.design().cells(); cell++) {
      P values = design.design().cell().apply(cell);
      datasets.addAll(experiment.datasets(values));
      for (FileData data : experiment.files(values)) {
        files.putIfAbsent(data, cell);
      }
      List<String> texts = cellTexts.of(cell, values);
      if (cell == 0) {
        first = texts;
      } else {
        markVarying(varying, first, texts);
      }
      String key = experiment.name() + '\n' + parameters.canonical(values) + '\n';
      for (int replicate = 0; replicate < replicates; replicate++) {
        stop.giveWay(experiment.name());
        byte[] hash = digest.digest((key + replicate).getBytes(StandardCharsets.UTF_8));
        ids[Math.toIntExact(cell * replicates + replicate)] = first64(hash);
      }
    }
    refuseEqualTrials(experiment, ids);
    Layout layout = layout(experiment, cellTexts.columns(), varying);
    return new ExperimentPlan<>(experiment, design, cellTexts, ids, layout, datasets, files);
  }

  private static Layout layout(Experiment<?> experiment, List<Column> columns, BitSet varying) {
    try {
      return new Layout(
          experiment.name(),
          columns,
          varying.stream().boxed().toList(),
          experiment.metrics(),
          experiment.tables());
    } catch (IllegalArgumentException e) {
      // Names that cannot stand beside one another: the study has to choose others.
      throw new PlanException(String.valueOf(e.getMessage()));
    }
  }

  private static int trials(Experiment<?> experiment, Design<?> design) {
    boolean tooMany = design.cells() > MAX_TRIALS / design.replicates();
    if (tooMany) {
      throw new PlanException(
          "experiment '"
              + experiment.name()
              + "' asks for "
              + design.cells()
              + " cells with "
              + design.replicates()
              + " replicates each; at most "
              + MAX_TRIALS
              + " trials can be planned");
    }
    return Math.toIntExact(design.trials());
  }

  /** Two trials of one id would be one trial that counts twice. */
  private static void refuseEqualTrials(Experiment<?> experiment, long[] ids) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw new PlanException(
            "experiment '"
                + experiment.name()
                + "' has two equal cells: trial "
                + TrialRecord.hex(sorted[i])
                + " would count twice");
      }
    }
  }

  private static void markVarying(BitSet varying, List<String> first, List<String> texts) {
    for (int i = 0; i < first.size(); i++) {
      if (!varying.get(i) && !first.get(i).equals(texts.get(i))) {
        varying.set(i);
      }
    }
  }

  /**
   * The experiment.
   *
   * @return the experiment
   */
  public Experiment<P> experiment() {
    return experiment;
  }

  /**
   * The data sets that cells name, beside those that the experiment needs for all of them.
   *
   * @return names in alphabetical order, usually none
   */
  public List<String> datasets() {
    return datasets;
  }

  /**
   * The files of the user's own that cells read.
   *
   * @return in the order of the cells, usually none; each with the first cell that reads it
   */
  public Map<FileData, Long> files() {
    return files;
  }

  /**
   * The columns of its tables.
   *
   * @return the layout
   */
  public Layout layout() {
    return layout;
  }

  /**
   * The number of cells.
   *
   * @return 0 or more
   */
  public long cells() {
    return design.design().cells();
  }

  /**
   * The number of replicates of each cell.
   *
   * @return 1 or more
   */
  public int replicates() {
    return design.design().replicates();
  }

  /**
   * The cell of a trial.
   *
   * @param index place in the plan
   * @return its parameters
   */
  public P parametersOf(long index) {
    return design.design().cell().apply(cell(index));
  }

  /** Where the user set the parameters of cells. */
  CellPlaces places() {
    return design.places();
  }

  /**
   * A hash of the ids of all trials in order.
   *
   * @return 64 hexadecimal digits
   */
  public String fingerprint() {
    MessageDigest digest = Hashes.sha256();
    byte[] bytes = new byte[8];
    for (long id : ids) {
      for (int i = 0; i < 8; i++) {
        bytes[i] = (byte) (id >>> (56 - 8 * i));
      }
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public long size() {
    return ids.length;
  }

  @Override
  public long id(long index) {
    return ids[Math.toIntExact(index)];
  }

  @Override
  public int replicate(long index) {
    return (int) (index % replicates());
  }

  @Override
  public long cell(long index) {
    return index / replicates();
  }

  @Override
  public List<String> parameters(long index) {
    return texts.of(cell(index), parametersOf(index));
  }

  private static long first64(byte[] hash) {
    long id = 0;
    for (int i = 0; i < 8; i++) {
      id = id << 8 | (hash[i] & 0xFF);
    }
    return id;
  }
}
