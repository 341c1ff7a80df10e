package temper.lab.cli;

import java.util.LinkedHashMap;
import java.util.Map;
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

  private Catalogue() {}

  static Map<String, Registry<? extends Plugin>> kinds() {
    Map<String, Registry<? extends Plugin>> kinds = new LinkedHashMap<>();
    kinds.put("studies", Registry.<Study>of(Study.class));
    kinds.put("schedules", Registry.<SchedulePlugin<?>>of(SchedulePlugin.class));
    kinds.put("controllers", Registry.<ControllerPlugin<?>>of(ControllerPlugin.class));
    kinds.put("optimizers", Registry.<OptimizerPlugin<?>>of(OptimizerPlugin.class));
    kinds.put("models", Registry.<ModelPlugin<?>>of(ModelPlugin.class));
    kinds.put("datasets", Registry.<DatasetPlugin<?>>of(DatasetPlugin.class));
    return kinds;
  }
}
