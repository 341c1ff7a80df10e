package temper.lab.bench;

/**
 * What was measured: rates summed over the trials that ran at once.
 *
 * @param workload name of the workload
 * @param trials number of trials that ran at once
 * @param stepsPerSecond steps a second, {@code > 0}
 * @param imagesPerSecond examples a second; 0 where there are none
 * @param gigaflops 10^9 additions and multiplications a second in matrix products and convolutions
 * @param bytesPerStep bytes that a step allocates; 0 where the JVM does not tell
 * @since 0.2
 */
public record Measurement(
    String workload,
    int trials,
    double stepsPerSecond,
    double imagesPerSecond,
    double gigaflops,
    double bytesPerStep) {}
