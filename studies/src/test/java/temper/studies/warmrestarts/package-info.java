/** Tests of the study against independent truth. */
@NullMarked
package temper.studies.warmrestarts;

import org.jspecify.annotations.NullMarked;
