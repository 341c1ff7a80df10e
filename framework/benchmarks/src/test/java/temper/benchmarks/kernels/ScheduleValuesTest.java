package temper.benchmarks.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import temper.plugin.Registry;
import temper.schedule.SchedulePlugin;

class ScheduleValuesTest {

  @Test
  void everyScheduleIsMeasured() throws NoSuchFieldException {
    List<String> measured =
        Arrays.asList(
            ScheduleValues.class.getDeclaredField("schedule").getAnnotation(Param.class).value());

    assertEquals(Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).names(), measured);
  }
}
