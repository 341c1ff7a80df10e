package temper.studies.warmrestarts;

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
 * The study of Loshchilov and Hutter (2017) and Huang et al. (2017): restarts of the learning rate,
 * and ensembles of the snapshots between them.
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class WarmRestarts implements Study {

  /** For ServiceLoader. */
  public WarmRestarts() {}

  @Override
  public String name() {
    return "warm-restarts";
  }

  @Override
  public String summary() {
    return "Warm restarts of the learning rate against one decay, and ensembles of snapshots of one"
        + " run.";
  }

  @Override
  public Source source() {
    return new Source(
        "Loshchilov, Hutter; Huang and others",
        2017,
        "SGDR: Stochastic Gradient Descent with Warm Restarts; Snapshot Ensembles: Train 1, Get M"
            + " for Free",
        "arXiv:1608.03983; arXiv:1704.00109");
  }

  @Override
  public List<Experiment<?>> experiments() {
    List<Experiment<?>> experiments = new ArrayList<>(SnapshotExperiments.all());
    experiments.addAll(RestartExperiments.all());
    return List.copyOf(experiments);
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(RestartClaims.all());
    claims.addAll(SnapshotClaims.all());
    return List.copyOf(claims);
  }

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(RestartFigures.all());
    figures.addAll(SnapshotFigures.all());
    return List.copyOf(figures);
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
