package temper.studies.coolingtheory;

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
 * The study of Hajek (1988): how slowly a temperature must fall for annealing to end in the
 * optimum.
 *
 * @since 0.1
 */
@AutoService(Study.class)
public final class CoolingTheory implements Study {

  /** For ServiceLoader. */
  public CoolingTheory() {}

  @Override
  public String name() {
    return "cooling-theory";
  }

  @Override
  public String summary() {
    return "How slowly a temperature must fall, exactly, on landscapes small enough to be solved.";
  }

  @Override
  public Source source() {
    return new Source(
        "Hajek", 1988, "Cooling Schedules for Optimal Annealing", "doi:10.1287/moor.13.2.311");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new DepthEnumeration(),
        new LogarithmicCooling(),
        new SpinGlassCooling(),
        new EscapeTimes(),
        new FiniteHorizon(),
        new SampledWalks(),
        new NoiseFloor(),
        new DecayingRate(),
        new DoubleWell(),
        TunedDoubleWell.tuning(),
        TunedDoubleWell.comparison());
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(ExactClaims.all());
    claims.addAll(SampledClaims.all());
    claims.addAll(WellClaims.all());
    return List.copyOf(claims);
  }

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(ExactFigures.all());
    figures.addAll(SampledFigures.all());
    figures.addAll(WellFigures.all());
    return List.copyOf(figures);
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
