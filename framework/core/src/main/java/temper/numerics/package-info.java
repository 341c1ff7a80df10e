/** Stable scalar functions, compensated sums, bit-stable elementary functions and number text. */
@NullMarked
package temper.numerics;

import org.jspecify.annotations.NullMarked;
