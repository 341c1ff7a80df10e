package temper.lab.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.lab.store.Outcome;

/** Keeps how far a run is, for whoever asks, and passes on to a listener what it is told. */
final class ProgressKeeper implements RunListener {

  private final RunListener listener;
  private final Runnable news;
  private @Nullable Stage stage;

  /**
   * A keeper of what happens from now on.
   *
   * @param listener is told everything too
   * @param news what is done where an experiment begins or ends
   */
  ProgressKeeper(RunListener listener, Runnable news) {
    this.listener = listener;
    this.news = news;
  }

  /** An experiment that runs. Counters are guarded by the keeper. */
  private static final class Stage {

    private final String experiment;
    private final long trials;
    private final long kept;
    private final Underway underway;
    private final long began = System.nanoTime();
    private long ran;
    private long diverged;
    private long failed;

    Stage(String experiment, long trials, long kept, Underway underway) {
      this.experiment = experiment;
      this.trials = trials;
      this.kept = kept;
      this.underway = underway;
    }

    RunProgress progress() {
      Underway.Snapshot now = underway.now();
      return new RunProgress(
          experiment,
          trials,
          kept,
          ran,
          diverged,
          failed,
          now.trials(),
          now.done(),
          now.inherited(),
          (System.nanoTime() - began) / 1e9);
    }
  }

  /** How far the experiment is that runs now; empty between two of them. */
  synchronized Optional<RunProgress> now() {
    return Optional.ofNullable(stage).map(Stage::progress);
  }

  @Override
  public void begins(String experiment, long trials, long kept, Underway underway) {
    synchronized (this) {
      stage = new Stage(experiment, trials, kept, underway);
    }
    news.run();
    listener.begins(experiment, trials, kept, underway);
  }

  @Override
  public void finished(Outcome outcome, long nanos) {
    synchronized (this) {
      if (stage != null) {
        stage.ran++;
        stage.diverged += outcome == Outcome.DIVERGED ? 1 : 0;
        stage.failed += outcome == Outcome.FAILED ? 1 : 0;
      }
    }
    listener.finished(outcome, nanos);
  }

  @Override
  public void ends(String experiment) {
    synchronized (this) {
      stage = null;
    }
    news.run();
    listener.ends(experiment);
  }

  @Override
  public void notice(String message) {
    listener.notice(message);
  }
}
