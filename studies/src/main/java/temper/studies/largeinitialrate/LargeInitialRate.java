package temper.studies.largeinitialrate;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Note;
import temper.lab.study.Study;
import temper.plugin.Source;
import temper.studies.largeinitialrate.images.ImagesPart;
import temper.studies.largeinitialrate.theory.TheoryPart;

/**
 * The study of Li, Wei and Ma (2019): a network that starts at a large learning rate generalises
 * better than one at a small rate, because it learns patterns in another order.
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class LargeInitialRate implements Study {

  /** For ServiceLoader. */
  public LargeInitialRate() {}

  @Override
  public String name() {
    return "large-initial-rate";
  }

  @Override
  public String summary() {
    return "A large initial learning rate against a small one: the order in which patterns are learnt,"
        + " and what it does to generalisation.";
  }

  @Override
  public Source source() {
    return new Source(
        "Li, Wei, Ma",
        2019,
        "Towards Explaining the Regularization Effect of Initial Large Learning Rate in Training"
            + " Neural Networks",
        "arXiv:1907.04595");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return joined(TheoryPart.experiments(), ImagesPart.experiments());
  }

  @Override
  public List<Claim> claims() {
    return joined(TheoryPart.claims(), ImagesPart.claims());
  }

  @Override
  public List<Figure> figures() {
    return joined(TheoryPart.figures(), ImagesPart.figures());
  }

  @Override
  public List<Note> notes() {
    return joined(TheoryPart.notes(), ImagesPart.notes());
  }

  private static <T> List<T> joined(List<? extends T> theory, List<? extends T> images) {
    List<T> all = new ArrayList<>(theory);
    all.addAll(images);
    return List.copyOf(all);
  }
}
