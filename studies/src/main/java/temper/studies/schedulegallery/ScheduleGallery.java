package temper.studies.schedulegallery;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Study;
import temper.plugin.Source;

/**
 * All schedules that there are, drawn; a schedule of one's own is drawn by a config that names it.
 *
 * @since 0.1
 */
@AutoService(Study.class)
public final class ScheduleGallery implements Study {

  /** For ServiceLoader. */
  public ScheduleGallery() {}

  @Override
  public String name() {
    return "schedule-gallery";
  }

  @Override
  public String summary() {
    return "Every schedule with its examples, drawn, and what papers state about their course.";
  }

  @Override
  public Source source() {
    return new Source("", 0, "the papers named in each claim and by each schedule", "");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Curves(), new Statements(), new SteeredAcceptance());
  }

  @Override
  public List<Claim> claims() {
    return GalleryClaims.all();
  }

  @Override
  public List<Figure> figures() {
    return GalleryFigures.all();
  }
}
