package temper.lab.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.RunSettings;
import temper.lab.engine.Verification;
import temper.lab.report.Rounded;

/** {@code temper verify}. */
@Command(
    name = "verify",
    description = {
      "Runs a sample of the trials of a finished result again and compares every byte.",
      "The sample is chosen by a hash, not by you; --nonce chooses another one. Works without a"
          + " lock and changes no result, so that the folder may be read-only."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();
  @Mixin private RunOptions.Execution execution = new RunOptions.Execution();

  @Option(
      names = "--sample",
      paramLabel = "K",
      description = "Number of trials of the sample (default: ${DEFAULT-VALUE}).")
  int sample = 60;

  @Option(
      names = "--only",
      paramLabel = "EXPERIMENT",
      split = ",",
      description = "Draws trials of these experiments alone; the bound holds for them.")
  Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--nonce",
      paramLabel = "TEXT",
      description = "Chooses the sample (default: empty).")
  String nonce = "";

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (sample < 1) {
      throw new UsageException("--sample must be at least 1, got " + sample);
    }
    Console console = session.console();
    ResolvedStudy study = Targets.ofFolder(argument);
    Verification.Result result;
    Runner runner = new Runner(session, execution);
    RunOptions options = RunOptions.ofFolder();
    options.only = only;
    RunSettings settings = runner.settings(options, study);
    try (ProgressLine progress = new ProgressLine(console)) {
      result = Verification.verify(study, argument.folder, sample, nonce, settings, progress);
    }
    if (result.compared() < result.sampled()) {
      console.message(
          "Stopped after "
              + result.compared()
              + " of "
              + result.sampled()
              + " trials: verification says nothing unless it ends.");
      return ExitCode.INTERRUPTED.code();
    }
    if (result.trials() == 0 && result.damage().isEmpty()) {
      throw new UsageException(argument.folder + " has no finished trials to verify");
    }
    result.damage().forEach(line -> console.result("DAMAGED  " + line));
    result.mismatches().forEach(line -> console.result("DIFFERS  " + line));
    result.unchecked().forEach(line -> console.result("UNCHECKED  " + line));
    console.result(
        result.compared()
            + " of "
            + result.trials()
            + " trials were run again: "
            + (result.compared() - result.mismatches().size())
            + " gave the same bytes, "
            + result.mismatches().size()
            + " did not.");
    boolean good = result.mismatches().isEmpty() && result.damage().isEmpty();
    if (good) {
      console.result(
          result.upperBound() == 0
              ? "All trials give the same bytes."
              : "With 95 % confidence fewer than "
                  + Rounded.text(100 * result.upperBound())
                  + " % of all trials would differ.");
    }
    return (good ? ExitCode.DONE : ExitCode.VERIFICATION_MISMATCH).code();
  }
}
