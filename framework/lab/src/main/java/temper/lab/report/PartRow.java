package temper.lab.report;

/**
 * One of the findings that a claim consists of.
 *
 * @param quantity what is estimated
 * @param test how it is decided
 * @param region the values that count as reproduced
 * @param n number of replicates or pairs
 * @param estimate the estimate; NaN if there is none
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param p smallest level at which the interval decides; NaN if it is exact
 * @param verdict how it fell
 * @since 0.1
 */
public record PartRow(
    String quantity,
    String test,
    String region,
    long n,
    double estimate,
    double low,
    double high,
    double p,
    String verdict) {}
