/**
 * Quantities that change over the steps of a run: schedules, which know their course beforehand,
 * and controllers, which are steered by measurements.
 *
 * <p>Conventions that hold for every schedule that is found by name:
 *
 * <ul>
 *   <li>time is the step, a real number from 0; epochs and percentages are {@link
 *       temper.schedule.Length lengths} that are resolved once, against the {@link
 *       temper.schedule.Horizon} of the run;
 *   <li>a run of n steps uses the steps 0 to n - 1, and the value at step n is the end value;
 *   <li>beyond the horizon a schedule keeps the value that it has at the horizon, or refuses the
 *       step if the horizon is {@link temper.schedule.Horizon#strict strict};
 *   <li>a schedule with a length of its own keeps its end value after it;
 *   <li>what changes at a boundary b has changed at step b itself ({@code step >= b});
 *   <li>a cycle that would begin at the horizon or later does not begin, so that a run of whole
 *       cycles ends with the end of a cycle;
 *   <li>the horizon of a part of a combined schedule is the part's own stretch, in which it counts
 *       its steps from 0: 100 % of a part is the whole part;
 *   <li>a step that is negative or NaN is refused.
 * </ul>
 */
@NullMarked
package temper.schedule;

import org.jspecify.annotations.NullMarked;
