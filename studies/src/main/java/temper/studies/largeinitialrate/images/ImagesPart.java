package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Note;

/** The part of the study that trains networks on images. */
public final class ImagesPart {

  private ImagesPart() {}

  /**
   * The experiments.
   *
   * @return experiments in the order in which they run
   */
  public static List<Experiment<?>> experiments() {
    List<Experiment<?>> experiments = new ArrayList<>();
    experiments.add(new PatchGallery());
    experiments.add(new RateTraining());
    experiments.addAll(PatchExperiments.all());
    return List.copyOf(experiments);
  }

  /**
   * The claims.
   *
   * @return claims in the order of the report
   */
  public static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(RateClaims.all());
    claims.addAll(PatchClaims.all());
    return List.copyOf(claims);
  }

  /**
   * The figures.
   *
   * @return figures in the order of the report
   */
  public static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(RateFigures.all());
    figures.addAll(PatchFigures.all());
    return List.copyOf(figures);
  }

  /**
   * What a reader must know beside the claims.
   *
   * @return notes in the order of the report
   */
  public static List<Note> notes() {
    return ImageNotes.all();
  }
}
