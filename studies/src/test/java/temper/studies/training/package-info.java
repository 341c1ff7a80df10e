/** Tests of the general study. */
@NullMarked
package temper.studies.training;

import org.jspecify.annotations.NullMarked;
