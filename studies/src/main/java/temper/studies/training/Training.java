package temper.studies.training;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Study;
import temper.plugin.Source;

/**
 * The general study: networks trained as a config file says.
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class Training implements Study {

  /** For ServiceLoader. */
  public Training() {}

  @Override
  public String name() {
    return "training";
  }

  @Override
  public String summary() {
    return "Networks trained on any data set, by any optimiser, under any schedule: the study for configs"
        + " of your own; examples are in studies/examples.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(NetworkTraining.general());
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        LearningCurves.figure(
            "learning-curves",
            "Learning curves and the learning rate underneath",
            NetworkTraining.NAME));
  }
}
