package temper.studies.sharpminima;

import temper.random.RandomStream;
import temper.studies.fullbatch.FullBatchLoss;

/**
 * Sharpness after Keskar: the largest rise of the loss within a ball around a point, over one plus
 * the loss at the point. Found by projected gradient ascent from random points of the sphere.
 *
 * @param radius of the ball
 * @param restarts number of random starts
 * @param steps of ascent from each
 */
record Sharpness(double radius, int restarts, int steps) {

  /** A step of ascent as a share of the radius, at first; it falls to a hundredth of that. */
  private static final double STRIDE = 0.5;

  /** The largest rise that is found, over one plus the loss: a lower bound of the sharpness. */
  double of(FullBatchLoss loss, double[] point, RandomStream stream) {
    double base = loss.at(point);
    double best = base;
    for (int restart = 0; restart < restarts; restart++) {
      best = Math.max(best, ascend(loss, point, stream));
    }
    return (best - base) / (1 + base);
  }

  private double ascend(FullBatchLoss loss, double[] point, RandomStream stream) {
    int size = point.length;
    double[] offset = new double[size];
    stream.fillGaussian(offset);
    project(offset, 0);
    double[] slope = new double[size];
    double[] moved = new double[size];
    double best = Double.NEGATIVE_INFINITY;
    for (int step = 0; step <= steps; step++) {
      for (int i = 0; i < size; i++) {
        moved[i] = point[i] + offset[i];
      }
      best = Math.max(best, loss.gradient(moved, slope));
      double length = Minimum.length(slope);
      if (length == 0) {
        return best;
      }
      double stride = STRIDE * radius * (1 - 0.99 * step / steps) / length;
      for (int i = 0; i < size; i++) {
        offset[i] += stride * slope[i];
      }
      project(offset, radius);
    }
    return best;
  }

  /** Brings a vector that is longer than allowed to the sphere. */
  private void project(double[] x, double allowed) {
    double length = Minimum.length(x);
    if (length > allowed) {
      for (int i = 0; i < x.length; i++) {
        x[i] *= radius / length;
      }
    }
  }

  /** The second-order estimate of the sharpness from the largest eigenvalue of the Hessian. */
  double estimate(double largest, double loss) {
    return largest * radius * radius / (2 * (1 + loss));
  }
}
