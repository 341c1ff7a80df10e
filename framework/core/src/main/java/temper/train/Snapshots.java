package temper.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Keeps the network at chosen steps, such as the ends of the cycles of a cyclic rate, whose members
 * make a snapshot ensemble.
 *
 * <p>Source: G. Huang et al., Snapshot ensembles: train 1, get M for free, ICLR (2017).
 *
 * @since 0.2
 */
public final class Snapshots implements TrainingListener {

  private final LongPredicate wanted;
  private final List<Snapshot> kept = new ArrayList<>();

  /**
   * Snapshots at chosen steps.
   *
   * @param wanted whether the network is kept after so many completed steps
   */
  public Snapshots(LongPredicate wanted) {
    this.wanted = wanted;
  }

  /**
   * Snapshots at equal distances.
   *
   * @param steps steps between two snapshots, {@code >= 1}
   * @return a listener that keeps the network after each multiple of the steps
   * @throws IllegalArgumentException if there are fewer than 1 steps
   */
  public static Snapshots every(long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps between snapshots must be >= 1, got " + steps);
    }
    return new Snapshots(step -> step % steps == 0);
  }

  @Override
  public boolean afterStep(Trainer trainer, double rate, double loss) {
    if (wanted.test(trainer.completed())) {
      kept.add(trainer.snapshot());
    }
    return true;
  }

  /**
   * What was kept.
   *
   * @return snapshots in the order of their steps
   */
  public List<Snapshot> kept() {
    return Collections.unmodifiableList(kept);
  }
}
