/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.annealingfolklore;

import org.jspecify.annotations.NullMarked;
