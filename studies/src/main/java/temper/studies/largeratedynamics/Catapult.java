package temper.studies.largeratedynamics;

import temper.random.RandomStream;

/**
 * Gradient descent on the model of Lewkowycz and others: <i>f = v'u / sqrt(n)</i> for the single
 * example <i>x = 1, y = 0</i> with the loss <i>f^2 / 2</i>, whose only curvature is <i>(|u|^2 +
 * |v|^2) / n</i>.
 */
final class Catapult {

  /** Loss above which a run has diverged, over the loss at its start and the width. */
  private static final double DIVERGED = 1e6;

  /** Loss below which a run has converged, over the one at its start. */
  private static final double CONVERGED = 1e-6;

  private final double[] u;
  private final double[] v;

  private Catapult(double[] u, double[] v) {
    this.u = u;
    this.v = v;
  }

  /** Both layers standard Gaussian. */
  static Catapult start(int width, RandomStream stream) {
    double[] u = new double[width];
    double[] v = new double[width];
    stream.fillGaussian(u);
    stream.fillGaussian(v);
    return new Catapult(u, v);
  }

  double output() {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum / Math.sqrt(u.length);
  }

  double curvature() {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * u[i] + v[i] * v[i];
    }
    return sum / u.length;
  }

  void step(double rate) {
    double factor = rate * output() / Math.sqrt(u.length);
    for (int i = 0; i < u.length; i++) {
      double before = u[i];
      u[i] -= factor * v[i];
      v[i] -= factor * before;
    }
  }

  /** Descends until the run has converged or diverged, for so many steps at most. */
  Run run(double product, int steps, Observer observer) {
    double curvature = curvature();
    double rate = product / curvature;
    double first = loss();
    double highest = first;
    double before = first;
    boolean monotone = true;
    for (int step = 0; step <= steps; step++) {
      double loss = loss();
      observer.see(step, loss, rate * curvature());
      monotone &= loss <= before;
      before = loss;
      highest = Math.max(highest, loss);
      if (!(loss <= DIVERGED * u.length * first)) {
        return new Run(Phase.DIVERGENT, step, first, highest, curvature, curvature(), rate);
      }
      if (loss < CONVERGED * first) {
        Phase phase = monotone ? Phase.LAZY : Phase.CATAPULT;
        return new Run(phase, step, first, highest, curvature, curvature(), rate);
      }
      step(rate);
    }
    return new Run(Phase.UNDECIDED, steps, first, highest, curvature, curvature(), rate);
  }

  private double loss() {
    double f = output();
    return f * f / 2;
  }

  /** How a run goes. */
  enum Phase {
    /** The loss never rises and comes down. */
    LAZY("lazy"),
    /** The loss rises first and comes down. */
    CATAPULT("catapult"),
    /** The loss rises without bound. */
    DIVERGENT("divergent"),
    /** Neither within the steps that were allowed. */
    UNDECIDED("undecided");

    private final String label;

    Phase(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** A run that has ended. */
  record Run(
      Phase phase,
      int steps,
      double firstLoss,
      double highestLoss,
      double firstCurvature,
      double lastCurvature,
      double rate) {}

  /** Sees each state of a run. */
  @FunctionalInterface
  interface Observer {

    void see(int step, double loss, double product);
  }
}
