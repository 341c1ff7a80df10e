package temper.stats;

import org.junit.jupiter.api.Tag;

/** The same with more repetitions, which see smaller errors. */
@Tag("slow")
class LongPowerSimulationTest extends PowerSimulationTest {

  @Override
  int runs() {
    return 200_000;
  }
}
