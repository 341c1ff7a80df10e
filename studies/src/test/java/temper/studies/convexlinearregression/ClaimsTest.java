package temper.studies.convexlinearregression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.BinomialEvidence;
import temper.stats.Hypothesis;
import temper.stats.Interval;
import temper.stats.MedianSign;
import temper.stats.Power;
import temper.stats.Region;
import temper.studies.MemoryRun;

final class ClaimsTest {

  private static final ConvexLinearRegression STUDY = new ConvexLinearRegression();

  /** About the level that Holm's method leaves to the first of the statistical claims. */
  private static final double ADJUSTED = 0.005;

  private static Tables run;

  @BeforeAll
  static void runTheStudyWithoutData() {
    run = MemoryRun.of(STUDY, Profile.SMOKE, name -> null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAK-1", "NAK-2", "NAK-3", "NAK-7", "NAK-8", "NAK-9", "NAK-X1", "NAK-C1"})
  void claimsWithoutSamplingErrorHoldInEveryProfile(String id) {
    for (Part part : parts(id, run)) {
      assertTrue(part.evidence().exact(), part.quantity());
      assertTrue(
          part.region().contains(part.evidence().estimate()),
          part.quantity() + " = " + part.evidence().estimate() + " not in " + part.region());
    }
  }

  @Test
  void ratiosOfTheSpectrumAreThoseOfTheReference() {
    Table trials = run.trials(SpectrumRatio.NAME).where("loss", 1e-3);
    double[] ratio = trials.numbers("ratio");

    double[] reference = {1.996, 4.955, 9.557, 17.52};
    for (int i = 0; i < reference.length; i++) {
      assertEquals(reference[i], ratio[i], 6e-4 * reference[i]);
    }
    assertEquals("false", trials.texts("full_window").get(4));
  }

  @Test
  void aCurveThatRisesFailsTheThresholdClaim() {
    double[] rates = ThresholdCurve.NAMED_RATES;
    double[] values =
        Arrays.stream(rates).map(rate -> rate < 0.9 ? 10 : rate < 0.92 ? 20.0 / 11 : 1).toArray();
    assertTrue(holds("NAK-2", thresholdTable(rates, values)));

    values[3] = 9;
    assertFalse(holds("NAK-2", thresholdTable(rates, values)));
  }

  private static Tables thresholdTable(double[] rates, double[] values) {
    return tables(
        ThresholdCurve.NAME,
        Table.builder(rates.length)
            .numbers("rate", rates)
            .numbers("test_over_train", values)
            .build());
  }

  @Test
  void theGaussianClaimFailsIfTheAnnealedRunIsOftenWorse() {
    assertTrue(holds("NAK-4", gaussianTable(2000, 3)));
    assertFalse(holds("NAK-4", gaussianTable(2000, 60)));
  }

  /** Ratios that fall with n, but for some draws at each n in which the annealed run is worse. */
  private static Tables gaussianTable(int draws, int worse) {
    int[] sizes = GaussianSample.SIZES;
    double[] n = new double[sizes.length * draws];
    double[] ratio = new double[n.length];
    for (int i = 0; i < n.length; i++) {
      n[i] = sizes[i / draws];
      double spread = 1 + (i % draws) / (100.0 * draws);
      ratio[i] = i % draws < worse ? 0.5 : (20 - i / draws) * spread;
    }
    return tables(
        GaussianSample.NAME,
        Table.builder(n.length).numbers("n", n).numbers("ratio", ratio).build());
  }

  @Test
  void realDataClaimsFollowTheSignOfTheMedian() {
    for (String id : List.of("NAK-R1", "NAK-R2")) {
      String experiment = id.equals("NAK-R1") ? ImageFeatures.NAME : TabularClasses.NAME;
      double[] helped = IntStream.range(0, 80).mapToDouble(i -> (i - 10) * 1e-3).toArray();
      double[] hurt = Arrays.stream(helped).map(v -> -v).toArray();

      assertTrue(
          holds(id, tables(experiment, Table.builder(80).numbers("log_ratio", helped).build())));
      Part part =
          parts(id, tables(experiment, Table.builder(80).numbers("log_ratio", hurt).build()))
              .get(0);
      assertTrue(part.region().isDisjointFrom(part.evidence().atLevel(ADJUSTED)));
    }
  }

  @Test
  void everyThirdTossOfThreeCoinsIsEnumeratedExactly() {
    double[] p = CoinEnumeration.binomialHalf(3);
    assertEquals(0.75, p[1] + p[2]);
    assertEquals(1, Arrays.stream(CoinEnumeration.binomialHalf(1000)).sum(), 1e-12);

    List<Part> parts = parts("NAK-11", run);
    assertEquals(0.75, parts.get(0).evidence().estimate());
    assertEquals(2, parts.get(2).evidence().estimate(), 0.001);
  }

  @Test
  void drawsDecideTheProbabilitiesWithThePowerThatIsAskedFor() {
    int n = Replicates.draws(Profile.FULL);

    assertTrue(Power.binomial(0.992, Region.above(0.98), n, ADJUSTED / 10) > 0.8);
    assertTrue(Power.binomial(0.75, Region.between(0.70, 0.80), n, ADJUSTED) > 0.8);
  }

  @Test
  void pairedTrialsDecideAMedianWithThePowerThatIsAskedFor() {
    int n = Replicates.paired(Profile.FULL);

    // The sign test is a binomial test of a share of 1/2.
    assertTrue(Power.binomial(0.75, Region.above(0.5), n, ADJUSTED) > 0.8);
  }

  @Test
  void aDifferenceOfMediansIsAsWideAsBothIntervals() {
    double[] low = IntStream.range(0, 500).mapToDouble(i -> i).toArray();
    double[] high = IntStream.range(0, 500).mapToDouble(i -> i + 300.0).toArray();

    MedianDifference difference = MedianDifference.of(high, low);

    assertEquals(300, difference.estimate());
    Interval each = MedianSign.of(low).atLevel(0.025);
    assertEquals(300 + 2 * (each.high() - 249.5), difference.atLevel(0.05).high(), 1e-9);
  }

  @Test
  void aDifferenceOfMediansHasAsSmallAnErrorAsItHas() {
    double[] low = IntStream.range(0, 4000).mapToDouble(i -> i).toArray();
    double[] high = IntStream.range(0, 4000).mapToDouble(i -> i + 1000.0).toArray();

    double p = new Hypothesis(MedianDifference.of(high, low), Region.above(0)).p();

    // Both intervals reach 500 observations from their medians: P(X <= 1500), X ~ B(4000, 1/2).
    assertTrue(p > 1e-60 && p < 1e-50, "p = " + p);
  }

  @Test
  void sharesCountTheirBound() {
    assertEquals(new BinomialEvidence(2, 3), SampleClaims.share(new double[] {1, 2, 3}, 2));
  }

  private static boolean holds(String id, Tables tables) {
    return parts(id, tables).stream()
        .allMatch(part -> part.region().contains(part.evidence().atLevel(ADJUSTED)));
  }

  private static List<Part> parts(String id, Tables tables) {
    Claim claim = STUDY.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return claim.evaluation().apply(tables);
  }

  private static Tables tables(String experiment, Table trials) {
    Map<String, Table> all = Map.of(experiment, trials);
    return new Tables() {
      @Override
      public Set<String> experiments() {
        return all.keySet();
      }

      @Override
      public Table trials(String name) {
        return all.get(name);
      }

      @Override
      public Table table(String name, String table) {
        throw new IllegalArgumentException("no table " + table);
      }
    };
  }
}
