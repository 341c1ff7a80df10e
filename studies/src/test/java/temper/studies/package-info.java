/** The battery that every study must pass. */
@NullMarked
package temper.studies;

import org.jspecify.annotations.NullMarked;
