/** Published data sets. */
@NullMarked
package temper.data.published;

import org.jspecify.annotations.NullMarked;
