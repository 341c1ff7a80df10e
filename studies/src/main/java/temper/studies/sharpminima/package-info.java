/**
 * Dinh, Pascanu, Bengio and Bengio (2017), "Sharp Minima Can Generalize For Deep Nets": one
 * function at minima as sharp as one likes; and what the learning rate does to the sharpness that
 * it meets.
 *
 * <p>{@link temper.studies.sharpminima.Minimum} trains the network that most experiments transform;
 * each experiment is one file; {@link temper.studies.sharpminima.SharpMinima} is the study.
 */
@NullMarked
package temper.studies.sharpminima;

import org.jspecify.annotations.NullMarked;
