@NullMarked
package temper.studies.largeinitialrate.images;

import org.jspecify.annotations.NullMarked;
