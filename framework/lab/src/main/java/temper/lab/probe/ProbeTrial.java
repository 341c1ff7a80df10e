package temper.lab.probe;

import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.FileData;
import temper.lab.study.FileContent;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * A trial of which nothing is kept. Its seeds are never those that confirm.
 *
 * @since 0.2
 */
public final class ProbeTrial implements Trial {

  private final StreamRoot root;
  private final String experiment;
  private final DatasetPlugin.Library datasets;

  /**
   * The first replicate of an experiment.
   *
   * @param study name of the study
   * @param experiment name of the experiment
   * @param datasets opens data sets
   */
  public ProbeTrial(String study, String experiment, DatasetPlugin.Library datasets) {
    this.root = new StreamRoot("explore:" + study);
    this.experiment = experiment;
    this.datasets = datasets;
  }

  @Override
  public int replicate() {
    return 0;
  }

  @Override
  public RandomStream stream(String purpose, long... indices) {
    return root.stream(experiment, 0, purpose, indices);
  }

  @Override
  public Dataset dataset(String name) {
    return datasets.published(name);
  }

  @Override
  public Dataset dataset(FileData data) {
    return datasets.read(data);
  }

  @Override
  public void row(String table, @Nullable Object... cells) {}

  @Override
  public void metric(String name, double value) {}

  @Override
  public void metric(String name, long value) {}

  @Override
  public void metric(String name, String value) {}

  @Override
  public void metric(String name, boolean value) {}

  @Override
  public void artifact(String name, FileContent content) {}

  @Override
  public void progress(double done) {}

  @Override
  public boolean resume(StateReader reader) {
    return false;
  }

  @Override
  public void checkpoint(StateWriter writer) {}
}
