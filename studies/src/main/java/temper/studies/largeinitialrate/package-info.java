/** The study of Li, Wei and Ma (2019) on the regularisation by an initial large learning rate. */
@NullMarked
package temper.studies.largeinitialrate;

import org.jspecify.annotations.NullMarked;
