package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.DoubleStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;

/** Controls: a population whose landscape is that of the train set, or distorted the other way. */
final class PopulationCurvature implements Experiment<SpectrumRatio.Params> {

  static final String NAME = "population-curvature";

  /** Test curvature of the flat direction in the control without mismatch. */
  static final double MATCHED = 0.1;

  /** Test curvature of the flat direction in the control with the mismatch reversed. */
  static final double REVERSED = 1e-3;

  private final SpectrumRatio comparison = new SpectrumRatio();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The same comparison against the test curvature of the flat direction.";
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
        DoubleStream.of(REVERSED, 0.01, 0.03, MATCHED, 0.3, 1, 3, 10)
            .mapToObj(
                test -> new SpectrumRatio.Params(d.flat(), test, d.rate(), d.delta(), d.loss()))
            .toList(),
        1);
  }

  @Override
  public void run(SpectrumRatio.Params parameters, Trial trial) {
    comparison.run(parameters, trial);
  }
}
