/** Looks at one trial of a study without storing anything: exploratory, on seeds of its own. */
@NullMarked
package temper.lab.probe;

import org.jspecify.annotations.NullMarked;
