/** Formats of files of data, read from streams. */
@NullMarked
package temper.data.format;

import org.jspecify.annotations.NullMarked;
