package temper.studies.convexlinearregression;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/** How much annealing gains as the train landscape gets more distorted. */
final class SpectrumRatio implements Experiment<SpectrumRatio.Params> {

  static final String NAME = "spectrum-ratio";

  /**
   * Two directions; the steep one has train and test curvature 1, the start is one in each.
   *
   * @param flat train curvature of the flat direction
   * @param population test curvature of the flat direction
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that the flat direction may carry
   * @param loss train loss at which both runs end
   */
  record Params(
      @Doc("train curvature of the flat direction") @Range(min = 0, minOpen = true, max = 1)
          double flat,
      @Doc("test curvature of the flat direction") @Positive double population,
      @Doc("large rate over the stability bound") @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc("share of the final loss that the flat direction may carry") @Positive double delta,
      @Doc("train loss at which both runs end") @Positive double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test loss of flow over test loss of the annealed run, against the train curvature of"
        + " the flat direction.";
  }

  @Override
  public Params defaults() {
    return new Params(0.1, 1, 0.99, 0.01, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    return Comparison.METRICS;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    List<Params> cells = new ArrayList<>();
    double[] flats = {0.5, 0.2, 0.1, 0.05, 0.01};
    for (double flat : flats) {
      cells.add(new Params(flat, d.population, d.rate, d.delta, d.loss));
    }
    // The window of the theorem is empty at the default rate for the flattest direction and later
    // stops: there both directions come down about equally fast.
    for (double loss : new double[] {1e-4, 1e-6}) {
      for (double flat : flats) {
        cells.add(new Params(flat, d.population, 0.999, d.delta, loss));
      }
    }
    return Design.of(cells, 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    QuadraticLoss train = QuadraticLoss.of(1, p.flat);
    QuadraticLoss test = QuadraticLoss.of(1, p.population);
    Comparison.Setting setting = new Comparison.Setting(p.rate, p.delta, p.loss);
    Comparison.of(train, test::at, new double[] {1, 1}, setting).report(trial);
  }
}
