package temper.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;
import temper.tensor.Precision;

class VectorKernelProviderTest {

  private static VectorKernelProvider provider(
      @Nullable String property, int feature, boolean module, boolean optimizes, int bits) {
    return new VectorKernelProvider(new Jvm(property, feature, module, optimizes, bits, bits));
  }

  private static String reason(KernelProvider provider) {
    return provider.unavailable().orElseThrow();
  }

  @Test
  void vectorKernelsAreFoundAndComeBeforeTheScalarOnes() {
    List<String> names = KernelProviders.all().stream().map(KernelProvider::name).toList();

    assertTrue(names.get(0).startsWith("vector"), names.toString());
    assertEquals("scalar", names.get(1));
  }

  @Test
  void thePreferredWidthIsTakenUnlessAnotherIsAskedFor() {
    VectorKernelProvider preferred = provider(null, 21, true, true, 256);

    assertEquals(Optional.empty(), preferred.unavailable());
    assertEquals("vector-256", preferred.name());
    assertEquals(100, preferred.priority());
    assertEquals("vector-128", provider("128", 17, true, true, 256).name());
    for (Precision precision : Precision.values()) {
      for (String bits : List.of("128", "256", "512")) {
        assertEquals(precision, provider(bits, 25, true, true, 512).create(precision).precision());
      }
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    assertEquals(
        "the system property temper.simd is 0", reason(provider("0", 17, true, true, 256)));
    assertEquals(
        "the system property temper.simd is 0, 128, 256 or 512, got 64",
        reason(provider("64", 17, true, true, 256)));
    assertEquals(
        "the vector module of Java 26 was not tried; those of 17 to 25 were",
        reason(provider(null, 26, true, true, 256)));
    assertTrue(reason(provider(null, 16, true, true, 256)).contains("Java 16"));
    assertEquals(
        "Java was started without --add-modules=jdk.incubator.vector",
        reason(provider(null, 17, false, true, 0)));
    assertEquals("this JVM does not compile with C2", reason(provider(null, 17, true, false, 256)));
    assertEquals(
        "vectors of 512 bits are not there: the widest have 256",
        reason(provider("512", 17, true, true, 256)));
    assertTrue(reason(provider(null, 17, true, true, 64)).contains("64 bits"));
  }

  @Test
  void unavailableKernelsAreNotMade() {
    VectorKernelProvider provider = provider("0", 17, true, true, 256);

    assertEquals("vector", provider.name());
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> provider.create(Precision.FLOAT32));
    assertEquals("no vector kernels: the system property temper.simd is 0", e.getMessage());
  }

  @Test
  void virtualMachinesWithoutC2AreKnown() {
    assertTrue(Jvm.compilesWithC2("OpenJDK 64-Bit Server VM", List.of("-Xmx1g")));
    assertTrue(Jvm.compilesWithC2("Java HotSpot(TM) 64-Bit Server VM", List.of()));
    assertTrue(Jvm.compilesWithC2("OpenJDK 64-Bit Server VM", List.of("-XX:TieredStopAtLevel=4")));
    assertFalse(Jvm.compilesWithC2("Eclipse OpenJ9 VM", List.of()));
    assertFalse(Jvm.compilesWithC2("OpenJDK 64-Bit Server VM", List.of("-Xint")));
    assertFalse(Jvm.compilesWithC2("OpenJDK 64-Bit Server VM", List.of("-XX:TieredStopAtLevel=1")));
    assertFalse(Jvm.compilesWithC2("OpenJDK 64-Bit Server VM", List.of("-XX:+UseJVMCICompiler")));
  }

  @Test
  void theRunningJvmHasTheModule() {
    Jvm jvm = Jvm.running();

    assertTrue(jvm.vectorModule());
    assertTrue(jvm.preferred() >= 64, jvm.toString());
    assertTrue(jvm.widest() >= jvm.preferred(), jvm.toString());
  }
}
