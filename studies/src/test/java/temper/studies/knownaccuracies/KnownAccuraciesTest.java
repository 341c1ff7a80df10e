package temper.studies.knownaccuracies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.studies.training.NetworkTraining;
import temper.studies.training.TrainingParameters;

class KnownAccuraciesTest {

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Accuracies(double... values) implements Tables {

    @Override
    public Set<String> experiments() {
      return Set.of(Networks.FASHION, Networks.CIFAR);
    }

    @Override
    public Table trials(String experiment) {
      return Table.builder(values.length).numbers("test_accuracy", values).build();
    }

    @Override
    public Table table(String experiment, String table) {
      throw new IllegalArgumentException("no table " + table);
    }
  }

  private static Claim.Part part(String id, double... accuracies) {
    return new KnownAccuracies()
        .claims().stream()
            .filter(claim -> claim.id().equals(id))
            .findFirst()
            .orElseThrow()
            .evaluation()
            .apply(new Accuracies(accuracies))
            .get(0);
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
