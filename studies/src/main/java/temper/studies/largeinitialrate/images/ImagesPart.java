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
   * The experiments, the one of the largest budget among those with data sets first.
   *
   * @return experiments in the order in which they run
   */
  public static List<Experiment<?>> experiments() {
    List<Experiment<?>> experiments = new ArrayList<>(PatchExperiments.all());
    experiments.add(1, new RateTraining());
    return List.copyOf(experiments);
  }

  /**
   * The claims.
   *
   * @return claims in the order of the report
   */
  public static List<Claim> claims() {
    return List.of();
  }

  /**
   * The figures.
   *
   * @return figures in the order of the report
   */
  public static List<Figure> figures() {
    return List.of();
  }

  /**
   * What a reader must know beside the claims.
   *
   * @return notes in the order of the report
   */
  public static List<Note> notes() {
    return List.of();
  }
}
