package temper.studies.cyclicalrates;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Note;
import temper.lab.study.Study;
import temper.plugin.Source;

/**
 * The study of Smith (2017): learning rates that rise and fall in cycles.
 *
 * @since 0.3
 */
@AutoService(Study.class)
public final class CyclicalRates implements Study {

  static final String NAME = "cyclical-rates";

  /** For ServiceLoader. */
  public CyclicalRates() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Learning rates in cycles against fixed and decaying ones, with the control arms that the"
        + " paper lacks.";
  }

  @Override
  public Source source() {
    return new Source(
        "Smith", 2017, "Cyclical Learning Rates for Training Neural Networks", "arXiv:1506.01186");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        Policies.reduced(),
        Policies.exponential(),
        Cycles.stepSizes(),
        Cycles.windows(),
        RangeTests.perceptron(),
        RateGrid.perceptron(),
        RangeTests.caffe(),
        RateGrid.caffe(),
        new Optimizers(),
        new SigmoidNetwork(),
        new NormalizedRates(),
        new SuperConvergence(),
        Policies.faithfulPair(),
        Policies.faithful());
  }

  @Override
  public List<Claim> claims() {
    return Stream.of(PolicyClaims.all(), CycleClaims.all(), RangeClaims.all(), NetworkClaims.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Figure> figures() {
    return Stream.concat(PolicyFigures.all().stream(), OtherFigures.all().stream()).toList();
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
