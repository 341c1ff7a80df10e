/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.coolingtheory;

import org.jspecify.annotations.NullMarked;
