package temper.optim;

/**
 * Another optimiser whose gradients pass through a transform first.
 *
 * @param transform what changes the gradient
 * @param inner the other optimiser
 * @since 0.2
 */
public record Transformed(GradientTransform transform, Optimizer inner) implements Optimizer {

  @Override
  public Stepper start(OptimizerMemory memory) {
    GradientTransform.Link link = transform.start(memory);
    return WrappedObjective.stepper(
        inner.start(memory),
        (step, rate, objective) -> {
          double loss = objective.evaluate();
          link.apply(step, rate);
          return loss;
        });
  }
}
