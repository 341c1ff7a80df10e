package temper.tensor;

import java.util.Optional;

/**
 * A set of kernels for this machine; all but the scalar ones are found by {@link
 * java.util.ServiceLoader}.
 *
 * @since 0.2
 */
public interface KernelProvider {

  /**
   * What the kernels are called, such as {@code scalar} or {@code vector-256}.
   *
   * @return a name for reports
   */
  String name();

  /**
   * Which of several providers is taken.
   *
   * @return the greatest wins; 0 for the scalar kernels
   */
  int priority();

  /**
   * Why these kernels cannot be used here.
   *
   * @return a sentence for reports; empty if they can be used
   */
  Optional<String> unavailable();

  /**
   * Makes kernels with working space of their own.
   *
   * @param precision of all operands
   * @return kernels for one thread
   * @throws IllegalStateException if they are unavailable
   */
  Kernels create(Precision precision);
}
