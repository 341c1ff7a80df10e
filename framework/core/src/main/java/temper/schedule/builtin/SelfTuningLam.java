package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Controller;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;
import temper.schedule.Length;

/**
 * The Self-Tuning Lam temperature: {@link ModifiedLam} whose constants are learned from the first
 * proposals, so that it does not depend on the scale of the cost.
 *
 * <p>Of n proposals the first m are for tuning: {@code m = floor(0.001 n)} from n = 10 000 on,
 * {@code floor(0.01 n)} below. Their temperature is infinite, so that every one is accepted, and
 * their measurement is the change of the cost. With the mean size D of the changes that are not 0,
 * the part g of changes that are not positive, and the {@link ModifiedLam#target target} after m
 * and 2m proposals as a and b:
 *
 * <pre>{@code
 * T(m) = -D / ln((a - g) / (1 - g))      so that a part a is accepted
 * T(2m) = -D / ln((b - g) / (1 - g))
 * factor = (T(2m) / T(m))^(1 / m)
 * }</pre>
 *
 * <p>From there on the measurement is 1 for a proposal that was accepted and 0 for one that was
 * not, and the temperature is multiplied by the factor where the acceptance rate, an average over
 * {@code window = max((0.01 n + 1) / 2, 5)} proposals that starts with a, is above the target, and
 * otherwise divided by it. {@link Controller#observeProposal} chooses the measurement itself.
 *
 * <p>Boundary: infinite for the first m proposals; after the length the target stays at 0.001.
 * Where g is not below a (or b), g is taken to be 0.001 less; without any change D is 1. A run of
 * less than 100 proposals is {@link ModifiedLam} with its own constants.
 *
 * <p>Source: Cicirello (2021), Self-Tuning Lam Annealing: Learning Hyperparameters While Problem
 * Solving, Applied Sciences 11(21), 9828, equations 8 to 24 and algorithms 3 to 7.
 *
 * <p>Differs: the phases switch at {@code x >= 0.15}, one step earlier than in the paper's equation
 * 1; the target goes on from its formula where the paper's goes on from a also when 0.001 n is not
 * whole. For some g just below a the paper's factor is above 1, which would heat where it ought to
 * cool; here the factor is then the one of g above a. The paper says that runs below 100 have
 * defaults but not which.
 *
 * @since 0.1
 */
@AutoService(ControllerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class SelfTuningLam implements ControllerPlugin<SelfTuningLam.Parameters> {

  private static final double LONG_RUN = 10_000;
  private static final double SHORTEST_TUNED_RUN = 100;

  /** How far below a target the part of acceptances that are certain is taken to be at most. */
  private static final double GAP = 0.001;

  /**
   * Parameters.
   *
   * @param length number of proposals over which the target falls
   * @param method how the target is computed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of proposals over which the target falls") @Positive Length length,
      @Doc("How the target is computed") ModifiedLam.Method method) {}

  @Override
  public String name() {
    return "self-tuning-lam";
  }

  @Override
  public String summary() {
    return "The modified Lam temperature that learns its scale from the first proposals.";
  }

  @Override
  public String formula() {
    return "T and factor of modified-lam from the first m proposals, which are all accepted: "
        + "T(k) = -D / ln((target(k) - g) / (1 - g)), factor = (T(2 m) / T(m))^(1 / m), D "
        + "the mean size of changes of the cost, g the part of changes that are not "
        + "positive.";
  }

  @Override
  public Source source() {
    return new Source(
        "Cicirello",
        2021,
        "Self-Tuning Lam Annealing: Learning Hyperparameters While Problem Solving",
        "doi:10.3390/app11219828");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(100), ModifiedLam.Method.FAST);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("literal", new Parameters(Length.percent(100), ModifiedLam.Method.LITERAL)),
        new Example<>("long", new Parameters(Length.steps(50_000), ModifiedLam.Method.FAST)),
        new Example<>("untuned", new Parameters(Length.steps(99), ModifiedLam.Method.FAST)));
  }

  @Override
  public Controller create(Parameters p, Horizon horizon) {
    return new Lam(p.length().resolve(horizon), p.method());
  }

  private static final class Lam implements Controller {

    private final LamTarget target;
    private final double share; // Of the run that is for tuning.
    private final long tuning; // Proposals for tuning.
    private final double window;
    private double temperature;
    private double factor;
    private double acceptance;
    private long step;
    private double size; // Sum of the sizes of changes.
    private long changes; // Changes other than 0.
    private long certain; // Changes that are not positive.

    Lam(double length, ModifiedLam.Method method) {
      this.target = new LamTarget(length, method == ModifiedLam.Method.LITERAL);
      this.share = length >= LONG_RUN ? 0.001 : 0.01;
      if (length < SHORTEST_TUNED_RUN) {
        ModifiedLam.Parameters constants = new ModifiedLam().defaults();
        tuning = 0;
        window = constants.window();
        temperature = constants.initial();
        factor = constants.factor();
        acceptance = constants.acceptance();
      } else {
        tuning = (long) Math.floor(length / (length >= LONG_RUN ? 1000 : 100));
        window = Math.max((0.01 * length + 1) / 2, 5);
        temperature = Double.POSITIVE_INFINITY;
        factor = 1;
        acceptance = LamTarget.at(share);
      }
    }

    @Override
    public double value() {
      return temperature;
    }

    @Override
    public void observeProposal(double change, boolean accepted) {
      observe(step < tuning ? change : accepted ? 1 : 0);
    }

    @Override
    public void observe(double measurement) {
      if (step < tuning) {
        sample(measurement);
        step++;
        target.after(step);
        if (step == tuning) {
          tune();
        }
        return;
      }
      step++;
      acceptance = ((window - 1) * acceptance + measurement) / window;
      temperature = acceptance > target.after(step) ? temperature * factor : temperature / factor;
    }

    private void sample(double change) {
      if (!Double.isFinite(change)) {
        throw new IllegalArgumentException(
            "self-tuning-lam: a change of the cost must be finite while it is tuned, got "
                + change);
      }
      if (change != 0) {
        size += Math.abs(change);
        changes++;
      }
      if (change <= 0) {
        certain++;
      }
    }

    private void tune() {
      double mean = changes > 0 ? size / changes : 1;
      double sure = certain / (double) (certain == tuning ? tuning + 1 : tuning);
      double start = scale(LamTarget.at(share), sure);
      double end = scale(LamTarget.at(2 * share), sure);
      temperature = mean * start;
      double ratio = end / start;
      if (!(ratio < 1)) {
        ratio = scale(LamTarget.at(2 * share), 1) / scale(LamTarget.at(share), 1);
      }
      factor = StableMath.pow(ratio, 1.0 / tuning);
    }

    /** The temperature, as a multiple of the mean change, at which a part is accepted. */
    private static double scale(double wanted, double sure) {
      double g = sure < wanted ? sure : wanted - GAP;
      return -1 / StableMath.log((wanted - g) / (1 - g));
    }

    @Override
    public Snapshot save() {
      return Snapshot.of(
          temperature,
          factor,
          acceptance,
          (double) step,
          size,
          (double) changes,
          (double) certain,
          target.excess(),
          target.last());
    }

    @Override
    public void restore(Snapshot snapshot) {
      double[] state = snapshot.require(9);
      temperature = state[0];
      factor = state[1];
      acceptance = state[2];
      step = (long) state[3];
      size = state[4];
      changes = (long) state[5];
      certain = (long) state[6];
      target.restore(state[7], state[8]);
    }
  }
}
