/**
 * Temper beside PyTorch, OpenBLAS and EJML on the same workloads, in one run. Peers are what is
 * found on the machine; none is needed to build or to test.
 */
@NullMarked
package temper.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
