package temper.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.StudyRun;

/** {@code temper retry}. */
@Command(
    name = "retry",
    description = "Runs the failed trials of a result folder again, and whatever is missing.")
final class RetryCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();
  @Mixin private RunOptions.Decision execution = new RunOptions.Decision();

  RetryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(argument);
    Runner runner = new Runner(session, execution);
    RunOptions options = RunOptions.ofFolder(argument.folder);
    long failed;
    try (StudyRun run =
        StudyRun.open(
            study,
            argument.folder,
            runner.settings(options, study),
            new Notices(session.console()))) {
      failed = run.forgetFailed();
    }
    session.console().message(failed + " failed trials are run again.");
    return runner.run(study, argument.folder, options).code();
  }
}
