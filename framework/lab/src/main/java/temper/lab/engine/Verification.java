package temper.lab.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.TrialRecord;

/**
 * Runs a sample of finished trials again and compares what they write, byte by byte.
 *
 * @since 0.1
 */
public final class Verification {

  private static final double DOUBT = 0.05;

  private Verification() {}

  /**
   * What came of a verification.
   *
   * @param trials number of finished trials
   * @param sampled number of trials in the sample
   * @param compared number of trials that were run again, fewer if the run was stopped
   * @param mismatches one line for each trial that gave other bytes
   * @param damage one line for each place where the stored result is damaged
   */
  public record Result(
      long trials, int sampled, int compared, List<String> mismatches, List<String> damage) {

    /**
     * The exact upper 95 % bound on the share of trials that would differ, given that none of the
     * sample did: the largest share q with {@code (1 - q)^compared >= 0.05}.
     *
     * @return a share from 0 to 1; 0 if every trial was compared
     */
    public double upperBound() {
      return compared == trials ? 0 : 1 - StrictMath.pow(DOUBT, 1.0 / compared);
    }
  }

  private record Sampled(ExperimentPlan<?> plan, long index, String order) {}

  /**
   * Verifies a result folder.
   *
   * @param config the study with the settings of the result
   * @param folder the result folder
   * @param sample number of trials to run again; all if there are fewer
   * @param nonce text that decides, together with the ids of the trials, which are in the sample
   * @param settings how to run
   * @param listener watches
   * @return what came of it
   * @throws RegistrationChangedException if the code or config is not that of the result
   */
  public static Result verify(
      ResolvedStudy config,
      Path folder,
      int sample,
      String nonce,
      RunSettings settings,
      RunListener listener) {
    try (StudyRun run = StudyRun.open(config, folder, settings, listener)) {
      List<String> wrongFiles = run.restore();
      List<Sampled> finished = new ArrayList<>();
      for (ExperimentPlan<?> plan : run.allPlans()) {
        for (long index = 0; index < plan.size(); index++) {
          if (run.finished(plan, index)) {
            finished.add(new Sampled(plan, index, order(nonce, plan.id(index))));
          }
        }
      }
      finished.sort(Comparator.comparing(Sampled::order));
      List<Sampled> chosen = finished.subList(0, Math.min(sample, finished.size()));
      List<String> mismatches = Collections.synchronizedList(new ArrayList<>());
      LongAdder compared = new LongAdder();
      listener.begins("verify", chosen.size(), 0);
      new TrialExecutor(settings.workers(), settings.stop())
          .run(
              chosen.size(),
              index -> true,
              index -> {
                TrialRecord again = compare(run, chosen.get(Math.toIntExact(index)), mismatches);
                compared.increment();
                listener.finished(again.outcome(), again.nanos());
              });
      listener.ends("verify");
      Collections.sort(mismatches);
      return new Result(
          finished.size(),
          chosen.size(),
          compared.intValue(),
          List.copyOf(mismatches),
          Stream.concat(wrongFiles.stream(), run.damage().stream()).toList());
    }
  }

  private static TrialRecord compare(StudyRun run, Sampled trial, List<String> mismatches) {
    TrialRecord again = run.again(trial.plan(), trial.index());
    TrialRecord then = run.stored(trial.plan(), trial.index()).orElseThrow();
    String name = trial.plan().experiment().name() + " " + TrialRecord.hex(again.id());
    if (again.outcome() != then.outcome() || !again.reason().equals(then.reason())) {
      mismatches.add(
          name + ": outcome was " + then.outcome().label() + ", is " + again.outcome().label());
    } else if (!again.metrics().equals(then.metrics())) {
      mismatches.add(name + ": metrics were " + then.metrics() + ", are " + again.metrics());
    } else if (!again.tables().equals(then.tables())) {
      mismatches.add(name + ": the rows of its tables differ");
    }
    return again;
  }

  private static String order(String nonce, long id) {
    return Hashes.sha256(nonce + "\n" + id);
  }
}
