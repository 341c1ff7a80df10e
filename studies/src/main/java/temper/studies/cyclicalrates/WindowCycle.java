package temper.studies.cyclicalrates;

import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Cycles between two bounds under one of the paper's windows: triangle {@code 1 - |u|}, Welch's
 * parabola {@code 1 - u^2}, Hann's {@code (1 + cos(pi u)) / 2}, with u from -1 to 1 over the cycle.
 *
 * <p>Inside the study only: nobody else finds it by name.
 */
final class WindowCycle implements SchedulePlugin<WindowCycle.Parameters> {

  static final String TRIANGLE = "triangle";
  static final String WELCH = "welch";
  static final String HANN = "hann";

  /**
   * Parameters.
   *
   * @param window shape of a cycle
   * @param base lower bound, at which a cycle starts and ends
   * @param peak upper bound
   * @param half length of a rise, and of a fall
   */
  record Parameters(
      @Doc("Shape of a cycle") @OneOf({TRIANGLE, WELCH, HANN}) String window,
      @Doc("Lower bound, at which a cycle starts and ends") @Finite double base,
      @Doc("Upper bound") @Finite double peak,
      @Doc("Length of a rise, and of a fall") @Positive Length half) {}

  @Override
  public String name() {
    return "window-cycle";
  }

  @Override
  public String summary() {
    return "Cycles between two bounds under a window.";
  }

  @Override
  public String formula() {
    return "at(step) = base + (peak - base) * window(u), u from -1 to 1 over each cycle.";
  }

  @Override
  public Source source() {
    return new Source(
        "Smith", 2017, "Cyclical Learning Rates for Training Neural Networks", "arXiv:1506.01186");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(TRIANGLE, 0.001, 0.006, Length.percent(10));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(new Example<>("defaults", defaults()));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double half = p.half().resolve(horizon);
    return step -> {
      double s = horizon.clamp(step);
      double u = (s - 2 * half * Math.floor(s / (2 * half))) / half - 1;
      return p.base() + (p.peak() - p.base()) * height(p.window(), u);
    };
  }

  private static double height(String window, double u) {
    return switch (window) {
      case TRIANGLE -> 1 - Math.abs(u);
      case WELCH -> 1 - u * u;
      case HANN -> 0.5 * (1 + StableMath.cos(Math.PI * u));
      default -> throw new IllegalArgumentException("no window '" + window + "'");
    };
  }
}
