/** Tests of the measurements. */
@NullMarked
package temper.lab.bench;

import org.jspecify.annotations.NullMarked;
