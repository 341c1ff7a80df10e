/** Data sets made of random numbers. */
@NullMarked
package temper.data.synthetic;

import org.jspecify.annotations.NullMarked;
