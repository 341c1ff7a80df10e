/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.sharpminima;

import org.jspecify.annotations.NullMarked;
