package temper.optim;

import java.util.List;

/**
 * An optimiser made of transforms: the gradient passes through each in order, and what comes out is
 * added to the parameters.
 *
 * @param transforms the links in order
 * @since 0.2
 */
public record Chain(List<GradientTransform> transforms) implements Optimizer {

  /** Copies the list. */
  public Chain {
    transforms = List.copyOf(transforms);
  }

  /**
   * A chain.
   *
   * @param transforms the links in order
   * @return the optimiser
   */
  public static Chain of(GradientTransform... transforms) {
    return new Chain(List.of(transforms));
  }

  @Override
  public Stepper start(OptimizerMemory memory) {
    GradientTransform.Link[] links = new GradientTransform.Link[transforms.size()];
    for (int i = 0; i < links.length; i++) {
      links[i] = transforms.get(i).start(memory);
    }
    return (step, rate, objective) -> {
      double loss = objective.evaluate();
      for (GradientTransform.Link link : links) {
        link.apply(step, rate);
      }
      memory.kernels().accumulate(1, memory.gradient(), 1, memory.parameters());
      return loss;
    };
  }
}
