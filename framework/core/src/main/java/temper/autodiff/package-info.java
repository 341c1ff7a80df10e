/**
 * Reverse-mode automatic differentiation of tensor programs.
 *
 * <p>A {@link temper.autodiff.Tape} records a computation once, for fixed shapes; {@link
 * temper.autodiff.Tape#gradient} records the adjoint operations, which are operations like all
 * others, so that derivatives of every order are exact; a {@link temper.autodiff.Program} replays
 * what its results need, without allocating.
 *
 * <pre>{@code
 * Tape tape = new Tape(Precision.FLOAT64);
 * Variable x = tape.input("x", Shape.of(100, 2));
 * Variable y = tape.input("y", Shape.of(100, 1));
 * Variable w = tape.input("w", Shape.of(2, 1));
 * Variable residual = Elementwise.subtract(Matrices.multiply(x, w), y);
 * Variable loss = Reductions.mean(Elementwise.square(residual));
 * Variable gradient = tape.gradient(loss, w);
 * Program program = tape.compile(kernels, loss, gradient);
 * program.run(); // then: program.number(loss), program.value(gradient)
 * }</pre>
 */
@NullMarked
package temper.autodiff;

import org.jspecify.annotations.NullMarked;
