package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
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
import temper.lab.config.RunRequest;
import temper.lab.engine.RegistrationChangedException;
import temper.lab.report.IndexPage;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** {@code temper reproduce}. */
@Command(
    name = "reproduce",
    description = {
      "Runs studies and prints their claims: all studies, in minutes, unless told otherwise.",
      "Results and reports are in results/, results/index.html links them."
    })
final class ReproduceCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "STUDY",
      completionCandidates = StudyNames.class,
      description = "Names of studies, or Java files (default: all studies of `temper list`).")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      completionCandidates = ProfileNames.class,
      description = "smoke, quick or full (default: quick).")
  @Nullable Profile profile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of all results (default: results).")
  Path out = Targets.RESULTS;

  @Mixin private RunOptions.Decision execution = new RunOptions.Decision();

  ReproduceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<String> all = names.isEmpty() ? Targets.studies().names() : names;
    List<Targets.Named> studies = all.stream().map(name -> Targets.named(name, null)).toList();
    ExitCode worst = ExitCode.DONE;
    for (Targets.Named study : studies) {
      ExitCode code = reproduce(study);
      if (code == ExitCode.INTERRUPTED) {
        worst = code;
        break;
      }
      worst = worst == ExitCode.DONE || isWorse(code, worst) ? code : worst;
    }
    List<Study> known = new ArrayList<>(Targets.studies().all());
    studies.stream().map(Targets.Named::study).filter(Targets::isOfFile).forEach(known::add);
    Files.createDirectories(out); // A run that is refused takes its folders away again.
    Path index = IndexPage.write(out, Registry.of(Study.class, known));
    session.console().message("All reports: " + index);
    return worst.code();
  }

  /** What failed comes before what was refuted, and that before what is not decided. */
  private static boolean isWorse(ExitCode code, ExitCode other) {
    return code != ExitCode.DONE && code.code() < other.code();
  }

  private ExitCode reproduce(Targets.Named named) {
    Study study = named.study();
    RunRequest request = RunRequest.of(profile == null ? Profile.QUICK : profile);
    ResolvedStudy resolved = named.loader().resolve(study, request);
    Path folder = out.resolve(study.name()).resolve(resolved.runName());
    Runner runner = new Runner(session, execution);
    RunOptions options = RunOptions.ofFolder();
    try {
      return runner.run(resolved, folder, options);
    } catch (RegistrationChangedException changed) {
      if (resolved.profile() == Profile.FULL) {
        throw changed;
      }
      // Exploratory results are remade in minutes; only confirmatory ones are worth a question.
      session.console().message(study.name() + " changed since its last run: starting over.");
      options.fresh = true;
      return runner.run(resolved, folder, options);
    }
  }
}
