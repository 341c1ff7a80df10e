/** The experiments of Li, Wei and Ma (2019) on images, with and without patches. */
@NullMarked
package temper.studies.largeinitialrate.images;

import org.jspecify.annotations.NullMarked;
