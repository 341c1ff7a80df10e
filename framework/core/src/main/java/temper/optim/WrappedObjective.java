package temper.optim;

import org.jspecify.annotations.Nullable;

/**
 * The objective that a wrapped optimiser sees during one step: the step's own, with something done
 * before or after. One object serves all steps, so that a step allocates nothing.
 */
final class WrappedObjective implements Objective {

  /** What is done around an evaluation. */
  @FunctionalInterface
  interface Around {

    /** Evaluates, and changes the gradient or the parameters as the method asks. */
    double evaluate(double step, double rate, Objective objective);
  }

  private final Around around;
  private double step;
  private double rate;
  private @Nullable Objective objective;

  WrappedObjective(Around around) {
    this.around = around;
  }

  WrappedObjective at(double newStep, double newRate, Objective newObjective) {
    step = newStep;
    rate = newRate;
    objective = newObjective;
    return this;
  }

  @Override
  public double evaluate() {
    if (objective == null) {
      throw new IllegalStateException("evaluated outside of a step");
    }
    return around.evaluate(step, rate, objective);
  }

  /** An optimiser that sees the wrapped objective, and evaluates where the inner one does. */
  static Optimizer.Stepper stepper(Optimizer.Stepper inner, Around around) {
    WrappedObjective wrapped = new WrappedObjective(around);
    return new Optimizer.Stepper() {
      @Override
      public double step(double step, double rate, Objective objective) {
        return inner.step(step, rate, wrapped.at(step, rate, objective));
      }

      @Override
      public void placeEvaluation() {
        inner.placeEvaluation();
      }

      @Override
      public void restoreTraining() {
        inner.restoreTraining();
      }
    };
  }
}
