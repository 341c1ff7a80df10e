package temper.lab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
}
