package temper.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.config.ConfigLoader;
import temper.lab.source.SourceCode;
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

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "A name from `temper list`, or a Java file.")
  String name = "";

  @Mixin private CodeOption code = new CodeOption();

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
    ConfigLoader loader =
        Targets.loader(name.endsWith(SourceCode.EXTENSION) ? Path.of(name) : code.file);
    PluginDescription description = new PluginDescription(loader.parameters());
    List<? extends Plugin> found = found(loader.code());
    if (!experiment.isEmpty()) {
      describe(found.get(0), description);
    } else if (json) {
      List<Map<String, Object>> maps = found.stream().map(description::asMap).toList();
      session.console().resultText(Json.text(maps.size() == 1 ? maps.get(0) : maps));
    } else {
      int width = session.console().width();
      for (Plugin one : found) {
        String kind = found.size() > 1 ? "[" + Catalogue.kindOf(one) + "]\n" : "";
        session.console().resultText(kind + description.text(one, width));
      }
    }
    return ExitCode.DONE.code();
  }

  /** What the name means: a plug-in, or all of a Java file. */
  private List<? extends Plugin> found(Optional<SourceCode> own) {
    List<Plugin> declared = own.map(SourceCode::declared).orElse(List.of());
    if (name.endsWith(SourceCode.EXTENSION)) {
      return experiment.isEmpty() ? declared : declared.subList(0, 1);
    }
    List<String> known = new ArrayList<>();
    for (Plugin plugin : declared) {
      if (plugin.name().equals(name)) {
        return List.of(plugin);
      }
      known.add(plugin.name());
    }
    List<Plugin> alike = new ArrayList<>();
    for (Registry<? extends Plugin> kind : Catalogue.kinds().values()) {
      kind.find(name).ifPresent(alike::add);
      known.addAll(kind.names());
    }
    if (!alike.isEmpty()) {
      return alike; // A schedule and a model may have one name.
    }
    throw new UsageException(
        "there is nothing called '"
            + name
            + "'."
            + Names.nearest(name, known).map(near -> " Did you mean '" + near + "'?").orElse("")
            + (name.endsWith(".csv") ? " A table is described by the config that names it." : "")
            + " `temper list` names all there is.");
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
