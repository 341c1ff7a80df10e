package temper.lab.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.ArtifactSink;
import temper.lab.store.Layout;
import temper.lab.store.TrialRecord;
import temper.lab.study.Column;

/**
 * Runs one trial of a result folder in this process, without changing a result.
 *
 * @since 0.1
 */
public final class Replay {

  private Replay() {}

  /**
   * A replayed trial.
   *
   * @param experiment name of its experiment
   * @param trial its id
   * @param record what it wrote
   * @param text what it wrote, as a reader sees it
   */
  public record Result(String experiment, String trial, TrialRecord record, String text) {}

  private record Match(ExperimentPlan<?> plan, long index, String id) {}

  /**
   * Runs a trial.
   *
   * @param config the study with the settings of the result
   * @param folder the result folder
   * @param trial id of the trial, or enough of its first digits
   * @param settings how to run
   * @param artifacts takes the files that the trial hands over
   * @return the trial
   * @throws IllegalArgumentException if no trial or more than one begins with these digits
   */
  public static Result run(
      ResolvedStudy config,
      Path folder,
      String trial,
      RunSettings settings,
      ArtifactSink artifacts) {
    try (StudyView view = StudyView.open(config, folder, settings)) {
      Match match = find(view, trial.strip().toLowerCase(Locale.ROOT));
      TrialRecord record =
          view.again(
                  match.plan(),
                  match.index(),
                  new TrialFiles(CheckpointSlot.NONE, artifacts),
                  new Underway(),
                  true)
              .orElseThrow();
      return new Result(match.plan().experiment().name(), match.id(), record, text(match, record));
    }
  }

  private static Match find(StudyView view, String digits) {
    List<Match> matches = new ArrayList<>();
    for (ExperimentPlan<?> plan : view.plans()) {
      for (long index = 0; index < plan.size() && matches.size() < 2; index++) {
        String id = TrialRecord.hex(plan.id(index));
        if (id.startsWith(digits)) {
          matches.add(new Match(plan, index, id));
        }
      }
    }
    if (matches.size() != 1) {
      throw new IllegalArgumentException(
          (matches.isEmpty() ? "no trial begins with '" : "more than one trial begins with '")
              + digits
              + "'; ids stand in the column trial of each trials.csv");
    }
    return matches.get(0);
  }

  private static String text(Match match, TrialRecord record) {
    Layout layout = match.plan().layout();
    StringBuilder out = new StringBuilder();
    List<String> values = match.plan().parameters(match.index());
    out.append("replicate = ").append(match.plan().replicate(match.index())).append('\n');
    for (int i = 0; i < values.size(); i++) {
      out.append(layout.parameters().get(i).name())
          .append(" = ")
          .append(values.get(i))
          .append('\n');
    }
    out.append("\nmetrics\n")
        .append(header(layout.metrics()))
        .append('\n')
        .append(record.metrics())
        .append('\n');
    for (int i = 0; i < layout.tables().size(); i++) {
      out.append('\n').append(layout.tables().get(i).name()).append('\n');
      out.append(header(layout.tables().get(i).columns()))
          .append('\n')
          .append(record.tables().get(i));
    }
    return out.toString();
  }

  private static String header(List<Column> columns) {
    return String.join(",", columns.stream().map(Column::name).toList());
  }
}
