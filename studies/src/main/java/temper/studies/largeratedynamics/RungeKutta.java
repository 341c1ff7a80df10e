package temper.studies.largeratedynamics;

import temper.studies.fullbatch.FullBatchLoss;

/** The classical fourth-order Runge-Kutta method for gradient flow. */
final class RungeKutta {

  private static final double[] NODES = {0, 0.5, 0.5, 1};

  private RungeKutta() {}

  /**
   * A step along the negative gradient.
   *
   * @param slopes four vectors of the point's length; overwritten
   */
  static void step(FullBatchLoss loss, double[] point, double time, double[][] slopes) {
    double[] place = new double[point.length];
    for (int stage = 0; stage < 4; stage++) {
      double[] before = slopes[Math.max(0, stage - 1)];
      for (int i = 0; i < point.length; i++) {
        place[i] = stage == 0 ? point[i] : point[i] - NODES[stage] * time * before[i];
      }
      loss.gradient(place, slopes[stage]);
    }
    for (int i = 0; i < point.length; i++) {
      double mean = slopes[0][i] + 2 * (slopes[1][i] + slopes[2][i]) + slopes[3][i];
      point[i] -= time / 6 * mean;
    }
  }
}
