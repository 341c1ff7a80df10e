/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.cyclicalrates;

import org.jspecify.annotations.NullMarked;
