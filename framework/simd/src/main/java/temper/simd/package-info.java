/**
 * Kernels on the JDK's vector module, which equal the scalar ones bit for bit.
 *
 * <p>The code is written once, for float32 in vectors of 256 bits; the build derives float64 and
 * the widths of 128 and 512 bits. A process uses one width: C2 compiles badly what it has seen with
 * two.
 */
@NullMarked
package temper.simd;

import org.jspecify.annotations.NullMarked;
