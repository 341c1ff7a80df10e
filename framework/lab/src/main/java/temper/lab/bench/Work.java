package temper.lab.bench;

/**
 * One trial's share of a workload, ready to be timed. Used by one thread.
 *
 * @param step takes a step
 * @param images examples that a step sees; 0 where there are none
 * @param operations additions and multiplications of a step's matrix products and convolutions,
 *     forward and backward
 * @since 0.2
 */
public record Work(Runnable step, double images, double operations) {}
