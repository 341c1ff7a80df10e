package temper.studies.knownaccuracies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.lab.study.Claim;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.studies.FixedTables;
import temper.studies.training.NetworkTraining;
import temper.studies.training.TrainingParameters;

class KnownAccuraciesTest {

  private static Claim.Part part(String id, double... accuracies) {
    Claim claim =
        new KnownAccuracies()
            .claims().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    Table trials = Table.builder(accuracies.length).numbers("test_accuracy", accuracies).build();
    return claim.evaluation().apply(new FixedTables(claim.experiments().get(0), trials)).get(0);
  }

  @Test
  void theBoundsAreThoseThatAreStated() {
    Claim.Part good = part("ACC-1", 0.89, 0.892, 0.891, 0.8905);
    assertTrue(good.region().contains(good.evidence().interval(0.95)));
    Claim.Part bad = part("ACC-2", 0.74, 0.742, 0.741, 0.7405);
    assertFalse(bad.region().contains(bad.evidence().estimate()));
  }

  @Test
  void aTrialThatDivergedCountsAsNoAccuracy() {
    assertEquals(0.6, part("ACC-2", 0.8, Double.NaN, 0.8, 0.8).evidence().estimate(), 1e-15);
  }

  @Test
  void caffesNetworkTakesEightThousandStepsAndItsRateFallsAfterSevenThousand() {
    NetworkTraining experiment = Networks.cifarQuick();
    TrainingParameters cell = experiment.design(Profile.FULL, NoTables.INSTANCE).cell().apply(0);
    Horizon horizon = Horizon.ofEpochs(cell.epochs(), 50_000 / 100.0);
    assertEquals(8000, horizon.totalSteps());
    @SuppressWarnings("unchecked") // Its plug-in is a schedule's.
    Schedule rate =
        Schedule.of(
            (temper.plugin.Choice<SchedulePlugin<?>>) (temper.plugin.Choice<?>) cell.rate(),
            horizon);
    assertEquals(0.001, rate.at(6999), 1e-18);
    assertEquals(0.0001, rate.at(7000), 1e-18);
  }
}
