package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import temper.optim.AddDecayedWeights;
import temper.optim.Chain;
import temper.optim.GradientTransform;
import temper.optim.Momentum;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByRate;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.OneOf;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Gradient descent with momentum.
 *
 * <p>Velocity {@code v = momentum v + g}, step {@code w = w - rate v}; with {@code nesterov} the
 * step is {@code rate (g + momentum v)}. With {@code rateInside} the velocity is a sum of steps,
 * {@code v = momentum v + rate g}, as in Caffe: after a change of the rate it still moves at the
 * old one for a while.
 *
 * <p>Weight decay {@code coupled} is added to the gradient; {@code decoupled} is added to the step
 * and multiplied by the rate; {@code independent} is not multiplied by the rate.
 *
 * <p>Source: B. T. Polyak (1964); I. Sutskever et al. (2013) for Nesterov's form.
 *
 * <p>Differs: PyTorch has no form with the rate inside, Caffe no other.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Sgd implements OptimizerPlugin<Sgd.Parameters> {

  /**
   * Parameters.
   *
   * @param momentum factor of the velocity
   * @param nesterov whether the step looks one step ahead
   * @param rateInside whether the velocity is a sum of steps, as in Caffe, rather than of
   *     gradients, as in PyTorch
   * @param weightDecay weight decay
   * @param decay how the weight decay enters
   * @since 0.2
   */
  public record Parameters(
      @Doc("Factor of the velocity") Choice<SchedulePlugin<?>> momentum,
      @Doc("Whether the step looks one step ahead") boolean nesterov,
      @Doc(
              "Whether the velocity is a sum of steps, as in Caffe, rather than of gradients, as in PyTorch")
          boolean rateInside,
      @Doc("Weight decay") Choice<SchedulePlugin<?>> weightDecay,
      @Doc("How the weight decay enters") @OneOf({"coupled", "decoupled", "independent"})
          String decay) {

    /**
     * Rejects a decay that has no place in the form.
     *
     * @throws IllegalArgumentException if the rate is inside and the decay decoupled
     */
    public Parameters {
      if (rateInside && decay.equals("decoupled")) {
        throw new IllegalArgumentException(
            "with rateInside the decay is coupled or independent, got decoupled");
      }
    }
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public String summary() {
    return "Gradient descent with Polyak's or Nesterov's momentum.";
  }

  @Override
  public Source source() {
    return new Source(
        "Polyak", 1964, "Some methods of speeding up the convergence of iteration methods", "");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        Hyperparameters.constant(0), false, false, Hyperparameters.constant(0), "coupled");
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("plain", defaults()),
        new Example<>(
            "Nesterov",
            new Parameters(
                Hyperparameters.constant(0.9),
                true,
                false,
                Hyperparameters.constant(5e-4),
                "coupled")),
        new Example<>(
            "as in Caffe",
            new Parameters(
                Hyperparameters.constant(0.9),
                false,
                true,
                Hyperparameters.constant(4e-3),
                "coupled")),
        new Example<>(
            "decoupled decay",
            new Parameters(
                Hyperparameters.constant(0.9),
                false,
                false,
                Hyperparameters.constant(0.01),
                "decoupled")),
        new Example<>(
            "independent decay",
            new Parameters(
                Hyperparameters.constant(0),
                false,
                false,
                Hyperparameters.constant(1e-3),
                "independent")));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    Schedule decay = Schedule.of(p.weightDecay(), horizon);
    Schedule momentum = Schedule.of(p.momentum(), horizon);
    List<GradientTransform> links = new ArrayList<>();
    if (p.decay().equals("coupled")) {
      links.add(new AddDecayedWeights(decay, 1));
    }
    if (p.rateInside()) {
      links.add(new ScaleByRate());
    }
    links.add(new Momentum(momentum, p.nesterov()));
    if (p.decay().equals("decoupled")) {
      links.add(new AddDecayedWeights(decay, 1));
    }
    if (!p.rateInside()) {
      links.add(new ScaleByRate());
    }
    if (p.decay().equals("independent")) {
      links.add(new AddDecayedWeights(decay, -1));
    }
    return new Chain(links);
  }
}
