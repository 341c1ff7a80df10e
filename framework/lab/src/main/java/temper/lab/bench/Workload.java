package temper.lab.bench;

import java.util.Map;
import temper.tensor.KernelProvider;

/**
 * What is timed: a name, sizes, and how it is set up.
 *
 * @since 0.2
 */
public interface Workload {

  /**
   * The name.
   *
   * @return lower-case words joined by hyphens
   */
  String name();

  /**
   * What a step does, in one line.
   *
   * @return a sentence without line breaks
   */
  String summary();

  /**
   * All sizes with their defaults.
   *
   * @return sizes by name, in the order in which they are told
   */
  Map<String, Integer> sizes();

  /**
   * Sets a trial up.
   *
   * @param sizes a value {@code >= 1} for each name of {@link #sizes}
   * @param kernels what computes
   * @param trial number of the trial, from 0; trials have data of their own
   * @return work of its own for one thread
   * @throws IllegalArgumentException if sizes do not fit one another
   */
  Work prepare(Map<String, Integer> sizes, KernelProvider kernels, int trial);
}
