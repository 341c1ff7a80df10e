package temper.lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.Replay;
import temper.lab.store.ArtifactSink;
import temper.lab.store.LooseArtifacts;
import temper.lab.store.Outcome;

/** {@code temper replay}. */
@Command(
    name = "replay",
    description = {
      "Runs one trial in this process, with its full error, and prints what it writes.",
      "Changes no result; useful under a debugger (set TEMPER_JAVA_OPTS)."
    })
final class ReplayCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();
  @Mixin private RunOptions.Execution execution = new RunOptions.Execution();

  @Parameters(
      index = "1",
      paramLabel = "TRIAL",
      description = "Id of a trial, or its first digits.")
  String trial = "";

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = "Writes the files that the trial hands over, such as weights, to DIR.")
  @Nullable Path files;

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(argument);
    Runner runner = new Runner(session, execution);
    Replay.Result result;
    ArtifactSink sink = files == null ? ArtifactSink.NOWHERE : new LooseArtifacts(files);
    try {
      result =
          Replay.run(
              study, argument.folder, trial, runner.settings(RunOptions.ofFolder(), study), sink);
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(String.valueOf(unknown.getMessage()));
    }
    Console console = session.console();
    console.message(
        result.experiment()
            + " "
            + result.trial()
            + ": "
            + result.record().outcome().label()
            + " "
            + result.record().reason());
    console.resultText(result.text());
    if (!result.record().failure().isEmpty()) {
      console.message(result.record().failure());
    }
    return (result.record().outcome() == Outcome.FAILED ? ExitCode.TRIALS_FAILED : ExitCode.DONE)
        .code();
  }
}
