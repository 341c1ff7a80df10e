/** The optimisers that can be named in a config file, one a file. */
@NullMarked
package temper.optim.builtin;

import org.jspecify.annotations.NullMarked;
