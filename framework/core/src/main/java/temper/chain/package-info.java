/**
 * Exact finite Markov chains of annealing: landscapes on graphs, the chain at a temperature, its
 * distribution under cooling, hitting times, and the depths that decide which cooling succeeds.
 *
 * <p>Nothing here is sampled but for {@link temper.chain.Walk}, which draws single walks of the
 * same chain so that the two can be held against each other.
 */
@NullMarked
package temper.chain;

import org.jspecify.annotations.NullMarked;
