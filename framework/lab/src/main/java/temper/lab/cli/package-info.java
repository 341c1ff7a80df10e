/** The {@code temper} command: the only place that knows picocli and the only one that prints. */
@NullMarked
package temper.lab.cli;

import org.jspecify.annotations.NullMarked;
