package temper.studies.annealingfolklore;

import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.plugin.Source;

/** A study of one experiment. */
record Only(Experiment<?> experiment) implements Study {

  @Override
  public String name() {
    return "only";
  }

  @Override
  public String summary() {
    return "One experiment.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(experiment);
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }
}
