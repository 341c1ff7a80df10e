/** Tests of the command within one process. */
@NullMarked
package temper.lab.cli;

import org.jspecify.annotations.NullMarked;
