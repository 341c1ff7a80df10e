package temper.stats;

/**
 * Performance profiles: for each solver the share of problems that it solves within a factor of the
 * best.
 *
 * <p>Source: E. D. Dolan and J. J. More, Benchmarking optimization software with performance
 * profiles, Mathematical Programming 91 (2002) 201-213.
 *
 * @since 0.1
 */
public final class PerformanceProfile {

  private final double[][] ratios;

  private PerformanceProfile(double[][] ratios) {
    this.ratios = ratios;
  }

  /**
   * Compares solvers.
   *
   * @param costs one row for each problem, one column for each solver; positive, smaller is better,
   *     infinite for a failure
   * @return the profiles
   * @throws IllegalArgumentException if rows differ in length or a cost is not positive
   */
  public static PerformanceProfile of(double[][] costs) {
    Checks.atLeast("number of problems", costs.length, 1);
    double[][] ratios = new double[costs.length][];
    for (int problem = 0; problem < costs.length; problem++) {
      Checks.sameLength(costs[0], costs[problem]);
      ratios[problem] = Checks.ordered("costs[" + problem + "]", costs[problem]);
      double best = Double.POSITIVE_INFINITY;
      for (double cost : costs[problem]) {
        if (!(cost > 0)) {
          throw new IllegalArgumentException("costs must be positive, got " + cost);
        }
        best = Math.min(best, cost);
      }
      for (int solver = 0; solver < ratios[problem].length; solver++) {
        double cost = ratios[problem][solver];
        ratios[problem][solver] = Double.isInfinite(cost) ? cost : cost / best;
      }
    }
    return new PerformanceProfile(ratios);
  }

  /**
   * The share of problems that a solver solves within a factor of the best.
   *
   * @param solver index of the solver
   * @param factor at least 1
   * @return between 0 and 1; a problem that no solver solved counts for none
   * @throws IllegalArgumentException if there is no such solver or the factor is below 1
   */
  public double at(int solver, double factor) {
    if (solver < 0 || solver >= ratios[0].length) {
      throw new IllegalArgumentException(
          "solver must lie in [0, " + (ratios[0].length - 1) + "], got " + solver);
    }
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("factor must be at least 1, got " + factor);
    }
    int within = 0;
    for (double[] problem : ratios) {
      within += problem[solver] <= factor && Double.isFinite(problem[solver]) ? 1 : 0;
    }
    return (double) within / ratios.length;
  }

  /**
   * The share of runs with a score above a threshold: the profile of scores whose area is the mean
   * (Agarwal et al. 2021, section 4.2).
   *
   * @param scores scores of the runs, larger is better; possibly infinite
   * @param threshold any number
   * @return between 0 and 1
   * @throws IllegalArgumentException if there is no score or one is NaN
   */
  public static double scoresAbove(double[] scores, double threshold) {
    Checks.ordered("scores", scores);
    int above = 0;
    for (double score : scores) {
      above += score > threshold ? 1 : 0;
    }
    return (double) above / scores.length;
  }
}
