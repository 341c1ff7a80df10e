package temper.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.ResolvedStudy;

/** {@code temper run}. */
@Command(
    name = "run",
    description = {
      "Runs a study, or resumes it: trials that the result folder holds are kept.",
      "The result is the same to the byte for any number of workers, interrupted or not."
    },
    footer = {
      "",
      "Examples:",
      "  temper run convex-linear-regression --profile full",
      "  temper run study.yaml -S delta=0.02 --workers 4",
      "  temper run study.yaml --shard 2/3        then: temper merge DIR DIR DIR"
    })
final class RunCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunOptions options = new RunOptions();
  @Mixin private RunOptions.Decision execution = new RunOptions.Decision();

  @Option(
      names = "--fresh",
      description =
          "Puts earlier results in the folder aside, with --only those of its experiments alone,"
              + " and starts over.")
  boolean fresh;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    options.fresh = fresh;
    ResolvedStudy study = Targets.resolve(options);
    return new Runner(session, execution)
        .run(study, Targets.folder(options, study), options)
        .code();
  }
}
