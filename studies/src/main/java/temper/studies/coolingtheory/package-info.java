/**
 * Hajek (1988), "Cooling Schedules for Optimal Annealing", with Catoni's exponents for finite
 * horizons, computed exactly on small landscapes; and the rate of gradient descent as a
 * temperature.
 *
 * <p>Each experiment is one file; {@link temper.studies.coolingtheory.CoolingTheory} is the study.
 */
@NullMarked
package temper.studies.coolingtheory;

import org.jspecify.annotations.NullMarked;
