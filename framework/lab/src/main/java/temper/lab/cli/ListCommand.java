package temper.lab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.plugin.Names;
import temper.plugin.Plugin;
import temper.plugin.Registry;

/** {@code temper list}. */
@Command(
    name = "list",
    description =
        "Lists what can be named: studies, schedules, optimizers, models, data sets and others.")
final class ListCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description =
          "studies, schedules, controllers, optimizers, models or datasets (default: all).")
  String kind = "";

  @Mixin private CodeOption code = new CodeOption();

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Map<String, Registry<? extends Plugin>> kinds = Catalogue.kinds();
    if (!kind.isEmpty() && !kinds.containsKey(kind)) {
      throw new UsageException(
          "'" + kind + "' cannot be listed." + Names.suggestion(kind, kinds.keySet()));
    }
    List<Plugin> own = Targets.declared(code);
    List<Map<String, Object>> rows = new ArrayList<>();
    TextTable table = new TextTable("kind", "name", "summary");
    kinds.forEach(
        (name, registry) -> {
          if (kind.isEmpty() || kind.equals(name)) {
            List<Plugin> plugins = new ArrayList<>(registry.all());
            own.stream().filter(one -> Catalogue.kindOf(one).equals(name)).forEach(plugins::add);
            for (Plugin plugin : plugins) {
              table.row(name, plugin.name(), plugin.summary());
              rows.add(asMap(name, plugin));
            }
          }
        });
    session.console().resultText(json ? Json.text(rows) : table.render(session.console().width()));
    return ExitCode.DONE.code();
  }

  private static Map<String, Object> asMap(String kind, Plugin plugin) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", kind);
    row.put("name", plugin.name());
    row.put("source", plugin.source().citation());
    row.put("summary", plugin.summary());
    return row;
  }
}
