package temper.studies.coolingtheory;

import java.util.List;
import java.util.stream.IntStream;
import temper.chain.Depths;
import temper.chain.Landscape;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Range;
import temper.random.RandomStream;

/** Depths by disjoint sets against depths by enumeration of paths, on random graphs. */
final class DepthEnumeration implements Experiment<DepthEnumeration.Params> {

  static final String NAME = "depth-enumeration";

  /**
   * A family of graphs.
   *
   * @param graphs number of random graphs
   * @param states largest number of states
   * @param levels number of different energies; few give ties
   */
  record Params(
      @Doc("number of random graphs") @Range(min = 1) int graphs,
      @Doc("largest number of states") @Range(min = 2, max = 10) int states,
      @Doc("number of different energies; few give ties") @Range(min = 1, max = 1000) int levels) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Depths by disjoint sets against depths by enumeration of all paths, on random graphs.";
  }

  @Override
  public Params defaults() {
    return new Params(1000, 8, 6);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.integer("critical_mismatches", "graphs whose critical depths differ").in("graphs"),
        Column.integer("state_mismatches", "states whose depths differ").in("states"),
        Column.integer("with_depth", "graphs with a critical depth above 0").in("graphs"),
        Column.number("path_depth", "critical depth of the nine states in a row"),
        Column.number("path_difficulty", "difficulty of the nine states in a row"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.single(defaults(), 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("graphs");
    long criticalMismatches = 0;
    long stateMismatches = 0;
    long withDepth = 0;
    for (int i = 0; i < p.graphs; i++) {
      Landscape landscape = graph(2 + stream.nextInt(p.states - 1), p.levels, stream);
      Depths depths = Depths.of(landscape);
      for (int state = 0; state < landscape.size(); state++) {
        stateMismatches += depths.depth(state) == BruteForceDepth.of(landscape, state) ? 0 : 1;
      }
      criticalMismatches += depths.critical() == BruteForceDepth.critical(landscape) ? 0 : 1;
      withDepth += depths.critical() > 0 ? 1 : 0;
    }
    trial.metric("critical_mismatches", criticalMismatches);
    trial.metric("state_mismatches", stateMismatches);
    trial.metric("with_depth", withDepth);
    Depths path = Depths.of(NinePath.LANDSCAPE);
    trial.metric("path_depth", path.critical());
    trial.metric("path_difficulty", path.difficulty());
  }

  /** A random tree and, with probability 1/4 each, further edges; energies are whole numbers. */
  static Landscape graph(int size, int levels, RandomStream stream) {
    boolean[][] edge = new boolean[size][size];
    for (int i = 1; i < size; i++) {
      int j = stream.nextInt(i);
      edge[i][j] = true;
      edge[j][i] = true;
    }
    double[] energies = new double[size];
    for (int i = 0; i < size; i++) {
      energies[i] = stream.nextInt(levels);
      for (int j = 0; j < i; j++) {
        if (stream.uniform() < 0.25) {
          edge[i][j] = true;
          edge[j][i] = true;
        }
      }
    }
    int[][] neighbours = new int[size][];
    for (int i = 0; i < size; i++) {
      boolean[] row = edge[i];
      neighbours[i] = IntStream.range(0, size).filter(j -> row[j]).toArray();
    }
    return Landscape.graph(energies, neighbours);
  }
}
