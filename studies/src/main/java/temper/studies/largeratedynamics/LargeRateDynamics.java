package temper.studies.largeratedynamics;

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
 * The study of learning rates that are too large for the curvature they meet, after Lewkowycz and
 * others (2020), Cohen and others (2021), Pesme and others (2021) and Smith and others (2018).
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class LargeRateDynamics implements Study {

  /** For ServiceLoader. */
  public LargeRateDynamics() {}

  @Override
  public String name() {
    return "large-rate-dynamics";
  }

  @Override
  public String summary() {
    return "Catapults, the edge of stability, sparse features and batch sizes: what large rates do.";
  }

  @Override
  public Source source() {
    return new Source(
        "Lewkowycz, Bahri, Dyer, Sohl-Dickstein and Gur-Ari",
        2020,
        "The large learning rate phase of deep learning: the catapult mechanism",
        "arXiv:2003.02218");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new CatapultPhases(),
        new CatapultHeight(),
        new EdgeOfStability(),
        new FlowSharpness(),
        new SparseFeatures(),
        new BatchAgainstRate());
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(CatapultClaims.all());
    claims.addAll(EdgeClaims.all());
    claims.addAll(SparseClaims.all());
    claims.addAll(BatchClaims.all());
    return List.copyOf(claims);
  }

  @Override
  public List<Figure> figures() {
    return RateFigures.all();
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
