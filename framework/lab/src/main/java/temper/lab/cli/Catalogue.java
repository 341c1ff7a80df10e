package temper.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import temper.data.DatasetPlugin;
import temper.lab.study.Study;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.plugin.Plugin;
import temper.plugin.Registry;
import temper.schedule.ControllerPlugin;
import temper.schedule.SchedulePlugin;

/** All kinds of plug-ins, under the names by which they are listed. */
final class Catalogue {

  private record Kind(String name, Class<? extends Plugin> type) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("studies", Study.class),
          new Kind("schedules", SchedulePlugin.class),
          new Kind("controllers", ControllerPlugin.class),
          new Kind("optimizers", OptimizerPlugin.class),
          new Kind("models", ModelPlugin.class),
          new Kind("datasets", DatasetPlugin.class));

  private Catalogue() {}

  static Map<String, Registry<? extends Plugin>> kinds() {
    Map<String, Registry<? extends Plugin>> kinds = new LinkedHashMap<>();
    KINDS.forEach(kind -> kinds.put(kind.name(), registry(kind.type())));
    return kinds;
  }

  private static <K extends Plugin> Registry<K> registry(Class<K> kind) {
    return Registry.of(kind);
  }

  /** The kind of a plug-in, as {@code temper list} calls it. */
  static String kindOf(Plugin plugin) {
    return KINDS.stream()
        .filter(kind -> kind.type().isInstance(plugin))
        .map(Kind::name)
        .findFirst()
        .orElse("");
  }

  /** The plug-in that has the name of another one of its kind, if there is one. */
  static Optional<Plugin> namesake(Plugin plugin) {
    return KINDS.stream()
        .<Class<? extends Plugin>>map(Kind::type)
        .filter(kind -> kind.isInstance(plugin))
        .<Plugin>flatMap(kind -> registry(kind).find(plugin.name()).stream())
        .findFirst();
  }
}
