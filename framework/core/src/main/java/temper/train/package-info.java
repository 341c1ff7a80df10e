/**
 * Training of networks: the loop, what watches it, and what is found by it.
 *
 * <p>A {@link temper.train.Trainer} takes steps and can be saved between any two of them; what it
 * does is a function of its settings, its data and the number of steps alone.
 */
@NullMarked
package temper.train;

import org.jspecify.annotations.NullMarked;
