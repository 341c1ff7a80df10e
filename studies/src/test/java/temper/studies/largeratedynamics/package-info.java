/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.largeratedynamics;

import org.jspecify.annotations.NullMarked;
