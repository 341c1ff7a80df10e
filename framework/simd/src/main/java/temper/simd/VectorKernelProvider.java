package temper.simd;

import com.google.auto.service.AutoService;
import java.util.Optional;
import temper.tensor.KernelProvider;
import temper.tensor.Kernels;
import temper.tensor.Precision;

/**
 * Provides the kernels on the JDK's vector module, if this JVM has it and compiles it well.
 *
 * <p>The system property {@value #PROPERTY} sets the bits of a vector: 128, 256 or 512; 0 leaves
 * the scalar kernels; without it the JVM's preferred width is taken.
 *
 * @since 0.2
 */
@AutoService(KernelProvider.class)
public final class VectorKernelProvider implements KernelProvider {

  /** The system property that sets the width. */
  public static final String PROPERTY = "temper.simd";

  private final Jvm jvm;

  /** Provides kernels for the running JVM. */
  public VectorKernelProvider() {
    this(Jvm.running());
  }

  VectorKernelProvider(Jvm jvm) {
    this.jvm = jvm;
  }

  @Override
  public String name() {
    return unavailable().isEmpty() ? "vector-" + bits() : "vector";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public Optional<String> unavailable() {
    String wanted = jvm.property();
    if (wanted != null && !wanted.matches("0|128|256|512")) {
      return Optional.of(
          "the system property " + PROPERTY + " is 0, 128, 256 or 512, got " + wanted);
    }
    if ("0".equals(wanted)) {
      return Optional.of("the system property " + PROPERTY + " is 0");
    }
    if (jvm.feature() < Jvm.OLDEST || jvm.feature() > Jvm.NEWEST) {
      return Optional.of(
          "the vector module of Java %d was not tried; those of %d to %d were"
              .formatted(jvm.feature(), Jvm.OLDEST, Jvm.NEWEST));
    }
    if (!jvm.vectorModule()) {
      return Optional.of("Java was started without --add-modules=jdk.incubator.vector");
    }
    if (!jvm.optimizes()) {
      return Optional.of("this JVM does not compile with C2");
    }
    if (bits() < 128 || bits() > jvm.widest()) {
      return Optional.of(
          "vectors of " + bits() + " bits are not there: the widest have " + jvm.widest());
    }
    return Optional.empty();
  }

  private int bits() {
    String wanted = jvm.property();
    return wanted == null ? jvm.preferred() : Integer.parseInt(wanted);
  }

  @Override
  public Kernels create(Precision precision) {
    unavailable()
        .ifPresent(
            reason -> {
              throw new IllegalStateException("no vector kernels: " + reason);
            });
    return VectorKernels.create(bits(), precision);
  }
}
