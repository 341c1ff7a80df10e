/**
 * Plans, registers and runs the trials of a study: on threads, in shards, interrupted or not,
 * always with the same result.
 */
@NullMarked
package temper.lab.engine;

import org.jspecify.annotations.NullMarked;
