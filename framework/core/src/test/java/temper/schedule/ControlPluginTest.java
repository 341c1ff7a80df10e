package temper.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.plugin.Choice;
import temper.plugin.Registry;

class ControlPluginTest {

  private static final Registry<ControlPlugin<?>> CONTROLS = Registry.of(ControlPlugin.class);

  @Test
  void schedulesAndControllersAreFoundTogether() {
    int schedules = Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).all().size();
    int controllers = Registry.<ControllerPlugin<?>>of(ControllerPlugin.class).all().size();

    assertEquals(schedules + controllers, CONTROLS.all().size());
    assertTrue(CONTROLS.get("cosine").scheduled());
    assertFalse(CONTROLS.get("reduce-on-plateau").scheduled());
    assertEquals("schedule or controller", CONTROLS.label());
  }

  @Test
  void aScheduleDrivesByTheNumberOfObservations() {
    Controller rate = ControlPlugin.of(Choice.parse(CONTROLS, "linear"), Horizon.ofSteps(100));

    Schedule schedule =
        Schedule.of(
            Choice.parse(Registry.<SchedulePlugin<?>>of(SchedulePlugin.class), "linear"),
            Horizon.ofSteps(100));
    for (int step = 0; step < 100; step++) {
      assertEquals(schedule.at(step), rate.value());
      rate.observe(Double.NaN);
    }
  }

  @Test
  void aScalarIsAConstantRate() {
    Controller rate = ControlPlugin.of(Choice.parse(CONTROLS, "0.05"), Horizon.ofSteps(10));

    assertEquals(0.05, rate.value());
  }
}
