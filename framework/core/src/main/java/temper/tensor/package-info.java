/**
 * Dense tensors of either precision over EJML's row-major matrices, and the kernels that compute
 * with them.
 *
 * <p>{@link temper.tensor.Tensor} is data; {@link temper.tensor.Kernels} computes. Shapes are
 * checked where tensors and geometries are made, kernels trust them. Results are fixed to the bit
 * by rules that name no hardware, so that every provider of kernels agrees with every other:
 *
 * <ul>
 *   <li>a matrix product or convolution sums over its inner index in blocks of {@value
 *       temper.tensor.Gemm#BLOCK}: fused multiply-adds in order inside a block, from zero; blocks
 *       are added in order to what stands in the output;
 *   <li>any other sum over contiguous values runs in {@value temper.tensor.Kernels#LANES} virtual
 *       lanes, value i into lane i mod {@value temper.tensor.Kernels#LANES}, which are then added
 *       in halves: lane j to lane j + 8, then j + 4, j + 2, j + 1; a sum over an outer index runs
 *       in order;
 *   <li>functions are polynomials of our own, evaluated by the same operations everywhere.
 * </ul>
 *
 * <p>Code for both precisions is written once, for float32; the build derives float64 from it.
 */
@NullMarked
package temper.tensor;

import org.jspecify.annotations.NullMarked;
