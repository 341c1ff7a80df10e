package temper.lab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.plugin.Names;
import temper.plugin.Plugin;
import temper.plugin.Registry;

/** {@code temper describe}. */
@Command(
    name = "describe",
    description =
        "Describes a study, schedule, controller or data set: source, formula, parameters with"
            + " defaults and limits, plots, claims.")
final class DescribeCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "A name from `temper list`.")
  String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "Of a study: one experiment, with the sizes of its designs.")
  String experiment = "";

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  DescribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<String> known = new ArrayList<>();
    for (Map.Entry<String, Registry<? extends Plugin>> kind : Catalogue.kinds().entrySet()) {
      Plugin found = kind.getValue().find(name).orElse(null);
      if (found != null) {
        PluginDescription description = new PluginDescription(Targets.loader().parameters());
        if (!experiment.isEmpty()) {
          describe(found, description);
          return ExitCode.DONE.code();
        }
        session
            .console()
            .resultText(
                json
                    ? Json.text(description.asMap(found))
                    : description.text(found, session.console().width()));
        return ExitCode.DONE.code();
      }
      known.addAll(kind.getValue().names());
    }
    throw new UsageException(
        "there is nothing called '" + name + "'." + Names.suggestion(name, known));
  }

  private void describe(Plugin found, PluginDescription description) {
    if (!(found instanceof Study study)) {
      throw new UsageException("'" + name + "' is no study, so that it has no experiments");
    }
    List<String> names = study.experiments().stream().<String>map(one -> one.name()).toList();
    Experiment<?> one =
        study.experiments().stream()
            .<Experiment<?>>map(any -> any)
            .filter(any -> any.name().equals(experiment))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "study '"
                            + name
                            + "' has no experiment '"
                            + experiment
                            + "'."
                            + Names.suggestion(experiment, names)));
    ExperimentDescription described = new ExperimentDescription(description, study, one);
    session
        .console()
        .resultText(
            json ? Json.text(described.asMap()) : described.text(session.console().width()));
  }
}
