package temper.lab.engine;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a run is in one of its experiments.
 *
 * @param experiment name of the experiment
 * @param trials number of trials of this run's shard
 * @param kept how many of them were finished earlier
 * @param ran how many of them this run has finished
 * @param diverged how many of those diverged
 * @param failed how many of those failed
 * @param running number of running trials that told how far they are
 * @param share the sum of their shares, in trials
 * @param inherited what this run took over from checkpoints of earlier runs, in trials
 * @param seconds time since the experiment began
 * @since 0.3
 */
public record RunProgress(
    String experiment,
    long trials,
    long kept,
    long ran,
    long diverged,
    long failed,
    int running,
    double share,
    double inherited,
    double seconds) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * The trials that are finished.
   *
   * @return those of this run and those of earlier ones
   */
  public long finished() {
    return kept + ran;
  }

  /**
   * What this run has done by itself, running trials with their shares.
   *
   * @return trials, as a fraction
   */
  public double done() {
    return ran + share - inherited;
  }

  /**
   * How long the rest will take at the speed of this run so far.
   *
   * @return 0 or more; NaN as long as nothing is done
   */
  public double secondsLeft() {
    double left = Math.max(0, trials - finished() - share);
    return done() > 0 ? left * seconds / done() : Double.NaN;
  }

  /** What other processes are told. */
  byte[] toJson() {
    return MAPPER.writeValueAsBytes(this);
  }

  /** What another process told; empty if it told nothing, or is just writing it. */
  static Optional<RunProgress> parse(byte[] told) {
    try {
      RunProgress progress = MAPPER.readValue(told, RunProgress.class);
      return Optional.ofNullable(progress).filter(one -> one.experiment() != null);
    } catch (JacksonException nothing) {
      return Optional.empty();
    }
  }
}
