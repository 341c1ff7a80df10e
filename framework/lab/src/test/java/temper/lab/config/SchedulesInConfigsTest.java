package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.plugin.Example;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Registry;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/** Every schedule and controller can be written into a config and is read back as the same. */
class SchedulesInConfigsTest {

  private static final Parameters PARAMETERS =
      new Parameters(Plugins.discovered(SchedulesInConfigsTest.class.getClassLoader()));

  record Rate(Choice<SchedulePlugin<?>> rate) {}

  record Steered(Choice<ControllerPlugin<?>> rate) {}

  private record Case(ParameterizedPlugin<?> plugin, Record parameters) {
    @Override
    public String toString() {
      return plugin.name() + " " + parameters;
    }
  }

  private static Stream<Case> cases(Registry<? extends ParameterizedPlugin<?>> registry) {
    return registry.all().stream()
        .flatMap(
            plugin ->
                plugin.examples().stream()
                    .map(Example::parameters)
                    .map(parameters -> new Case(plugin, parameters)));
  }

  private static Stream<Case> schedules() {
    return cases(Registry.<SchedulePlugin<?>>of(SchedulePlugin.class));
  }

  private static Stream<Case> controllers() {
    return cases(Registry.<ControllerPlugin<?>>of(ControllerPlugin.class));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aScheduleIsReadBackFromItsText(Case c) {
    Rate written = new Rate(new Choice<>((SchedulePlugin<?>) c.plugin, c.parameters));
    Rate other =
        new Rate(
            Choice.ofDefaults(
                Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).all().stream()
                    .filter(plugin -> !plugin.name().equals(c.plugin.name()))
                    .findFirst()
                    .orElseThrow()));

    Rate read = PARAMETERS.with(other, "rate", value(PARAMETERS.canonical(written)));

    // Equal parameters have equal texts; nested plug-ins are other objects.
    assertEquals(PARAMETERS.canonical(written), PARAMETERS.canonical(read));
    Horizon run = Horizon.ofEpochs(10, 100);
    Schedule expected = Schedule.of(written.rate(), run);
    Schedule actual = Schedule.of(read.rate(), run);
    for (double step : new double[] {0, 1, 99.5, 321, 1000}) {
      assertEquals(expected.at(step), actual.at(step), "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("controllers")
  void aControllerIsReadBackFromItsText(Case c) {
    Steered written = new Steered(new Choice<>((ControllerPlugin<?>) c.plugin, c.parameters));
    ControllerPlugin<?> first =
        Registry.<ControllerPlugin<?>>of(ControllerPlugin.class).find("modified-lam").orElseThrow();

    Steered read =
        PARAMETERS.with(
            new Steered(Choice.ofDefaults(first)), "rate", value(PARAMETERS.canonical(written)));

    assertEquals(c.parameters, read.rate().parameters());
  }

  /** The value of the only component, out of {@code {"rate":...}}; JSON is YAML. */
  private static String value(String canonical) {
    return canonical.substring(canonical.indexOf(':') + 1, canonical.length() - 1);
  }
}
