package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.data.DatasetPlugin;
import temper.lab.config.Description;
import temper.lab.config.Parameters;
import temper.lab.config.Plugins;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Registry;
import temper.plugin.Source;
import temper.schedule.ControllerPlugin;
import temper.schedule.SchedulePlugin;

/** The catalogue is what the plug-ins say of themselves. With -Dpages.write it is written. */
class CataloguePageTest {

  private static final Path PAGE = Path.of("../framework/docs/catalogue.md");
  private static final Parameters PARAMETERS =
      new Parameters(Plugins.discovered(CataloguePageTest.class.getClassLoader()));

  @Test
  void theCatalogueSaysWhatThePluginsSay() throws IOException {
    StringBuilder page = new StringBuilder("# The catalogue\n\n");
    page.append("What a config can name, written from the plug-ins themselves; ");
    page.append("`temper describe NAME` shows the same, with plots of schedules.\n");
    section(page, "Schedules", Registry.<SchedulePlugin<?>>of(SchedulePlugin.class));
    section(page, "Controllers", Registry.<ControllerPlugin<?>>of(ControllerPlugin.class));
    section(page, "Optimisers", Registry.<OptimizerPlugin<?>>of(OptimizerPlugin.class));
    section(page, "Models", Registry.<ModelPlugin<?>>of(ModelPlugin.class));
    section(page, "Data sets", Registry.<DatasetPlugin<?>>of(DatasetPlugin.class));

    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page.toString(), Files.readString(PAGE));
  }

  private static void section(
      StringBuilder page, String title, Registry<? extends ParameterizedPlugin<?>> plugins) {
    page.append("\n## ").append(title).append('\n');
    for (ParameterizedPlugin<?> plugin : plugins.all()) {
      plugin(page, plugin);
    }
  }

  private static void plugin(StringBuilder page, ParameterizedPlugin<?> plugin) {
    page.append("\n### ").append(plugin.name()).append("\n\n").append(text(plugin.summary()));
    if (!plugin.source().equals(Source.FOLKLORE)) {
      page.append(' ').append(text(plugin.source().citation())).append('.');
    }
    page.append('\n');
    if (!plugin.aliases().isEmpty()) {
      page.append("\nAlso called `").append(String.join("`, `", plugin.aliases())).append("`.\n");
    }
    if (!formula(plugin).isEmpty()) {
      page.append("\n```\n").append(formula(plugin)).append("\n```\n");
    }
    List<Description> parameters = Description.of(PARAMETERS, plugin.defaults());
    if (!parameters.isEmpty()) {
      page.append("\n| parameter | type | default | meaning |\n|---|---|---|---|\n");
    }
    for (Description one : parameters) {
      page.append("| `").append(one.key()).append("` | ").append(text(one.type()));
      page.append(one.isRequired() ? " | required" : " | `" + one.value() + "`");
      page.append(" | ").append(text(meaning(one))).append(" |\n");
    }
  }

  private static String formula(ParameterizedPlugin<?> plugin) {
    if (plugin instanceof SchedulePlugin<?> schedule) {
      return schedule.formula();
    }
    return plugin instanceof ControllerPlugin<?> controller ? controller.formula() : "";
  }

  private static String meaning(Description one) {
    List<String> parts = new ArrayList<>();
    parts.add(one.doc());
    parts.add(one.unit().isEmpty() ? "" : "[" + one.unit() + "]");
    parts.add(String.join(", ", one.constraints()));
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }

  /** Text as Markdown shows it in a cell. */
  private static String text(String plain) {
    return plain.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
  }
}
