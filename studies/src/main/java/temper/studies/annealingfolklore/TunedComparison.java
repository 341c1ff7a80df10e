package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;

/**
 * Arms that are compared each at its own best base rate: an experiment that tries the rates of each
 * arm's grid, and one that trains the arms at the best of them on fresh seeds.
 *
 * @param name name of the comparison
 * @param summary what it asks
 * @param followed whether the comparison writes a row for each epoch
 * @param arms the arms of each profile, at any rate
 */
record TunedComparison(
    String name, String summary, boolean followed, Function<Profile, List<Arm>> arms) {

  private static final String SUFFIX = "-tuning";

  /** Rates of the grid that are tried in the smaller profiles. */
  private static final Set<Integer> SMOKE = Set.of(3);

  private static final Set<Integer> QUICK = Set.of(0, 2, 4, 6);

  /** The name of the experiment that tries rates. */
  String tuningName() {
    return name + SUFFIX;
  }

  ArmTraining tuning() {
    return new ArmTraining(
        new ArmTraining.Plan(
            tuningName(),
            "Base rates for: " + summary,
            false,
            List.of(),
            profile -> -1,
            (profile, earlier) -> Design.of(candidates(profile), Replicates.tuning(profile))));
  }

  ArmTraining confirmation() {
    return new ArmTraining(
        new ArmTraining.Plan(
            name,
            summary,
            followed,
            List.of(tuningName()),
            profile -> (long) arms.apply(profile).size() * Replicates.networks(profile),
            (profile, earlier) ->
                Design.of(tuned(profile, earlier), Replicates.networks(profile))));
  }

  private List<Arm> candidates(Profile profile) {
    List<Arm> cells = new ArrayList<>();
    for (Arm arm : arms.apply(profile)) {
      cells.addAll(candidates(arm, profile));
    }
    return cells;
  }

  /** An arm at each rate of its grid. */
  static List<Arm> candidates(Arm arm, Profile profile) {
    List<Double> grid = arm.grid();
    List<Arm> cells = new ArrayList<>();
    for (int i = 0; i < grid.size(); i++) {
      boolean tried =
          switch (profile) {
            case SMOKE -> SMOKE.contains(i);
            case QUICK -> QUICK.contains(i);
            case FULL -> true;
          };
      if (tried) {
        cells.add(arm.withRate(grid.get(i)));
      }
    }
    return cells;
  }

  private List<Arm> tuned(Profile profile, Tables earlier) {
    return arms.apply(profile).stream().map(arm -> tuned(arm, earlier)).toList();
  }

  /** An arm at the best rate that was found for it. */
  Arm tuned(Arm arm, Tables earlier) {
    return arm.withRate(rate(arm, earlier));
  }

  private double rate(Arm arm, Tables earlier) {
    return TunedRates.largest(earlier.trials(tuningName()), "score")
        .where("data", arm.data())
        .where("train", arm.train())
        .where("net", arm.net())
        .where("optimizer", arm.optimizer())
        .where("law", arm.law())
        .where("shape", arm.shape())
        .where("epochs", arm.epochs())
        .where("batch", arm.batch())
        .rate();
  }
}
