package temper.stats;

import org.junit.jupiter.api.Tag;

/** The same with more families, which see smaller errors. */
@Tag("slow")
class LongFamilySimulationTest extends FamilySimulationTest {

  @Override
  int runs() {
    return 400_000;
  }
}
