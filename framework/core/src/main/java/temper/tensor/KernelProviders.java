package temper.tensor;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The scalar kernels, and the providers of others on the class path.
 *
 * <p>The scalar kernels are the truth that all others keep to the bit. They are named here, and not
 * found by {@link ServiceLoader}, so that a fingerprint of all code that some code names holds what
 * its kernels compute.
 *
 * @since 0.2
 */
public final class KernelProviders {

  private KernelProviders() {}

  /**
   * All providers, also those that cannot be used here.
   *
   * @return greatest priority first, then by name
   * @throws ServiceConfigurationError if one cannot be loaded
   */
  public static List<KernelProvider> all() {
    Stream<KernelProvider> found =
        ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get);
    return Stream.concat(Stream.of(new ScalarKernelProvider()), found)
        .sorted(
            Comparator.comparingInt(KernelProvider::priority)
                .reversed()
                .thenComparing(KernelProvider::name))
        .toList();
  }

  /**
   * The provider of the fastest kernels that can be used here.
   *
   * @return the scalar one if there is no other
   * @throws ServiceConfigurationError if one cannot be loaded
   */
  public static KernelProvider best() {
    return all().stream()
        .filter(provider -> provider.unavailable().isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no provider of kernels can be used"));
  }
}
