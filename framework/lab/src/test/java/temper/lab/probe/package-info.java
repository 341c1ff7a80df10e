/** Tests of probes. */
@NullMarked
package temper.lab.probe;

import org.jspecify.annotations.NullMarked;
