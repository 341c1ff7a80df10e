/**
 * Pages about results: a report for each study and profile, and an index over them. Models go in,
 * HTML comes out; equal models give equal bytes, and nothing on a page needs a network or a script.
 */
@NullMarked
package temper.lab.report;

import org.jspecify.annotations.NullMarked;
