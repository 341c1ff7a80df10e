package temper.lab.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import temper.lab.store.Outcome;
import temper.lab.store.TrialRecord;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;

/** Runs single trials of one experiment and turns whatever happens into a record. */
final class TrialRunner<P extends Record> {

  private final ExperimentPlan<P> plan;
  private final TrialServices services;

  TrialRunner(ExperimentPlan<P> plan, TrialServices services) {
    this.plan = plan;
    this.services = services;
  }

  /**
   * Runs a trial. Any failure of the experiment's code becomes a failed record, so that one bad
   * trial never stops the others.
   *
   * @throws CancellationException if the run is to stop
   */
  TrialRecord run(long index, CheckpointSlot checkpoints) {
    long start = System.nanoTime();
    Experiment<P> experiment = plan.experiment();
    TrialContext trial =
        new TrialContext(experiment, plan.layout(), plan.replicate(index), services, checkpoints);
    Outcome outcome = Outcome.OK;
    String reason = "";
    @Nullable Throwable failure = null;
    try {
      experiment.run(plan.parametersOf(index), trial);
      List<String> missing = trial.output().missingMetrics();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("the trial ended without setting metrics " + missing);
      }
    } catch (CancellationException stop) {
      if (services.stop().raised()) {
        throw stop;
      }
      failure = stop;
    } catch (DivergedException diverged) {
      outcome = Outcome.DIVERGED;
      reason = oneLine(diverged.getMessage());
    } catch (ThreadDeath death) {
      throw death;
    } catch (Throwable thrown) { // The boundary: an error in one trial, out of memory included.
      failure = thrown;
    }
    long nanos = System.nanoTime() - start;
    if (failure != null) {
      return failed(plan.id(index), failure, nanos);
    }
    TrialOutput output = trial.output();
    return new TrialRecord(
        plan.id(index), outcome, reason, output.metricsCsv(), output.tablesCsv(), "", nanos);
  }

  /** A failed trial leaves no metrics and rows: they would be those of a trial that never ended. */
  private TrialRecord failed(long id, Throwable failure, long nanos) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    TrialOutput empty = new TrialOutput(plan.layout().metrics(), plan.layout().tables());
    return new TrialRecord(
        id,
        Outcome.FAILED,
        oneLine(failure.getClass().getSimpleName() + ": " + failure.getMessage()),
        empty.metricsCsv(),
        empty.tablesCsv(),
        trace.toString(),
        nanos);
  }

  private static String oneLine(@Nullable String text) {
    String line = String.valueOf(text).replaceAll("\\R", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + "...";
  }
}
