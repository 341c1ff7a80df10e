/**
 * Measures how fast training is on this machine: workloads that go through the same public API as
 * every study, timed side by side. Times are no results: nothing here enters a table of a study.
 */
@NullMarked
package temper.lab.bench;

import org.jspecify.annotations.NullMarked;
