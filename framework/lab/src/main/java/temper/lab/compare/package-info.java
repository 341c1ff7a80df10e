/** The paired comparisons that a study file asks for, made from the tables of a result alone. */
@NullMarked
package temper.lab.compare;

import org.jspecify.annotations.NullMarked;
