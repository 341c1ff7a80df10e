package temper.lab.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.StudyFolder;
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
   * @param unchecked one line for each experiment with trials that were taken from tables without
   *     checksums and have not been verified since
   */
  public record Result(
      long trials,
      int sampled,
      int compared,
      List<String> mismatches,
      List<String> damage,
      List<String> unchecked) {

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
   * Verifies a result folder. Nothing in it is changed but the marks of trials that were taken from
   * tables without checksums: those that give the same bytes are verified by that. Results of other
   * code are compared with what this code gives, which is told, and their marks stay.
   *
   * @param config the study with the settings of the result
   * @param folder the result folder
   * @param sample number of trials to run again; all if there are fewer
   * @param nonce text that decides, together with the ids of the trials, which are in the sample
   * @param settings how to run
   * @param listener watches
   * @return what came of it
   * @throws RegistrationChangedException if anything but code was registered otherwise
   * @throws temper.lab.store.LockedException if a live process writes there
   */
  public static Result verify(
      ResolvedStudy config,
      Path folder,
      int sample,
      String nonce,
      RunSettings settings,
      RunListener listener) {
    Result result;
    Map<String, Set<Long>> confirmed = new TreeMap<>();
    boolean ownCode;
    try (StudyView view = StudyView.openOfAnyCode(config, folder, settings)) {
      view.requireSettled();
      ownCode = view.changedCode().isEmpty();
      if (!ownCode) {
        listener.notice(
            "these results were made by other code or by another compiler ("
                + String.join("; ", view.changedCode())
                + "): told is whether this code gives the same bytes");
      }
      view.skippedLines().forEach(line -> listener.notice("not verified: " + line));
      view.absentFiles().ifPresent(listener::notice);
      List<Sampled> finished = finished(view, nonce);
      unfinishedLines(view, finished).forEach(listener::notice);
      List<Sampled> chosen = finished.subList(0, Math.min(sample, finished.size()));
      Map<Sampled, String> compared = compareAll(view, chosen, settings, listener);
      for (ExperimentPlan<?> plan : view.plans()) {
        Set<Long> same = new TreeSet<>(view.unchecked(plan));
        same.retainAll(
            compared.entrySet().stream()
                .filter(one -> one.getKey().plan() == plan && one.getValue().isEmpty())
                .map(one -> plan.id(one.getKey().index()))
                .toList());
        confirmed.put(plan.experiment().name(), same);
      }
      result =
          new Result(
              finished.size(),
              chosen.size(),
              compared.size(),
              compared.values().stream().filter(line -> !line.isEmpty()).sorted().toList(),
              view.damage(),
              uncheckedLines(view, confirmed));
    }
    if (ownCode
        && result.damage().isEmpty()
        && confirmed.values().stream().anyMatch(ids -> !ids.isEmpty())) {
      confirm(config, folder, confirmed, settings, listener);
    }
    return result;
  }

  private static List<Sampled> finished(StudyView view, String nonce) {
    List<Sampled> finished = new ArrayList<>();
    for (ExperimentPlan<?> plan : view.plans()) {
      for (long index = 0; index < plan.size(); index++) {
        if (view.finished(plan, index)) {
          finished.add(new Sampled(plan, index, order(nonce, plan.id(index))));
        }
      }
    }
    finished.sort(Comparator.comparing(Sampled::order));
    return finished;
  }

  /** One line for each experiment that was begun and not ended. */
  private static List<String> unfinishedLines(StudyView view, List<Sampled> finished) {
    List<String> lines = new ArrayList<>();
    for (ExperimentPlan<?> plan : view.plans()) {
      long there = finished.stream().filter(one -> one.plan() == plan).count();
      if (there > 0 && there < plan.size()) {
        lines.add(
            "not verified: %s: %d of %d trials are not finished; the command that began them resumes"
                .formatted(plan.experiment().name(), plan.size() - there, plan.size()));
      }
    }
    return lines;
  }

  /** Runs trials again, and says of each that was run what differs; nothing if it is the same. */
  private static Map<Sampled, String> compareAll(
      StudyView view, List<Sampled> chosen, RunSettings settings, RunListener listener) {
    Map<Sampled, String> compared = new ConcurrentHashMap<>();
    Underway underway = new Underway();
    listener.begins("verify", chosen.size(), 0, underway);
    new SideBySide(settings, listener::notice)
        .run(
            chosen.size(),
            index -> true,
            (index, alone) -> {
              Sampled trial = chosen.get(Math.toIntExact(index));
              Optional<TrialRecord> again =
                  view.again(trial.plan(), trial.index(), TrialFiles.NONE, underway, alone);
              again.ifPresent(
                  record -> {
                    TrialRecord then = view.stored(trial.plan(), trial.index()).orElseThrow();
                    compared.put(trial, difference(trial, then, record));
                    listener.finished(record.outcome(), record.nanos());
                  });
              return again.isPresent();
            });
    listener.ends("verify");
    return compared;
  }

  private static List<String> uncheckedLines(StudyView view, Map<String, Set<Long>> confirmed) {
    List<String> lines = new ArrayList<>();
    for (ExperimentPlan<?> plan : view.plans()) {
      String name = plan.experiment().name();
      int left = view.unchecked(plan).size() - confirmed.getOrDefault(name, Set.of()).size();
      if (left > 0) {
        lines.add(name + ": " + left + " trials were taken from tables without checksums");
      }
    }
    return lines;
  }

  private static void confirm(
      ResolvedStudy config,
      Path folder,
      Map<String, Set<Long>> confirmed,
      RunSettings settings,
      RunListener listener) {
    if (!StudyFolder.isWritable(folder)) {
      listener.notice(folder + " cannot be written: its marks of unchecked trials stay");
      return;
    }
    try (StudyRun run = StudyRun.open(config, folder, settings, listener)) {
      run.confirm(confirmed);
    }
  }

  private static String difference(Sampled trial, TrialRecord then, TrialRecord again) {
    String name = trial.plan().experiment().name() + " " + TrialRecord.hex(again.id());
    if (again.outcome() != then.outcome() || !again.reason().equals(then.reason())) {
      return name + ": outcome was " + then.outcome().label() + ", is " + again.outcome().label();
    }
    if (!again.metrics().equals(then.metrics())) {
      return name + ": metrics were " + then.metrics() + ", are " + again.metrics();
    }
    return again.tables().equals(then.tables()) ? "" : name + ": the rows of its tables differ";
  }

  private static String order(String nonce, long id) {
    return Hashes.sha256(nonce + "\n" + id);
  }
}
