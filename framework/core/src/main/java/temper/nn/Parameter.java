package temper.nn;

import temper.tensor.Shape;

/**
 * A tensor that a model declares: part of a vector that holds all of them.
 *
 * @param name its name, such as {@code conv1.weight}
 * @param shape its shape
 * @param start where it begins in the vector
 * @param initializer how it is filled at first
 * @param rateFactor by which the learning rate is multiplied for it; 0 for state, which is not
 *     trained
 * @param decayFactor by which the weight decay is multiplied for it; 0 if it is exempt
 * @since 0.2
 */
public record Parameter(
    String name,
    Shape shape,
    int start,
    Initializer initializer,
    double rateFactor,
    double decayFactor) {}
