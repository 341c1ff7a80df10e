package temper.lab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.report.ClaimRow;
import temper.lab.source.SourceCode;
import temper.plugin.ParameterizedPlugin;

/** Runs a study from the command line and says what came of it. */
final class Runner {

  /** The largest number of trials that is run without being asked. */
  private static final long LARGE = 1_000_000;

  private final Session session;
  private final RunOptions.Execution execution;

  Runner(Session session, RunOptions.Execution execution) {
    this.session = session;
    this.execution = execution;
  }

  RunSettings settings(RunOptions options, ResolvedStudy study) {
    return settings(options, data(study.code().map(SourceCode::plugins).orElse(List.of()), study));
  }

  /** For results of several studies, none of which brings data sets of its own. */
  RunSettings settings(RunOptions options) {
    return settings(options, UserData.folder(execution.data, List.of()));
  }

  private RunSettings settings(RunOptions options, DataFolder data) {
    if (execution.workers < 1 || execution.workers > RunSettings.MOST_WORKERS) {
      throw new UsageException(
          "--workers must be from 1 to " + RunSettings.MOST_WORKERS + ", got " + execution.workers);
    }
    return new RunSettings(
        execution.workers,
        options.shard,
        options.fresh,
        session.stopSignal(execution.timeLimit),
        data,
        session.command(),
        options.yes ? Long.MAX_VALUE : LARGE,
        options.only);
  }

  private DataFolder data(List<ParameterizedPlugin<?>> own, ResolvedStudy study) {
    return UserData.besideConfig(UserData.folder(execution.data, own), study);
  }

  ExitCode run(ResolvedStudy study, Path folder, RunOptions options) {
    Console console = session.console();
    RunSettings settings = settings(options, study);
    RunSummary summary;
    try (ProgressLine progress = new ProgressLine(console);
        StudyRun run = StudyRun.open(study, folder, settings, progress)) {
      summary = run.run();
    } catch (CancellationException beforeAnythingRan) {
      return Failures.report(console, beforeAnythingRan);
    }
    return tell(study, folder, settings, summary);
  }

  /** What was skipped is left, though nothing of it could be run. */
  private static String done(RunSummary summary) {
    if (summary.ran() > 0) {
      return summary.ran() + " trials were run, " + summary.kept() + " kept";
    }
    return summary.skipped().isEmpty() ? "Nothing was left to run" : "Nothing was run";
  }

  private ExitCode tell(
      ResolvedStudy study, Path folder, RunSettings settings, RunSummary summary) {
    Console console = session.console();
    StopSignal.Reason stopped = settings.stop().reason();
    summary.skipped().forEach(line -> console.message("skipped " + line));
    if (!summary.complete() && stopped != StopSignal.Reason.NONE) {
      console.message(
          (stopped == StopSignal.Reason.INTERRUPTED ? "Interrupted" : "The time is up")
              + ": "
              + (summary.ran() + summary.kept())
              + " trials are finished and safe in "
              + folder
              + ". Run the same command again to resume"
              + (settings.fresh() ? ", without --fresh." : "."));
      return ExitCode
          .INTERRUPTED; // Whoever stopped it: a script must not go on as if it were done.
    }
    if (!summary.complete()) {
      console.message(
          "The shard is finished: "
              + folder
              + ". When all are, put them together with `temper merge`.");
    } else {
      ClaimsTable.print(console, study, summary.claims());
      for (String line : summary.comparisons()) {
        console.result(Printable.line(line + " (see comparisons.csv)"));
      }
      console.message(
          done(summary)
              + (summary.diverged() > 0 ? ", " + summary.diverged() + " diverged" : "")
              + ". Report: "
              + folder.resolve("report.html"));
    }
    if (summary.failed() > 0) {
      console.message(
          summary.failed()
              + " trials failed. See failures in the report; `temper replay "
              + folder
              + " TRIAL` runs one with its full error, `temper retry "
              + folder
              + "` runs them again.");
      return ExitCode.TRIALS_FAILED;
    }
    return execution.isStrict() ? strict(summary.claims()) : ExitCode.DONE;
  }

  static ExitCode strict(List<ClaimRow> claims) {
    if (claims.stream().anyMatch(claim -> claim.verdict().equals("REFUTED"))) {
      return ExitCode.CLAIM_REFUTED;
    }
    if (claims.stream().anyMatch(claim -> claim.verdict().equals("INCONCLUSIVE"))) {
      return ExitCode.CLAIM_INCONCLUSIVE;
    }
    return ExitCode.DONE;
  }
}
