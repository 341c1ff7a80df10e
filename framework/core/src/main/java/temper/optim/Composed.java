package temper.optim;

import java.util.List;

/**
 * Several transforms as one.
 *
 * @param transforms the links in order
 * @since 0.2
 */
public record Composed(List<GradientTransform> transforms) implements GradientTransform {

  /** Copies the list. */
  public Composed {
    transforms = List.copyOf(transforms);
  }

  @Override
  public Link start(OptimizerMemory memory) {
    Link[] links = transforms.stream().map(t -> t.start(memory)).toArray(Link[]::new);
    return (step, rate) -> {
      for (Link link : links) {
        link.apply(step, rate);
      }
    };
  }
}
