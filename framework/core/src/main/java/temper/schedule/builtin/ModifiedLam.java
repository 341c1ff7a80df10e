package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
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
 * <p>Source: Cicirello (2009), Variable Annealing Length and Parallelism in Simulated Annealing,
 * SoCS, figure 1; the target is that of Swartz (1993), from Lam and Delosme (1988). The method
 * {@code fast} computes the target without a power per step, after Cicirello (2020), Optimizing the
 * Modified Lam Annealing Schedule.
 *
 * <p>Differs: the phases switch at {@code x >= 0.15} as in the paper, one step earlier than in
 * Chips-n-Salsa.
 *
 * @since 0.1
 */
@AutoService(ControllerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class ModifiedLam implements ControllerPlugin<ModifiedLam.Parameters> {

  private static final double FIRST_END = 0.15;
  private static final double SECOND_END = 0.65;
  private static final double PLATEAU = 0.44;

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
  public Source source() {
    return new Source(
        "Cicirello", 2009, "Variable Annealing Length and Parallelism in Simulated Annealing", "");
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
    return step -> {
      double x = Math.min(step / length, 1);
      if (x < FIRST_END) {
        return PLATEAU + 0.56 * StableMath.pow(560, -x / FIRST_END);
      }
      return x < SECOND_END
          ? PLATEAU
          : PLATEAU * StableMath.pow(440, -(x - SECOND_END) / (1 - SECOND_END));
    };
  }

  private static final class Lam implements Controller {

    private final Parameters p;
    private final double length;
    private final Schedule literal;
    private final double firstFactor;
    private final double lastFactor;
    private double temperature;
    private double acceptance;
    private long step;
    private double excess = 0.56; // Of the target over the plateau, in the first phase.
    private double last = PLATEAU; // The target of the last phase.

    Lam(Parameters p, double length) {
      this.p = p;
      this.length = length;
      this.literal = target(length);
      this.firstFactor = StableMath.pow(560, -1 / (FIRST_END * length));
      this.lastFactor = StableMath.pow(440, -1 / ((1 - SECOND_END) * length));
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
      double wanted = p.method() == Method.LITERAL ? literal.at((double) step) : fastTarget();
      temperature = acceptance > wanted ? temperature * p.factor() : temperature / p.factor();
    }

    private double fastTarget() {
      double x = Math.min(step / length, 1);
      if (x < FIRST_END) {
        excess *= firstFactor;
        return PLATEAU + excess;
      } else if (x < SECOND_END) {
        return PLATEAU;
      }
      // The phase begins between two steps: the first product comes from the formula.
      if ((step - 1) / length < SECOND_END) {
        last = literal.at((double) step);
      } else if (step <= length) {
        last *= lastFactor;
      }
      return last;
    }

    @Override
    public Snapshot save() {
      return Snapshot.of(temperature, acceptance, (double) step, excess, last);
    }

    @Override
    public void restore(Snapshot snapshot) {
      double[] state = snapshot.require(5);
      temperature = state[0];
      acceptance = state[1];
      step = (long) state[2];
      excess = state[3];
      last = state[4];
    }
  }
}
