/** The figures that a study file asks for, drawn from the tables of a result. */
@NullMarked
package temper.lab.plot;

import org.jspecify.annotations.NullMarked;
