/**
 * The rules of practitioners about annealing a learning rate, put to the test: when it helps, how,
 * and where the rule of thumb is wrong.
 *
 * <p>Experiments come in two kinds: models that can be solved (a piecewise linear loss, noisy least
 * squares, a double well), and networks small enough to be trained thousands of times. Where
 * schedules are compared, each has its own base rate, tuned by an experiment of its own on seeds
 * that the comparison never sees.
 */
@NullMarked
package temper.studies.annealingfolklore;

import org.jspecify.annotations.NullMarked;
