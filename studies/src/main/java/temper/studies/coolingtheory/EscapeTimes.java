package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.List;
import temper.chain.Depths;
import temper.chain.HittingTimes;
import temper.chain.Kernel;
import temper.chain.Landscape;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Range;

/** Mean times of escape from the deepest local minimum to a lower state, by linear solve. */
final class EscapeTimes implements Experiment<EscapeTimes.Params> {

  static final String NAME = "escape-times";
  static final String TIMES = "times";
  static final String PATH = "nine-path";
  static final String GLASS = "spin-glass";

  /** Critical depth over temperature; the exponent is measured between the last two. */
  private static final double[] COLDNESS = {2, 5, 10, 20};

  /**
   * A landscape.
   *
   * @param landscape which landscape
   * @param spins number of spins of a spin glass
   */
  record Params(
      @Doc("which landscape") @OneOf({PATH, GLASS}) String landscape,
      @Doc("number of spins of a spin glass") @Range(min = 4, max = 10) int spins) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Mean time of escape from the deepest local minimum against the inverse temperature.";
  }

  @Override
  public Params defaults() {
    return new Params(PATH, 10);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("critical_depth", "critical depth of the landscape"),
        Column.number("slope", "slope of ln(time) in depth / temperature between 10 and 20"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            TIMES,
            "Mean times of escape.",
            List.of(
                Column.number("coldness", "critical depth over temperature"),
                Column.number("time", "mean time from the deepest local minimum to a lower state")
                    .in("steps"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    List<Params> cells = new ArrayList<>();
    for (String landscape : List.of(PATH, GLASS)) {
      cells.add(new Params(landscape, profile == Profile.FULL ? 10 : 7));
    }
    return Design.of(cells, profile == Profile.FULL ? 5 : profile == Profile.QUICK ? 2 : 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    if (p.landscape.equals(PATH)) {
      report(NinePath.LANDSCAPE, Depths.of(NinePath.LANDSCAPE), trial);
    } else {
      SpinGlass glass = SpinGlass.draw(p.spins, trial);
      report(glass.landscape(), glass.depths(), trial);
    }
  }

  private static void report(Landscape landscape, Depths depths, Trial trial) {
    int deepest = depths.deepest();
    boolean[] lower = new boolean[landscape.size()];
    for (int state = 0; state < lower.length; state++) {
      lower[state] = landscape.energy(state) < landscape.energy(deepest);
    }
    double[] times = new double[COLDNESS.length];
    for (int i = 0; i < times.length; i++) {
      double temperature = depths.critical() / COLDNESS[i];
      times[i] = HittingTimes.mean(landscape, Kernel.METROPOLIS, temperature, lower)[deepest];
      trial.row(TIMES, COLDNESS[i], times[i]);
      trial.progress((i + 1.0) / times.length);
    }
    int last = times.length - 1;
    trial.metric("critical_depth", depths.critical());
    trial.metric(
        "slope",
        StableMath.log(times[last] / times[last - 1]) / (COLDNESS[last] - COLDNESS[last - 1]));
  }
}
