package temper.tensor;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The providers of kernels on the class path.
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
    return ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
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
   */
  public static KernelProvider best() {
    return all().stream()
        .filter(provider -> provider.unavailable().isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no provider of kernels can be used"));
  }
}
