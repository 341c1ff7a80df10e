package temper.lab.cli;

import java.nio.file.Path;
import java.util.List;
import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.report.ClaimRow;

/** Runs a study from the command line and says what came of it. */
final class Runner {

  private static final long LARGE = 1_000_000;

  private final Session session;
  private final RunOptions.Execution execution;

  Runner(Session session, RunOptions.Execution execution) {
    this.session = session;
    this.execution = execution;
  }

  RunSettings settings(RunOptions options) {
    if (execution.workers < 1) {
      throw new UsageException("--workers must be at least 1, got " + execution.workers);
    }
    return new RunSettings(
        execution.workers,
        options.shard,
        options.fresh,
        session.stopSignal(execution.timeLimit),
        execution.data == null
            ? DataFolder.ofEnvironment(System.getenv())
            : DataFolder.of(execution.data),
        session.command());
  }

  ExitCode run(ResolvedStudy study, Path folder, RunOptions options) {
    Console console = session.console();
    RunSettings settings = settings(options);
    RunSummary summary;
    try (ProgressLine progress = new ProgressLine(console);
        StudyRun run = StudyRun.open(study, folder, settings, progress)) {
      long trials = run.summary().trialsToRun();
      if (trials > LARGE && !options.yes) {
        throw new UsageException(
            "this would run " + trials + " trials. Look at it with `temper plan`, then say --yes.");
      }
      summary = run.run();
    }
    return tell(study, folder, settings.stop().reason(), summary);
  }

  private ExitCode tell(
      ResolvedStudy study, Path folder, StopSignal.Reason stopped, RunSummary summary) {
    Console console = session.console();
    summary.skipped().forEach(line -> console.message("skipped " + line));
    if (stopped == StopSignal.Reason.INTERRUPTED || stopped == StopSignal.Reason.TIME_LIMIT) {
      console.message(
          (stopped == StopSignal.Reason.INTERRUPTED ? "Interrupted" : "The time is up")
              + ": "
              + summary.ran()
              + " trials were finished and are safe in "
              + folder
              + ". Run the same command again to resume.");
      return stopped == StopSignal.Reason.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }
    if (!summary.complete()) {
      console.message(
          "The shard is finished: "
              + folder
              + ". When all are, put them together with `temper merge`.");
    } else {
      ClaimsTable.print(console, study, summary.claims());
      console.message(
          (summary.ran() == 0
                  ? "Nothing was left to run"
                  : summary.ran() + " trials were run, " + summary.kept() + " kept")
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
    return execution.strict ? strict(summary.claims()) : ExitCode.DONE;
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
