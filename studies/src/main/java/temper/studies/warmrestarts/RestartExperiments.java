package temper.studies.warmrestarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** The experiments about single networks: what restarts do on the way and at the end. */
final class RestartExperiments {

  static final String RESTARTS = "restarts";
  static final String TUNING = "rate-tuning";
  static final String TUNED = "tuned-rates";
  static final String GRID = "rate-grid";
  static final String COMPARISON = "comparison-arms";

  /** The largest learning rate of SGDR and of the weaker default in its paper. */
  static final double RATE = 0.05;

  private static final List<Double> TUNED_RATES = List.of(0.025, 0.05, 0.1);
  private static final List<Double> GRID_RATES = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.2);

  private RestartExperiments() {}

  static List<Experiment<?>> all() {
    return List.of(restarts(), tuning(), tuned(), grid(), comparison());
  }

  private static AnytimeTraining restarts() {
    return new AnytimeTraining(
        RESTARTS,
        "Restarts against one cosine cycle and step decay at one budget and one largest rate.",
        true,
        List.of(),
        (profile, earlier) ->
            arms(profile, Arm.STEP, Arm.COSINE, Arm.LONG_RESTARTS, Arm.SHORT_RESTARTS));
  }

  private static AnytimeTraining comparison() {
    return new AnytimeTraining(
        COMPARISON,
        "One cosine cycle against later ways to end a run: straight lines and averages.",
        true,
        List.of(),
        (profile, earlier) -> arms(profile, Arm.COSINE, Arm.LINEAR, Arm.COOLDOWN, Arm.AVERAGED));
  }

  private static Design<AnytimeTraining.Params> arms(Profile profile, Arm... arms) {
    Setting setting = Setting.restarts(profile, false);
    return Design.of(
        Arrays.stream(arms).map(arm -> new AnytimeTraining.Params(setting, arm, RATE)).toList(),
        Replicates.paired(profile));
  }

  private static AnytimeTraining tuning() {
    return new AnytimeTraining(
        TUNING,
        "The best of three rates for one cosine cycle and for step decay, on validation images.",
        false,
        List.of(),
        (profile, earlier) ->
            Design.of(
                rates(Setting.restarts(profile, true), TUNED_RATES, Arm.STEP, Arm.COSINE),
                Replicates.tuning(profile)));
  }

  private static AnytimeTraining tuned() {
    return new AnytimeTraining(
        TUNED,
        "One cosine cycle against step decay, each at its best rate.",
        false,
        List.of(TUNING),
        (profile, earlier) -> {
          Setting setting = Setting.restarts(profile, false);
          List<AnytimeTraining.Params> cells = new ArrayList<>();
          for (Arm arm : List.of(Arm.STEP, Arm.COSINE)) {
            cells.add(new AnytimeTraining.Params(setting, arm, bestRate(earlier, arm)));
          }
          return Design.of(cells, Replicates.paired(profile));
        });
  }

  /** The rate of the least mean error in tuning; a run that diverged has the error 1. */
  static double bestRate(Tables earlier, Arm arm) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (double rate : TUNED_RATES) {
      Table runs = earlier.trials(TUNING).where("arm", arm.key()).where("rate", rate);
      double mean =
          Arrays.stream(runs.numbers(AnytimeTraining.SELECTION_ERROR))
              .map(error -> Double.isNaN(error) ? 1 : error)
              .average()
              .orElse(1);
      if (mean < least) {
        least = mean;
        best = rate;
      }
    }
    return best;
  }

  private static AnytimeTraining grid() {
    return new AnytimeTraining(
        GRID,
        "How much the largest rate matters with restarts and with step decay.",
        false,
        List.of(),
        (profile, earlier) -> {
          List<Double> rates = profile == Profile.FULL ? GRID_RATES : List.of(0.005, 0.05, 0.2);
          return Design.of(
              rates(Setting.restarts(profile, false), rates, Arm.STEP, Arm.LONG_RESTARTS),
              profile == Profile.QUICK ? 2 : Replicates.paired(profile));
        });
  }

  private static List<AnytimeTraining.Params> rates(
      Setting setting, List<Double> rates, Arm... arms) {
    List<AnytimeTraining.Params> cells = new ArrayList<>();
    for (Arm arm : arms) {
      for (double rate : rates) {
        cells.add(new AnytimeTraining.Params(setting, arm, rate));
      }
    }
    return cells;
  }
}
