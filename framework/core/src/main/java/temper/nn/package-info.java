/**
 * Networks: layers, losses, initialisers, and models that are found by name.
 *
 * <p>A {@link temper.nn.Network} is a function that records itself on a tape. It declares its
 * parameters and its state by name while it does so; all of a {@link temper.nn.Model}'s parameters
 * are views of one vector, all of its state of another. A new model is one file: a {@link
 * temper.nn.ModelPlugin}.
 */
@NullMarked
package temper.nn;

import org.jspecify.annotations.NullMarked;
