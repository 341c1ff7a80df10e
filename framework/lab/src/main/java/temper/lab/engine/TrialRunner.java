package temper.lab.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.lab.store.Outcome;
import temper.lab.store.TrialRecord;
import temper.lab.study.DivergedException;

/** Runs single trials of one experiment and turns whatever happens into a record. */
final class TrialRunner<P extends Record> {

  private static final int LONGEST_REASON = 200;
  private static final int DEEPEST_CAUSE = 20;

  private final ExperimentPlan<P> plan;
  private final TrialServices services;
  private final Underway underway;

  TrialRunner(ExperimentPlan<P> plan, TrialServices services, Underway underway) {
    this.plan = plan;
    this.services = services;
    this.underway = underway;
  }

  /**
   * Runs a trial. Any failure of the experiment's code becomes a failed record, so that one bad
   * trial never stops the others.
   *
   * @throws OutOfMemoryError if the memory is full, for which others may be to blame
   * @throws java.util.concurrent.CancellationException if the run is to stop
   * @throws temper.lab.store.StoreException if a checkpoint or a file cannot be kept
   * @throws temper.lab.data.MissingDataException if a data set turns out not to be usable
   */
  TrialRecord run(long index, TrialFiles files) {
    Underway.Share share = underway.begin();
    try {
      return run(index, files, share);
    } finally {
      underway.end(share);
    }
  }

  private TrialRecord run(long index, TrialFiles files, Underway.Share share) {
    long start = System.nanoTime();
    P parameters = plan.parametersOf(index);
    TrialContext trial =
        new TrialContext(
            plan,
            index,
            datasets(parameters),
            plan.experiment().files(parameters),
            services,
            files,
            share);
    Outcome outcome = Outcome.OK;
    String reason = "";
    @Nullable Throwable failure = null;
    try {
      plan.experiment().run(parameters, trial);
      List<String> missing = trial.output().missingMetrics();
      if (!missing.isEmpty()) {
        throw new IllegalStateException("the trial ended without setting metrics " + missing);
      }
    } catch (DivergedException diverged) {
      outcome = Outcome.DIVERGED;
      reason = oneLine(diverged.getMessage());
    } catch (Throwable thrown) { // The boundary: an error in one trial.
      failure = thrown;
    }
    trial.rethrowEnd();
    long nanos = System.nanoTime() - start;
    if (failure != null) {
      rethrowOutOfMemory(failure);
      return failed(plan.id(index), reason(failure), failure, nanos);
    }
    TrialOutput output = trial.output();
    return new TrialRecord(
        plan.id(index), outcome, reason, output.metricsCsv(), output.tablesCsv(), "", nanos);
  }

  /** An experiment may have wrapped the error in an exception of its own. */
  private static void rethrowOutOfMemory(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof OutOfMemoryError full) {
        throw full;
      }
      cause = cause.getCause();
    }
  }

  /** The record of a trial that has not enough memory even alone. */
  TrialRecord outOfMemory(long index, OutOfMemoryError full) {
    return failed(
        plan.id(index),
        oneLine(
            "OutOfMemoryError: "
                + full.getMessage()
                + "; alone it needs more memory than the JVM has (TEMPER_JAVA_OPTS=-Xmx8g)"),
        full,
        0);
  }

  private List<String> datasets(P parameters) {
    List<String> datasets = new ArrayList<>(plan.experiment().datasets());
    datasets.addAll(plan.experiment().datasets(parameters));
    return datasets;
  }

  /** A failed trial leaves no metrics and rows: they would be those of a trial that never ended. */
  private TrialRecord failed(long id, String reason, Throwable failure, long nanos) {
    TrialOutput empty = new TrialOutput(plan.layout().metrics(), plan.layout().tables());
    return new TrialRecord(
        id, Outcome.FAILED, reason, empty.metricsCsv(), empty.tablesCsv(), trace(failure), nanos);
  }

  /** The exception may be the experiment's own, and fail when it is asked. */
  private static String reason(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    try {
      String message = failure.getMessage();
      return oneLine(message == null ? type : type + ": " + message);
    } catch (RuntimeException silent) {
      return type;
    }
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    try {
      failure.printStackTrace(new PrintWriter(trace));
    } catch (RuntimeException silent) {
      trace.append("(the exception cannot be printed: ").append(silent.toString()).append(")");
    }
    return trace.toString();
  }

  private static String oneLine(@Nullable String text) {
    String line = String.valueOf(text).replaceAll("\\R", " ");
    if (line.length() <= LONGEST_REASON) {
      return line;
    }
    // Half of a surrogate pair is no character.
    int end = Character.isHighSurrogate(line.charAt(LONGEST_REASON - 1)) ? 1 : 0;
    return line.substring(0, LONGEST_REASON - end) + "...";
  }
}
