package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Controller;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;

/**
 * Reduces the value when a measurement no longer improves.
 *
 * <p>A measurement is bad unless it is better than the best so far by more than the threshold; NaN
 * is bad. When more than {@code patience} measurements in a row were bad, the value is multiplied
 * by {@code factor}, but not below {@code minimum}; then {@code cooldown} measurements are not
 * counted.
 *
 * <p>Boundary: {@code initial} until the first reduction.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: as PyTorch's ReduceLROnPlateau, except that the direction has no default (timm's is
 * the opposite of PyTorch's) and that a relative threshold is a part of the best value's magnitude,
 * so that it also works for negative measurements.
 *
 * @since 0.1
 */
@AutoService(ControllerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class ReduceOnPlateau implements ControllerPlugin<ReduceOnPlateau.Parameters> {

  /**
   * Parameters.
   *
   * @param initial first value
   * @param direction which measurements are better; there is no default, so the default is refused
   * @param factor factor of a reduction
   * @param patience bad measurements in a row that are tolerated
   * @param threshold smallest improvement that counts
   * @param relative whether the threshold is a part of the best value's magnitude
   * @param cooldown measurements after a reduction that are not counted as bad
   * @param minimum smallest value
   * @param smallestChange a reduction by this or less is not made
   * @since 0.1
   */
  public record Parameters(
      @Doc("First value") @Positive double initial,
      @Doc("Which measurements are better") @OneOf({"minimize", "maximize"}) String direction,
      @Doc("Factor of a reduction") @Range(min = 0, max = 1, minOpen = true, maxOpen = true)
          double factor,
      @Doc("Bad measurements in a row that are tolerated") @NonNegative int patience,
      @Doc("Smallest improvement that counts") @NonNegative double threshold,
      @Doc("Whether the threshold is a part of the best value's magnitude") boolean relative,
      @Doc("Measurements after a reduction that are not counted as bad") @NonNegative int cooldown,
      @Doc("Smallest value") @Finite double minimum,
      @Doc("A reduction by this or less is not made") @NonNegative double smallestChange) {

    /**
     * The defaults for one direction.
     *
     * @param direction {@code minimize} or {@code maximize}
     * @return the parameters
     */
    public static Parameters of(String direction) {
      return new Parameters(0.1, direction, 0.1, 10, 1e-4, true, 0, 0, 1e-8);
    }
  }

  @Override
  public String name() {
    return "reduce-on-plateau";
  }

  @Override
  public String summary() {
    return "Reduced by a factor whenever a measurement has stopped improving.";
  }

  @Override
  public String formula() {
    return "After more than patience bad measurements in a row: value = max(value * factor, "
        + "minimum); a measurement is bad unless it is better than the best so far by more "
        + "than the threshold.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return Parameters.of("");
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("of a loss", Parameters.of("minimize")),
        new Example<>(
            "of an accuracy, impatient",
            new Parameters(1, "maximize", 0.5, 1, 0.001, false, 2, 0.01, 0)));
  }

  @Override
  public Controller create(Parameters p, Horizon horizon) {
    return new Plateau(p);
  }

  private static final class Plateau implements Controller {

    private final Parameters p;
    private final double sign;
    private double value;
    private double best = Double.POSITIVE_INFINITY; // Of the measurement times the sign.
    private int bad;
    private int uncounted;

    Plateau(Parameters p) {
      this.p = p;
      this.sign = p.direction().equals("maximize") ? -1 : 1;
      this.value = p.initial();
    }

    @Override
    public double value() {
      return value;
    }

    @Override
    public void observe(double measurement) {
      double m = sign * measurement;
      if (m < best - margin()) {
        best = m;
        bad = 0;
      } else {
        bad++;
      }
      if (uncounted > 0) {
        uncounted--;
        bad = 0;
      }
      if (bad > p.patience()) {
        double reduced = Math.max(value * p.factor(), p.minimum());
        if (value - reduced > p.smallestChange()) {
          value = reduced;
        }
        uncounted = p.cooldown();
        bad = 0;
      }
    }

    private double margin() {
      if (!p.relative()) {
        return p.threshold();
      }
      // Before the first measurement there is nothing to be relative to.
      return Double.isInfinite(best) ? 0 : p.threshold() * Math.abs(best);
    }

    @Override
    public Snapshot save() {
      return Snapshot.of(value, best, bad, uncounted);
    }

    @Override
    public void restore(Snapshot snapshot) {
      double[] state = snapshot.require(4);
      value = state[0];
      best = state[1];
      bad = (int) state[2];
      uncounted = (int) state[3];
    }
  }
}
