package temper.simd;

import java.lang.management.ManagementFactory;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * What the choice of kernels depends on.
 *
 * @param property what the system property asks for, if it is set
 * @param feature Java's version
 * @param vectorModule whether the vector module was loaded
 * @param optimizes whether C2 compiles
 * @param preferred the bits of the preferred vectors; 0 without the module
 * @param widest the bits of the widest vectors; 0 without the module
 */
record Jvm(
    @Nullable String property,
    int feature,
    boolean vectorModule,
    boolean optimizes,
    int preferred,
    int widest) {

  /** The first Java version that was tried. */
  static final int OLDEST = 17;

  /** The last Java version that was tried. */
  static final int NEWEST = 25;

  static Jvm running() {
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return new Jvm(
        System.getProperty(VectorKernelProvider.PROPERTY),
        Runtime.version().feature(),
        module,
        compilesWithC2(
            System.getProperty("java.vm.name", ""),
            ManagementFactory.getRuntimeMXBean().getInputArguments()),
        module ? Widths.preferred() : 0,
        module ? Widths.widest() : 0);
  }

  static boolean compilesWithC2(String virtualMachine, List<String> arguments) {
    boolean hotspot = virtualMachine.contains("HotSpot") || virtualMachine.contains("OpenJDK");
    return hotspot
        && arguments.stream()
            .noneMatch(
                argument ->
                    argument.equals("-Xint")
                        || argument.equals("-XX:+UseJVMCICompiler")
                        || argument.matches("-XX:TieredStopAtLevel=[0-3]"));
  }

  /** Kept apart, as loading it needs the module. */
  private static final class Widths {

    private Widths() {}

    static int preferred() {
      return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    static int widest() {
      return FloatVector.SPECIES_MAX.vectorBitSize();
    }
  }
}
