package temper.tensor;

import java.util.Optional;

/**
 * Provides the kernels in plain Java, which run everywhere.
 *
 * @since 0.2
 */
public final class ScalarKernelProvider implements KernelProvider {

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public Kernels create(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> new ScalarFloat32Kernels();
      case FLOAT64 -> new ScalarFloat64Kernels();
    };
  }
}
