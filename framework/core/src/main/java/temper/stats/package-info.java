/**
 * Estimates with intervals, tests, control of multiple comparisons and power: what a claim is
 * decided with.
 */
@NullMarked
package temper.stats;

import org.jspecify.annotations.NullMarked;
