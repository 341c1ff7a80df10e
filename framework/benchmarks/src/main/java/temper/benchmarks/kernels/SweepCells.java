package temper.benchmarks.kernels;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import temper.benchmarks.EmptyTrials;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Parameters;
import temper.lab.config.Plugins;
import temper.lab.config.SweptDesign;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.plugin.Registry;

/**
 * The time of what planning does for one cell of a sweep: making its record, and its texts.
 *
 * @since 0.1
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SweepCells {

  private static final int CELLS = 1000;

  private static final String SWEEP =
      """
      format: 1
      study: empty-trials
      sweep:
        grid:
          a: {range: [1, 10, 1]}
          b: {linear: [0, 1, 100]}
      """;

  /** Tables of no experiment: the sweep is decided by none. */
  private enum None implements Tables {
    INSTANCE;

    @Override
    public Set<String> experiments() {
      return Set.of();
    }

    @Override
    public Table trials(String experiment) {
      throw new IllegalArgumentException("no experiment " + experiment);
    }

    @Override
    public Table table(String experiment, String table) {
      throw new IllegalArgumentException("no experiment " + experiment);
    }
  }

  private final Parameters parameters;
  private final SweptDesign<? extends Record> cells;

  /** Reads the sweep. */
  public SweepCells() {
    Registry<Study> studies = Registry.of(Study.class, List.of(new EmptyTrials()));
    ConfigLoader loader = new ConfigLoader(studies, Plugins.given(List.of()));
    var sweep = loader.load("sweep.yaml", SWEEP, List.of());
    Experiment<?> experiment = sweep.experiments().get(0);
    this.parameters = loader.parameters();
    this.cells = sweep.design(experiment, Profile.SMOKE, None.INSTANCE);
  }

  /**
   * The records of all cells.
   *
   * @return a hash of them, so that none can be left out
   */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public int record() {
    int hash = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      hash += cells.design().cell().apply(cell).hashCode();
    }
    return hash;
  }

  /**
   * The records of all cells with their canonical texts and the cells of a table.
   *
   * @return the length of the texts, so that none can be left out
   */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public int texts() {
    int length = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      Record record = cells.design().cell().apply(cell);
      length += parameters.canonical(record).length() + parameters.cells(record).size();
    }
    return length;
  }
}
