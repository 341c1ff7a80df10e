package temper.train;

/**
 * How a network does on a set of examples.
 *
 * @param loss mean loss of the examples; NaN if there are none
 * @param accuracy share of examples that are classified rightly; NaN where the loss classifies
 *     nothing, or there are no examples
 * @param examples how many they are
 * @since 0.2
 */
public record Evaluation(double loss, double accuracy, long examples) {}
