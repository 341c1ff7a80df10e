package temper.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Simulation.assertCount;
import static temper.stats.Simulation.assertRate;
import static temper.stats.Simulation.normal;
import static temper.stats.Simulation.rows;
import static temper.stats.Simulation.stream;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.stats.Simulation.Rate;

/** Error rates over families of hypotheses, true and false ones mixed. */
class FamilySimulationTest {

  private static final double ALPHA = 0.1;
  private static final Rate NEMENYI = Rate.between(0.05, 0.105);
  private static final Rate FRIEDMAN = Rate.between(0.08, 0.11);

  /**
   * Of 3 conditions and 6 replicates the first value beyond the limit of 4.605 is 5.333, which is
   * reached with probability 0.072, as in the tables of Friedman (1937).
   */
  private static final Rate FRIEDMAN_OF_SIX = new Rate(0.0715, 0.0725);

  /** How often a family is drawn; the long version draws more. */
  int runs() {
    return 20_000;
  }

  @Test
  void holmRejectsNoTrueHypothesisWithTheProbabilityThatIndependenceGives() {
    RandomStream stream = stream("holm");
    // Two false hypotheses are always rejected, then three true ones share the level.
    double level = 1 - StrictMath.pow(1 - ALPHA / 3, 3);
    assertRate(
        "holm, two of five false",
        Rate.exactly(level),
        runs(),
        () -> {
          double[] p = {1e-9, stream.uniform(), stream.uniform(), 1e-8, stream.uniform()};
          Holm holm = Holm.of(p, 5, ALPHA);
          return p[1] <= holm.level(1) || p[2] <= holm.level(2) || p[4] <= holm.level(4);
        });
  }

  @Test
  void holmKeepsTheLevelOfTheFamilyUnderDependence() {
    RandomStream stream = stream("dependent");
    for (double sign : new double[] {1, -1}) {
      assertRate(
          "holm under dependence",
          Rate.atMost(ALPHA),
          runs(),
          () -> {
            // Three true hypotheses on one shared error, a weak false one among them.
            double shared = stream.gaussian();
            double[] p = {
              p(shared + 0.3 * stream.gaussian(), 0.3),
              p(sign * shared + 0.3 * stream.gaussian(), 0.3),
              p(shared, 0),
              p(2.5 + stream.gaussian(), 0)
            };
            double[] adjusted = Holm.of(p, 4, ALPHA).adjusted();
            return Math.min(adjusted[0], Math.min(adjusted[1], adjusted[2])) <= ALPHA;
          });
    }
  }

  /** The two-sided p-value of a normal variable of variance {@code 1 + extra^2}. */
  private static double p(double z, double extra) {
    return 2 * Distributions.normalUpperTail(Math.abs(z) / Math.sqrt(1 + extra * extra));
  }

  @Test
  void claimsDecidedAtTheirHolmLevelsKeepTheLevelOfTheFamily() {
    RandomStream stream = stream("claims");
    // Four true nulls: the first rejection is at a quarter of the level, of which signed ranks of
    // twelve attain P(W <= 10) on either side.
    double tail = Arrays.stream(WilcoxonSignedRank.distribution(12), 0, 11).sum();
    assertTrue(tail <= ALPHA / 8 && tail > ALPHA / 10);
    assertRate(
        "claims",
        Rate.exactly(1 - StrictMath.pow(1 - 2 * tail, 4)),
        runs() / 4,
        () -> {
          Hypothesis[] claims = new Hypothesis[4];
          double[] p = new double[4];
          for (int i = 0; i < 4; i++) {
            claims[i] = new Hypothesis(WilcoxonSignedRank.of(normal(stream, 12)), Region.above(0));
            p[i] = claims[i].p();
          }
          Holm holm = Holm.of(p, 4, ALPHA);
          for (int i = 0; i < 4; i++) {
            if (claims[i].decide(holm.level(i)) != Position.UNDECIDED) {
              return true;
            }
          }
          return false;
        });
  }

  @Test
  void theShareOfFalseDiscoveriesIsTheShareOfTrueHypothesesTimesTheRate() {
    RandomStream stream = stream("discoveries");
    for (int trueOnes : new int[] {3, 6, 8}) {
      // A coin that falls with the probability of the share makes the mean share a binomial rate.
      assertRate(
          "benjamini-hochberg, " + trueOnes + " of 8 true",
          Rate.exactly(ALPHA * trueOnes / 8),
          runs(),
          () -> stream.uniform() < falseShare(stream, trueOnes, 0));
      // Positive dependence keeps it below.
      assertRate(
          "benjamini-hochberg under dependence",
          Rate.atMost(ALPHA * trueOnes / 8),
          runs(),
          () -> stream.uniform() < falseShare(stream, trueOnes, 1));
    }
  }

  private static double falseShare(RandomStream stream, int trueOnes, double sharing) {
    double shared = sharing * stream.gaussian();
    double[] p = new double[8];
    for (int i = 0; i < 8; i++) {
      double z = (shared + stream.gaussian()) / Math.sqrt(1 + sharing * sharing);
      p[i] = Distributions.normalUpperTail(z + (i < trueOnes ? 0 : 2.5));
    }
    double[] adjusted = BenjaminiHochberg.adjust(p, 8);
    long wrong = Arrays.stream(adjusted, 0, trueOnes).filter(a -> a <= ALPHA).count();
    long all = Arrays.stream(adjusted).filter(a -> a <= ALPHA).count();
    return all == 0 ? 0 : (double) wrong / all;
  }

  @Test
  void noPairOfEqualConditionsDiffersByNemenyisTestMoreOftenThanItsLevel() {
    RandomStream stream = stream("nemenyi");
    int[][] designs = {{3, 6}, {3, 12}, {5, 12}, {10, 30}};
    for (int[] design : designs) {
      int k = design[0];
      int n = design[1];
      // The margin depends on the design alone.
      NullEvidence pair = Friedman.of(rows(stream, n, k)).pair(0, 1);
      double margin = pair.estimate() - pair.atLevel(ALPHA).low();
      int any = 0;
      int one = 0;
      int friedman = 0;
      for (int i = 0; i < runs() / 4; i++) {
        Friedman test = Friedman.of(rows(stream, n, k));
        double[] ranks = test.meanRanks();
        double range =
            Arrays.stream(ranks).max().orElseThrow() - Arrays.stream(ranks).min().orElseThrow();
        any += range > margin ? 1 : 0;
        one += Math.abs(ranks[0] - ranks[1]) > margin ? 1 : 0;
        friedman += test.p() <= ALPHA ? 1 : 0;
      }
      String what = " of " + k + " conditions, " + n + " replicates";
      assertCount("nemenyi" + what, NEMENYI, runs() / 4, any);
      assertCount("one pair" + what, Rate.atMost(ALPHA / 2), runs() / 4, one);
      assertCount("friedman" + what, n == 6 ? FRIEDMAN_OF_SIX : FRIEDMAN, runs() / 4, friedman);
    }
  }
}
