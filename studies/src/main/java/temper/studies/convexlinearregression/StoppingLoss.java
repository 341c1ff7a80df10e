package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.DoubleStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;

/** The same comparison at earlier and later stops. */
final class StoppingLoss implements Experiment<SpectrumRatio.Params> {

  static final String NAME = "stopping-loss";

  private final SpectrumRatio comparison = new SpectrumRatio();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Ratio and difference of the test losses against the train loss at which both runs end.";
  }

  @Override
  public SpectrumRatio.Params defaults() {
    return comparison.defaults();
  }

  @Override
  public List<Column> metrics() {
    return comparison.metrics();
  }

  @Override
  public Design<SpectrumRatio.Params> design(Profile profile, Tables earlier) {
    SpectrumRatio.Params d = defaults();
    return Design.of(
        DoubleStream.of(0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)
            .mapToObj(
                loss ->
                    new SpectrumRatio.Params(d.flat(), d.population(), d.rate(), d.delta(), loss))
            .toList(),
        1);
  }

  @Override
  public void run(SpectrumRatio.Params parameters, Trial trial) {
    comparison.run(parameters, trial);
  }
}
