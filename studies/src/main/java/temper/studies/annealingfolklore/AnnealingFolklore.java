package temper.studies.annealingfolklore;

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
 * The study of what practitioners say about annealing a learning rate.
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class AnnealingFolklore implements Study {

  /** For ServiceLoader. */
  public AnnealingFolklore() {}

  @Override
  public String name() {
    return "annealing-folklore";
  }

  @Override
  public String summary() {
    return "What practitioners say about annealing a learning rate, put to the test.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    List<Experiment<?>> experiments = new ArrayList<>();
    experiments.add(NonsmoothRegression.tuning());
    experiments.add(NonsmoothRegression.confirmation());
    experiments.add(new BatchNoiseFloor());
    experiments.add(new NoiseFloorDrop());
    experiments.add(new BatchTemperature());
    experiments.addAll(NetworkExperiments.all());
    return List.copyOf(experiments);
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(ModelClaims.all());
    claims.addAll(NetworkClaims.all());
    claims.addAll(ScheduleClaims.all());
    claims.addAll(DynamicsClaims.all());
    return List.copyOf(claims);
  }

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(ModelFigures.all());
    figures.addAll(GainFigures.all());
    figures.addAll(ScheduleFigures.all());
    return List.copyOf(figures);
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
