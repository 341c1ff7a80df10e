/**
 * What every extension of Temper has in common: a name, a source, parameters with constraints, and
 * discovery through {@link java.util.ServiceLoader}.
 */
@NullMarked
package temper.plugin;

import org.jspecify.annotations.NullMarked;
