package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelProvidersTest {

  @Test
  void theScalarKernelsAreFoundAndComputeInBothPrecisions() {
    KernelProvider last = KernelProviders.all().get(KernelProviders.all().size() - 1);

    assertEquals("scalar", last.name());
    assertEquals(0, last.priority());
    assertEquals(Optional.empty(), last.unavailable());
    for (Precision precision : Precision.values()) {
      assertEquals(precision, last.create(precision).precision());
    }
  }

  @Test
  void theBestProviderCanBeUsed() {
    assertTrue(KernelProviders.best().unavailable().isEmpty());
  }
}
