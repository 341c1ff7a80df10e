package temper.studies.sharpminima;

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
 * The study of Dinh and others (2017): the same function at minima as sharp as one likes.
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class SharpMinima implements Study {

  /** For ServiceLoader. */
  public SharpMinima() {}

  @Override
  public String name() {
    return "sharp-minima";
  }

  @Override
  public String summary() {
    return "One function at minima of any sharpness; what the learning rate does to the sharpness"
        + " it meets.";
  }

  @Override
  public Source source() {
    return new Source(
        "Dinh, Pascanu, Bengio and Bengio",
        2017,
        "Sharp Minima Can Generalize For Deep Nets",
        "arXiv:1703.04933");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new ScaledMinimum(),
        new ScaledClassifier(),
        new OrbitVolume(),
        new ThreeLayers(),
        new StabilityEdge(),
        new RateAndSharpness(),
        new BatchNormalized(),
        new CyclicWidth());
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(TransformClaims.all());
    claims.addAll(WidthClaims.all());
    return List.copyOf(claims);
  }

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(TransformFigures.all());
    figures.addAll(WidthFigures.all());
    return List.copyOf(figures);
  }

  @Override
  public List<Note> notes() {
    return Notes.all();
  }
}
