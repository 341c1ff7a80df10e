/** Named random streams over a counter-based generator. */
@NullMarked
package temper.random;

import org.jspecify.annotations.NullMarked;
