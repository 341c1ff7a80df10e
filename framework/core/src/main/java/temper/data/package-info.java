/** Data sets: generators and parsers of streams. */
@NullMarked
package temper.data;

import org.jspecify.annotations.NullMarked;
