package temper.lab.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import temper.lab.store.FolderView;
import temper.lab.store.ResultFolder;
import temper.lab.store.TrialRecord;
import temper.lab.store.TrialRows;
import temper.lab.study.Column;

/**
 * The finished trials of an experiment that a new plan of it no longer asks for. Those count that
 * are in its journal alone, as where a run was killed, and those in its table. Changes nothing.
 */
final class LostTrials {

  private static final String TRIAL = "trial";
  private static final String REPLICATE = "replicate";

  /** The columns of trials.csv before it are the parameters. */
  private static final String OUTCOME = "outcome";

  private final ExperimentPlan<?> plan;
  private final Set<String> lost = new HashSet<>();
  private Map<String, String> first = Map.of();

  /** The values of each parameter in the table, which has those of lost trials too. */
  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  private LostTrials(ExperimentPlan<?> plan) {
    this.plan = plan;
  }

  /** One line about the trials that a plan no longer asks for; empty where there are none. */
  static Optional<String> of(ResultFolder folder, ExperimentPlan<?> plan) {
    String name = plan.experiment().name();
    if (!folder.holdsTrials(name)) {
      return Optional.empty();
    }
    Set<String> asked = new HashSet<>();
    for (long index = 0; index < plan.size(); index++) {
      asked.add(TrialRecord.hex(plan.id(index)));
    }
    LostTrials trials = new LostTrials(plan);
    // The journal is read from a copy: nothing is folded together before it is known to fit.
    try (FolderView view = FolderView.open(folder.path())) {
      view.experiment(plan.layout()).ids().stream()
          .map(TrialRecord::hex)
          .filter(id -> !asked.contains(id))
          .forEach(trials.lost::add);
    }
    TrialRows.visit(folder.path(), name, row -> trials.add(row, asked));
    return trials.line();
  }

  private void add(Map<String, String> row, Set<String> asked) {
    for (Map.Entry<String, String> cell : row.entrySet()) {
      if (cell.getKey().equals(OUTCOME)) {
        break;
      } else if (!cell.getKey().equals(TRIAL) && !cell.getKey().equals(REPLICATE)) {
        values.computeIfAbsent(cell.getKey(), column -> new HashSet<>()).add(cell.getValue());
      }
    }
    String id = row.getOrDefault(TRIAL, "");
    if (!asked.contains(id)) {
      lost.add(id);
      first = first.isEmpty() ? row : first;
    }
  }

  private Optional<String> line() {
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    String such = first.isEmpty() ? "" : ", such as " + described();
    return Optional.of(
        "experiment %s: %d finished %s no longer asked for%s"
            .formatted(
                plan.experiment().name(),
                lost.size(),
                lost.size() == 1 ? "trial is" : "trials are",
                such));
  }

  /** What a lost trial has that the plan has not; what tells it from others where that is all. */
  private String described() {
    Map<String, SortedSet<String>> planned = planned();
    List<String> parts = new ArrayList<>();
    for (String column : values.keySet()) {
      String value = first.getOrDefault(column, "");
      SortedSet<String> others = planned.getOrDefault(column, new TreeSet<>());
      if (!others.contains(value)) {
        parts.add(column + different(value, others.isEmpty() ? "" : others.first()));
      }
    }
    String replicate = first.getOrDefault(REPLICATE, "");
    if (parts.isEmpty() && isBeyond(replicate)) {
      return "replicate " + replicate;
    }
    if (parts.isEmpty()) {
      values.forEach(
          (column, all) -> {
            if (all.size() > 1) {
              parts.add(column + "=" + first.getOrDefault(column, ""));
            }
          });
      parts.add("replicate " + replicate);
    }
    return String.join(", ", parts);
  }

  /** Of a choice with its parameters, such as a data set, those that differ from a planned one. */
  private static String different(String value, String planned) {
    int least = Math.min(value.length(), planned.length());
    int begin = 0;
    while (begin < least && value.charAt(begin) == planned.charAt(begin)) {
      begin++;
    }
    int ending = 0;
    while (ending < least - begin
        && value.charAt(value.length() - 1 - ending)
            == planned.charAt(planned.length() - 1 - ending)) {
      ending++;
    }
    int end = value.length() - ending;
    while (begin > 0 && "(,".indexOf(value.charAt(begin - 1)) < 0) {
      begin--;
    }
    while (end < value.length() && ",)".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    return begin > 0 && begin < end ? " with " + value.substring(begin, end) : "=" + value;
  }

  private boolean isBeyond(String replicate) {
    try {
      return Integer.parseInt(replicate) >= plan.replicates();
    } catch (NumberFormatException damaged) {
      return false;
    }
  }

  private Map<String, SortedSet<String>> planned() {
    List<Column> columns = plan.layout().parameters();
    Map<String, SortedSet<String>> planned = new HashMap<>();
    for (long cell = 0; cell < plan.cells(); cell++) {
      List<String> texts = plan.parameters(cell * plan.replicates());
      for (int i = 0; i < texts.size(); i++) {
        planned.computeIfAbsent(columns.get(i).name(), name -> new TreeSet<>()).add(texts.get(i));
      }
    }
    return planned;
  }
}
