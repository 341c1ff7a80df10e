package temper.studies.warmrestarts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.data.Examples;
import temper.lab.study.Table;
import temper.numerics.StableMath;
import temper.stats.Power;
import temper.studies.FixedTables;
import temper.train.Evaluation;

/** What claims and tables are computed from, against values by hand. */
class MeasuresTest {

  private static final double LEVEL = 0.05 / 15;

  @Test
  void anEnsembleIsTheMeanOfItsMembersProbabilities() {
    Examples examples = Examples.ofNumbers(new double[] {0, 0, 0}, new int[] {0, 1, 1}, 1);
    double[] one = {0.9, 0.1, 0.6, 0.4, 0.8, 0.2};
    double[] other = {0.5, 0.5, 0.2, 0.8, 0.6, 0.4};

    Evaluation together = Ensemble.evaluate(List.of(one, other), examples);

    // Means of the true class: 0.7, 0.6 and 0.3.
    double loss = -(StableMath.log(0.7) + StableMath.log(0.6) + StableMath.log(0.3)) / 3;
    assertEquals(loss, together.loss(), 1e-15);
    assertEquals(1.0 / 3, Ensemble.error(together));
    assertEquals(2.0 / 3, Ensemble.error(Ensemble.evaluate(List.of(one), examples)));
    assertEquals(1.0 / 3, Ensemble.disagreement(one, other, 2), 1e-15);
  }

  @Test
  void correlationIsPearsons() {
    double[] x = {1, 2, 3, 4};

    assertEquals(1, Ensemble.correlation(x, new double[] {3, 5, 7, 9}), 1e-15);
    assertEquals(-1, Ensemble.correlation(x, new double[] {4, 3, 2, 1}), 1e-15);
    // Products of deviations sum to 3, squares to 5 each.
    assertEquals(0.6, Ensemble.correlation(x, new double[] {2, 1, 4, 3}), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0.5, 2})
  void theSlopeOfAParabolaIsFoundExactly(double at) {
    double[] places = {0.7, 1.1, 1.6, 1.8, 2.3};
    double[] weights = Parabola.slopeWeights(places, at);

    double slope = 0;
    double shifted = 0;
    for (int i = 0; i < places.length; i++) {
      double x = places[i];
      slope += weights[i] * (2 - 3 * x + 0.5 * x * x);
      shifted += weights[i];
    }

    assertEquals(-3 + at, slope, 1e-12);
    assertEquals(0, shifted, 1e-12);
  }

  @Test
  void theFirstEpochThatIsLowEnoughCounts() {
    Table curve =
        Table.builder(4)
            .numbers("epoch", new double[] {1, 2, 3, 4})
            .numbers("test_error", new double[] {0.5, 0.3, 0.4, 0.2})
            .build();

    Course whole = new Course(false, 4, curve);
    Course broken = new Course(true, 5, curve);

    assertEquals(2, whole.epochsTo(0.3));
    assertEquals(4, whole.epochsTo(0.25));
    assertEquals(8, whole.epochsTo(0.1));
    assertEquals(0.2, whole.lastError());
    assertEquals(10, broken.epochsTo(0.3));
    assertEquals(0.9, broken.lastError());
  }

  @Test
  void aRestartCountsIfTheLossRisesAndFallsBelow() {
    Table restarts =
        Table.builder(4)
            .numbers("before", new double[] {1, 1, 1, 1})
            .numbers("peak", new double[] {2, 1, 2, 3})
            .numbers("after", new double[] {0.5, 0.5, 1.5, 0.9})
            .build();

    assertEquals(2, RestartClaims.risesAndFalls(restarts));
  }

  @Test
  void tuningTakesTheRateOfTheLeastMeanErrorAndCountsDivergence() {
    Table trials =
        Table.builder(6)
            .texts("arm", new String[] {"step", "step", "step", "step", "step", "step"})
            .numbers("rate", new double[] {0.025, 0.025, 0.05, 0.05, 0.1, 0.1})
            .numbers("selection_error", new double[] {0.3, 0.3, 0.2, 0.38, 0.1, Double.NaN})
            .build();

    assertEquals(
        0.05, RestartExperiments.bestRate(new FixedTables("rate-tuning", trials), Arm.STEP));
  }

  @Test
  void twelveReplicatesDecideWhatTheNotesSay() {
    assertTrue(Power.paired(0.85 / 0.6, 12, LEVEL) > 0.8);
    assertTrue(Power.paired(0.7 / 0.6, 12, LEVEL) < 0.8);
    assertTrue(Power.equivalence(0, 1 / 0.6, 12, LEVEL / 2) > 0.8);
  }
}
