/**
 * Optimisers: methods that change parameters by gradients, step by step.
 *
 * <p>All parameters of a model lie in one flat tensor, and so does their gradient. A simple
 * optimiser is a chain of {@linkplain temper.optim.GradientTransform transforms} that turn the
 * gradient, in place, into the update that is added to the parameters; the learning rate enters in
 * one of them, {@link temper.optim.ScaleByRate}. A method that needs more than one gradient a step
 * implements {@link temper.optim.Optimizer} itself.
 *
 * <p>An {@link temper.optim.Optimizer} is immutable. All that changes lies in an {@link
 * temper.optim.OptimizerMemory}, which saves and restores it bit for bit.
 */
@NullMarked
package temper.optim;

import org.jspecify.annotations.NullMarked;
