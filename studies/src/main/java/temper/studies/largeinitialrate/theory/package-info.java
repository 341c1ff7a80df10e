/**
 * The theory of Li, Wei and Ma (2019) at a scale at which it can be run: two patterns, a two-layer
 * network of two blocks, and gradient descent with noise at a large rate, a small one, or both.
 *
 * <p>{@link temper.studies.largeinitialrate.theory.TheoryPart} is this package's part of the study.
 */
@NullMarked
package temper.studies.largeinitialrate.theory;

import org.jspecify.annotations.NullMarked;
