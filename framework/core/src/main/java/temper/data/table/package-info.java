/** Tables of the user's own: files of comma-separated values that a config names. */
@NullMarked
package temper.data.table;

import org.jspecify.annotations.NullMarked;
