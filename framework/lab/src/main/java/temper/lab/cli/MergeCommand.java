package temper.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.StudyRun;

/** {@code temper merge}. */
@Command(
    name = "merge",
    description = {
      "Puts the results of shards together in one folder.",
      "Then runs what is missing, evaluates claims and writes figures and report. The shards"
          + " are only read."
    })
final class MergeCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Result folders of shards.")
  List<Path> shards = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the whole (default: where a run without --shard would put it).")
  @Nullable Path out;

  @Mixin private CodeOption code = new CodeOption();
  @Mixin private RunOptions.Decision execution = new RunOptions.Decision();

  MergeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(shards.get(0), code.file);
    Path given = out;
    Path folder =
        given != null
            ? given
            : Targets.RESULTS.resolve(study.study().name()).resolve(study.runName());
    Runner runner = new Runner(session, execution);
    RunOptions options = RunOptions.ofFolder();
    try (StudyRun run =
        StudyRun.open(
            study, folder, runner.settings(options, study), new Notices(session.console()))) {
      session.console().message(run.merge(shards) + " trials were taken over.");
    }
    return runner.run(study, folder, options).code();
  }
}
