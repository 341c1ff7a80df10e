/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.convexlinearregression;

import org.jspecify.annotations.NullMarked;
