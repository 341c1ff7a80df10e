/** Tests of losses and networks against independent truth. */
@NullMarked
package temper.studies.fullbatch;

import org.jspecify.annotations.NullMarked;
