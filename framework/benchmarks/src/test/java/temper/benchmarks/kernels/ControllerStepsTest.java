package temper.benchmarks.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import temper.plugin.Registry;
import temper.schedule.ControllerPlugin;

class ControllerStepsTest {

  @Test
  void everyControllerIsMeasured() throws NoSuchFieldException {
    List<String> measured =
        Arrays.asList(
            ControllerSteps.class
                .getDeclaredField("controller")
                .getAnnotation(Param.class)
                .value());

    assertEquals(Registry.<ControllerPlugin<?>>of(ControllerPlugin.class).names(), measured);
  }
}
