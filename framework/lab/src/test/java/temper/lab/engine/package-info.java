/** Tests of the engine. */
@NullMarked
package temper.lab.engine;

import org.jspecify.annotations.NullMarked;
