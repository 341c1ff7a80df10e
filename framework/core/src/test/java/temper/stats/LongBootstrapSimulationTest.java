package temper.stats;

import org.junit.jupiter.api.Tag;

/** The same with more repetitions, which see smaller errors. */
@Tag("slow")
class LongBootstrapSimulationTest extends BootstrapSimulationTest {

  @Override
  int runs() {
    return 40_000;
  }
}
