package temper.optim;

import java.util.ArrayList;
import java.util.List;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Multiplies by minus the learning rate, times each group's factor: {@code u = -rate factor u}.
 *
 * <p>The one place at which the rate enters. Before the momentum it makes the velocity a sum of
 * steps, as in Caffe and in Sutskever et al. (2013); after it the velocity is a sum of gradients,
 * as in PyTorch. The two differ when the rate changes.
 *
 * @since 0.2
 */
public record ScaleByRate() implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    List<Tensor> parts = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    // Neighbouring groups of one factor are one part, usually the whole.
    int start = 0;
    for (int i = 0; i < memory.groups().size(); i++) {
      ParameterGroup group = memory.groups().get(i);
      boolean last = i + 1 == memory.groups().size();
      if (last || memory.groups().get(i + 1).rateFactor() != group.rateFactor()) {
        parts.add(memory.gradient().view(start, Shape.of(group.end() - start)));
        factors.add(group.rateFactor());
        start = group.end();
      }
    }
    Tensor[] views = parts.toArray(Tensor[]::new);
    double[] scales = factors.stream().mapToDouble(Double::doubleValue).toArray();
    return (step, rate) -> {
      for (int i = 0; i < views.length; i++) {
        memory.kernels().affine(-rate * scales[i], views[i], 0, views[i]);
      }
    };
  }
}
