package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.RunProgress;
import temper.lab.engine.RunSettings;
import temper.lab.engine.StudyStatus;
import temper.lab.engine.StudyStatus.Row;
import temper.lab.store.LockOwner;

/** {@code temper status}. */
@Command(
    name = "status",
    description = {
      "Says how far result folders are, also while a process runs: what is finished, who runs it and"
          + " how long it will take.",
      "Touches nothing."
    })
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "results",
      paramLabel = "DIR",
      description = "A result folder, or one in which result folders lie (default: results).")
  Path folder = Targets.RESULTS;

  @Mixin private CodeOption code = new CodeOption();

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  StatusCommand(Session session) {
    this.session = session;
  }

  /**
   * A result folder with how it stands.
   *
   * @param problem why that cannot be said; empty if it can
   */
  private record Found(
      Path folder, String study, String profile, StudyStatus status, String problem) {

    String title() {
      return study + ", profile " + profile;
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Found> all = new ArrayList<>();
    boolean one = Targets.isResultFolder(folder);
    if (one) {
      all.add(look(folder));
    } else {
      Targets.resultFolders(folder).forEach(inner -> all.add(lookOrTell(inner)));
    }
    if (json) {
      session.console().resultText(Json.text(all.stream().map(StatusCommand::toJson).toList()));
    } else if (one) {
      print(all.get(0));
    } else {
      print(folder, all);
    }
    return ExitCode.DONE.code();
  }

  private Found look(Path one) {
    ResolvedStudy study = Targets.ofFolder(one, code.file);
    RunOptions options = RunOptions.ofFolder(one);
    RunSettings settings = new Runner(session, new RunOptions.Execution()).settings(options, study);
    StudyStatus status = StudyStatus.of(study, one, settings);
    return new Found(one, study.study().name(), study.profile().label(), status, "");
  }

  /** A folder that cannot be read, such as one that needs code, does not hide the others. */
  private Found lookOrTell(Path one) {
    try {
      return look(one);
    } catch (RuntimeException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      StudyStatus unknown = new StudyStatus(Optional.empty(), Optional.empty(), List.of());
      return new Found(one, "", "", unknown, why.isEmpty() ? unreadable.toString() : why);
    }
  }

  private void print(Found found) {
    Console console = session.console();
    StudyStatus status = found.status();
    console.result(Printable.line(found.title() + ": " + state(status) + owner(status)));
    status.progress().ifPresent(now -> console.result(ProgressText.of(now)));
    TextTable table =
        new TextTable("experiment", "trials", "finished", "left", "diverged", "failed", "");
    for (Row row : status.rows()) {
      table.row(
          row.experiment(),
          trials(row),
          "" + row.finished(),
          row.isPlanned() ? "" + (row.trials() - row.finished()) : "?",
          "" + row.diverged(),
          "" + row.failed(),
          row.isPlanned() ? "" : "decided by " + String.join(", ", row.decidedBy()));
    }
    console.resultText(table.render(console.width()));
    switch (status.state()) {
      case UNFINISHED ->
          console.message("`temper retry " + found.folder() + "` runs what is left.");
      case FAILED ->
          console.message("`temper retry " + found.folder() + "` runs what failed again.");
      case RUNNING, FINISHED -> {}
    }
  }

  private void print(Path folder, List<Found> all) {
    Console console = session.console();
    if (all.isEmpty()) {
      console.message("There are no results in " + folder + ".");
      return;
    }
    TextTable table = new TextTable("folder", "state", "finished", "trials", "failed", "");
    for (Found found : all) {
      StudyStatus status = found.status();
      boolean known = found.problem().isEmpty();
      table.row(
          found.folder().toString(),
          known ? state(status) : "?",
          known ? "" + status.total(Row::finished) : "",
          known ? total(status) : "",
          known ? "" + status.total(Row::failed) : "",
          known ? status.progress().map(ProgressText::of).orElse("") : found.problem());
    }
    console.resultText(table.render(console.width()));
  }

  private static String state(StudyStatus status) {
    return status.state().name().toLowerCase(Locale.ROOT);
  }

  private static String owner(StudyStatus status) {
    return status.owner().map(live -> ", " + live).orElse("");
  }

  private static String trials(Row row) {
    if (row.isPlanned()) {
      return "" + row.trials();
    }
    return row.trials() < 0 ? "?" : "<= " + row.trials();
  }

  /** Trials of all experiments, as far as they are known. */
  private static String total(StudyStatus status) {
    boolean known = status.rows().stream().allMatch(Row::isPlanned);
    long planned = status.total(row -> row.isPlanned() ? row.trials() : 0);
    return (known ? "" : ">= ") + planned;
  }

  private static Map<String, Object> toJson(Found found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("folder", found.folder().toString());
    if (!found.problem().isEmpty()) {
      out.put("problem", found.problem());
      return out;
    }
    StudyStatus status = found.status();
    out.put("study", found.study());
    out.put("profile", found.profile());
    out.put("state", state(status));
    status.owner().ifPresent(live -> out.put("owner", toJson(live)));
    status.progress().ifPresent(now -> out.put("now", toJson(now)));
    out.put("experiments", status.rows().stream().map(StatusCommand::toJson).toList());
    return out;
  }

  private static Map<String, Object> toJson(LockOwner live) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("host", live.host());
    out.put("pid", live.pid());
    out.put("since", live.since());
    out.put("command", live.command());
    return out;
  }

  private static Map<String, Object> toJson(RunProgress now) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("experiment", now.experiment());
    out.put("trials", now.trials());
    out.put("finished", now.finished());
    out.put("running", now.running());
    out.put("share_of_running", now.share());
    out.put("seconds", now.seconds());
    double left = now.secondsLeft();
    out.put("seconds_left", Double.isNaN(left) ? null : left);
    return out;
  }

  private static Map<String, Object> toJson(Row row) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("experiment", row.experiment());
    out.put("trials", row.isPlanned() ? row.trials() : null);
    out.put("finished", row.finished());
    out.put("diverged", row.diverged());
    out.put("failed", row.failed());
    out.put("decided_by", row.decidedBy());
    return out;
  }
}
