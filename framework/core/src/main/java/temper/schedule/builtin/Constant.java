package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.ScalarForm;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * The constant schedule, for which a bare number stands: {@code rate: 0.1}.
 *
 * <p>{@code at(step) = value}.
 *
 * <p>Boundary: none.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: PyTorch's ConstantLR is a reduced rate followed by the full rate; that is {@link
 * Warmup} with the shape {@code constant}.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Constant
    implements SchedulePlugin<Constant.Parameters>, ScalarForm<Constant.Parameters> {

  /**
   * Parameters.
   *
   * @param value the value
   * @since 0.1
   */
  public record Parameters(@Doc("The value") @Finite double value) {}

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String summary() {
    return "The same value at every step.";
  }

  @Override
  public String formula() {
    return "at(step) = value.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("zero", new Parameters(0)),
        new Example<>("negative", new Parameters(-1.5)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double value = p.value();
    return step -> {
      horizon.clamp(step);
      return value;
    };
  }

  @Override
  public Parameters parseScalar(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither a number, which means a constant, nor a schedule's name", e);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a constant must be finite, got " + text);
    }
    return new Parameters(value);
  }
}
