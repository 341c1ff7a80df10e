/** Tests of the theory part of the study of large initial rates. */
@NullMarked
package temper.studies.largeinitialrate.theory;

import org.jspecify.annotations.NullMarked;
