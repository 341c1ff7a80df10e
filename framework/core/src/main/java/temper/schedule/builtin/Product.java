package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Size;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * The product of schedules at the same step.
 *
 * <p>{@code at(step) = factors[0].at(step) * factors[1].at(step) * ...}.
 *
 * <p>Boundary: the factors' own.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: PyTorch's ChainedScheduler multiplies through a shared rate.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Product implements SchedulePlugin<Product.Parameters> {

  /**
   * Parameters.
   *
   * @param factors the schedules
   * @since 0.1
   */
  public record Parameters(
      @Doc("The schedules") @Size(min = 1) List<Choice<SchedulePlugin<?>>> factors) {

    /** Copies the list. */
    public Parameters {
      factors = List.copyOf(factors);
    }
  }

  @Override
  public String name() {
    return "product";
  }

  @Override
  public String summary() {
    return "The product of schedules.";
  }

  @Override
  public String formula() {
    return "at(step) = factors[0].at(step) * factors[1].at(step) * ....";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(List.of(Examples.CONSTANT, Examples.COSINE));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("square", new Parameters(List.of(Examples.FALLING, Examples.FALLING))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    Schedule[] factors =
        p.factors().stream().map(factor -> Schedule.of(factor, horizon)).toArray(Schedule[]::new);
    return step -> {
      double product = factors[0].at(step);
      for (int i = 1; i < factors.length; i++) {
        product *= factors[i].at(step);
      }
      return product;
    };
  }
}
