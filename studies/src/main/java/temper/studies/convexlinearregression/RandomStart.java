package temper.studies.convexlinearregression;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;

/** The same comparison from a start at a random angle, as far from the optimum as before. */
final class RandomStart implements Experiment<SpectrumRatio.Params> {

  static final String NAME = "random-start";

  private final SpectrumRatio comparison = new SpectrumRatio();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test loss of flow over that of the annealed run from random starts.";
  }

  @Override
  public SpectrumRatio.Params defaults() {
    return comparison.defaults();
  }

  @Override
  public List<Column> metrics() {
    List<Column> columns = new ArrayList<>(Comparison.METRICS);
    columns.add(Column.number("angle", "angle between start and steep direction").in("radians"));
    return List.copyOf(columns);
  }

  @Override
  public Design<SpectrumRatio.Params> design(Profile profile, Tables earlier) {
    return Design.single(defaults(), Replicates.starts(profile));
  }

  @Override
  public void run(SpectrumRatio.Params p, Trial trial) {
    double angle = 2 * Math.PI * trial.stream("start").uniform();
    double length = Math.sqrt(2);
    double[] start = {length * StableMath.cos(angle), length * StableMath.sin(angle)};
    QuadraticLoss train = QuadraticLoss.of(1, p.flat());
    QuadraticLoss test = QuadraticLoss.of(1, p.population());
    Comparison.Setting setting = new Comparison.Setting(p.rate(), p.delta(), p.loss());
    trial.metric("angle", angle);
    Comparison.of(train, test::at, start, setting).report(trial);
  }
}
