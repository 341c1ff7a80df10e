/** Tests of the command in processes of its own, as users start it. */
@NullMarked
package temper.lab.endtoend;

import org.jspecify.annotations.NullMarked;
