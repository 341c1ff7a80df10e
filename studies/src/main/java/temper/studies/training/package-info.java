/**
 * The general study: networks trained on any data set, by any optimiser, under any schedule, as a
 * config file says.
 */
@NullMarked
package temper.studies.training;

import org.jspecify.annotations.NullMarked;
