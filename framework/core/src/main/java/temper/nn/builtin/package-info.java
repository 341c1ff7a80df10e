/** The models that come with the framework, found by name. */
@NullMarked
package temper.nn.builtin;

import org.jspecify.annotations.NullMarked;
