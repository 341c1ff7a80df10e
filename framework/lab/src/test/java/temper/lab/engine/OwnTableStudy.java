package temper.lab.engine;

import java.util.List;
import java.util.Map;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.FileData;
import temper.data.FileDataset;
import temper.data.table.CsvTable;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Source;

/** A study that counts and sums up what the user's own data sets hold. */
final class OwnTableStudy implements Study, Experiment<OwnTableStudy.Cell> {

  /** A data set within a record of its own, and something else. */
  record Cell(Input input, int factor) {}

  /** A data set. */
  record Input(Choice<DatasetPlugin<?>> data) {}

  static final List<Column> METRICS =
      List.of(
          Column.integer("train", "train examples"),
          Column.integer("test", "test examples"),
          Column.number("sum", "sum of all features of test examples, times the factor"));

  @Override
  public String name() {
    return "own-table";
  }

  @Override
  public String summary() {
    return "Sums up tables";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(this);
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  @Override
  public List<Figure> figures() {
    return List.of();
  }

  @Override
  public Cell defaults() {
    return new Cell(new Input(Choice.ofDefaults(new CsvTable())), 1);
  }

  @Override
  public List<Column> metrics() {
    return METRICS;
  }

  @Override
  public List<FileData> files(Cell parameters) {
    return FileDataset.sources(parameters.input().data());
  }

  @Override
  public Design<Cell> design(Profile profile, Tables earlier) {
    return Design.single(defaults(), 4);
  }

  @Override
  public void run(Cell parameters, Trial trial) {
    Dataset data = DatasetPlugin.of(parameters.input().data(), trial::stream, trial.library());
    double sum = 0;
    for (int row = 0; row < data.test().rows(); row++) {
      for (double feature : data.test().row(row)) {
        sum += feature;
      }
    }
    Map<String, Integer> sizes = Map.of("train", data.train().rows(), "test", data.test().rows());
    sizes.keySet().stream().sorted().forEach(name -> trial.metric(name, (long) sizes.get(name)));
    trial.metric("sum", sum * parameters.factor());
  }
}
