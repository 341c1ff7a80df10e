package temper.lab.report;

/**
 * One of the findings that a claim consists of.
 *
 * @param name what distinguishes it from the other parts
 * @param quantity what is estimated
 * @param n number of replicates or pairs; 0 if it was not run
 * @param estimate the estimate; NaN if there is none
 * @param low lower end of the interval; NaN if there is none
 * @param high upper end of the interval; NaN if there is none
 * @param p p-value; NaN if there is none
 * @param verdict how it fell
 * @param reason why it fell so, in a sentence; may be empty
 * @since 0.1
 */
public record PartRow(
    String name,
    String quantity,
    long n,
    double estimate,
    double low,
    double high,
    double p,
    String verdict,
    String reason) {}
