package temper.studies.convexlinearregression;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Note;
import temper.lab.study.Study;
import temper.plugin.Source;

/**
 * The study of Nakkiran (2020): for least squares, a large learning rate that is annealed ends at a
 * lower test loss than a small rate does at the same train loss.
 *
 * @since 0.1
 */
@AutoService(Study.class)
public final class ConvexLinearRegression implements Study {

  /** For ServiceLoader. */
  public ConvexLinearRegression() {}

  @Override
  public String name() {
    return "convex-linear-regression";
  }

  @Override
  public String summary() {
    return "An annealed large learning rate against a small one at equal train loss, in least"
        + " squares.";
  }

  @Override
  public Source source() {
    return new Source(
        "Nakkiran",
        2020,
        "Learning Rate Annealing Can Provably Help Generalization, Even for Convex Problems",
        "arXiv:2005.07360");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new SpectrumRatio(),
        new ThresholdCurve(),
        new PopulationCurvature(),
        new StoppingLoss(),
        new GaussianSample(),
        new CoinSample(),
        new CoinEnumeration(),
        new RareLargeSample(),
        new RandomStart(),
        new Momentum(),
        new KernelResidual(),
        new StochasticDirection(),
        new LabelNoise(),
        new Trajectories(),
        new PhaseDiagram(),
        new FlowCheck(),
        new ImageFeatures(),
        new TabularClasses());
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(DeterministicClaims.all());
    claims.addAll(SampleClaims.all());
    claims.addAll(ExtensionClaims.all());
    return List.copyOf(claims);
  }

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(ModelFigures.all());
    figures.addAll(SampleFigures.all());
    return List.copyOf(figures);
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
