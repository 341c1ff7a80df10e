package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Controller;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;

/**
 * The Modified Lam temperature: it follows the acceptance rate along a target.
 *
 * <p>The measurement is 1 for a proposal that was accepted and 0 for one that was not; anything
 * between is a mean of several. After proposal i of n the acceptance rate is averaged, {@code a =
 * ((window - 1) a + accepted) / window}, and compared with the target at {@code x = i / n}:
 *
 * <pre>{@code
 * x < 0.15           0.44 + 0.56 * 560^(-x / 0.15)
 * 0.15 <= x < 0.65   0.44
 * x >= 0.65          0.44 * 440^(-(x - 0.65) / 0.35)
 * }</pre>
 *
 * <p>Above the target the temperature is multiplied by {@code factor}, otherwise divided by it.
 *
 * <p>Boundary: {@code initial} for the first proposal, with an acceptance rate of {@code
 * acceptance}; after the length the target stays at 0.001.
 *
 * <p>Source: Cicirello (2017), Variable Annealing Length and Parallelism in Simulated Annealing,
 * Symposium on Combinatorial Search, figure 1; the schedule is that of Boyan (1998), after Swartz
 * (1993), the target from Lam and Delosme (1988), Performance of a New Annealing Schedule. The
 * method {@code fast} computes the target without a power per step, after Cicirello (2020),
 * Optimizing the Modified Lam Annealing Schedule.
 *
 * <p>Differs: the phases switch at {@code x >= 0.15} as in the paper, one step earlier than in
 * Chips-n-Salsa.
 *
 * @since 0.1
 */
@AutoService(ControllerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class ModifiedLam implements ControllerPlugin<ModifiedLam.Parameters> {

  /**
   * How the target is computed.
   *
   * @since 0.1
   */
  public enum Method {
    /** By a product that is carried from step to step. */
    FAST,
    /** By the formula. */
    LITERAL
  }

  /**
   * Parameters.
   *
   * @param initial temperature of the first proposal
   * @param acceptance acceptance rate that is assumed at first
   * @param window number of proposals over which the acceptance rate is averaged
   * @param factor factor of the temperature, below 1
   * @param length number of proposals over which the target falls
   * @param method how the target is computed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Temperature of the first proposal") @Positive double initial,
      @Doc("Acceptance rate that is assumed at first") @Range(min = 0, max = 1) double acceptance,
      @Doc("Number of proposals over which the acceptance rate is averaged") @Range(min = 1)
          double window,
      @Doc("Factor of the temperature") @Range(min = 0, max = 1, minOpen = true, maxOpen = true)
          double factor,
      @Doc("Number of proposals over which the target falls") @Positive Length length,
      @Doc("How the target is computed") Method method) {}

  @Override
  public String name() {
    return "modified-lam";
  }

  @Override
  public String summary() {
    return "A temperature that holds the acceptance rate of proposals to a falling target.";
  }

  @Override
  public String formula() {
    return "a = ((window - 1) * a + accepted) / window after each proposal; T = T * factor if "
        + "a is above the target, otherwise T / factor. With x = proposals / length the "
        + "target is 0.44 + 0.56 * 560^(-x / 0.15) for x < 0.15, 0.44 for x < 0.65, then "
        + "0.44 * 440^(-(x - 0.65) / 0.35).";
  }

  @Override
  public Source source() {
    return new Source(
        "Cicirello",
        2017,
        "Variable Annealing Length and Parallelism in Simulated Annealing",
        "arXiv:1709.02877");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.5, 0.5, 500, 0.999, Length.percent(100), Method.FAST);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "literal", new Parameters(0.5, 0.5, 500, 0.999, Length.percent(100), Method.LITERAL)));
  }

  @Override
  public Controller create(Parameters p, Horizon horizon) {
    return new Lam(p, p.length().resolve(horizon));
  }

  /**
   * The target of the acceptance rate.
   *
   * @param length number of proposals, {@code > 0}
   * @return the rate after each number of proposals; 0.001 from {@code length} on
   */
  public static Schedule target(double length) {
    return step -> LamTarget.at(Math.min(step / length, 1));
  }

  private static final class Lam implements Controller {

    private final Parameters p;
    private final LamTarget target;
    private double temperature;
    private double acceptance;
    private long step;

    Lam(Parameters p, double length) {
      this.p = p;
      this.target = new LamTarget(length, p.method() == Method.LITERAL);
      this.temperature = p.initial();
      this.acceptance = p.acceptance();
    }

    @Override
    public double value() {
      return temperature;
    }

    @Override
    public void observe(double accepted) {
      step++;
      acceptance = ((p.window() - 1) * acceptance + accepted) / p.window();
      temperature =
          acceptance > target.after(step) ? temperature * p.factor() : temperature / p.factor();
    }

    @Override
    public Snapshot save() {
      return Snapshot.of(temperature, acceptance, (double) step, target.excess(), target.last());
    }

    @Override
    public void restore(Snapshot snapshot) {
      double[] state = snapshot.require(5);
      temperature = state[0];
      acceptance = state[1];
      step = (long) state[2];
      target.restore(state[3], state[4]);
    }
  }
}
