package temper.studies.coolingtheory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.chain.Depths;
import temper.chain.Kernel;
import temper.chain.Propagator;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;
import temper.stats.BinomialEvidence;
import temper.stats.Power;
import temper.stats.Region;
import temper.studies.FixedTables;
import temper.studies.MemoryRun;

final class CoolingTheoryTest {

  private static final CoolingTheory STUDY = new CoolingTheory();

  /** About the level that Holm's method leaves to the first of the seven sampled claims. */
  private static final double ADJUSTED = 0.05 / 7;

  private static Tables run;

  @BeforeAll
  static void runTheStudy() {
    run = MemoryRun.of(STUDY, Profile.SMOKE, name -> null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C3.1", "C5.1", "C5.2", "C5.3", "COOL-1"})
  void exactClaimsHaveNoSamplingErrorAndHoldInTheSmallestProfile(String id) {
    for (Part part : parts(id, run)) {
      assertTrue(part.evidence().exact(), part.quantity());
      assertTrue(
          part.region().contains(part.evidence().estimate()),
          part.quantity() + " = " + part.evidence().estimate() + " not in " + part.region());
    }
  }

  @Test
  void sampledClaimsAreOfSamples() {
    for (String id :
        List.of("COOL-2", "FOLK-12", "FOLK-14", "FOLK-14-S", "FOLK-14-C", "FOLK-14-W")) {
      for (Part part : parts(id, run)) {
        assertFalse(part.evidence().exact(), id + " " + part.quantity());
      }
    }
    assertEquals(6, parts("COOL-2", run).size());
    assertEquals(6, parts("FOLK-12", run).size());
    assertEquals(4, parts("FOLK-14-S", run).size());
  }

  @Test
  void theNineStatesHaveTheNumbersThatClaimsUse() {
    Depths depths = Depths.of(NinePath.LANDSCAPE);
    assertEquals(NinePath.CRITICAL_DEPTH, depths.critical(), 1e-15);
    assertEquals(NinePath.DIFFICULTY, depths.difficulty(), 1e-14);
    double[] each = {0, 1, 0, 0, 0, 10, 0, 100, 0};
    assertEquals(11, NinePath.error(each));
    assertEquals(1, NinePath.largeError(each));
  }

  @Test
  void graphsWhoseDepthsDifferFailTheClaim() {
    Table table =
        Table.builder(1)
            .numbers("critical_mismatches", new double[] {1})
            .numbers("state_mismatches", new double[] {1})
            .numbers("path_depth", new double[] {0.6})
            .numbers("path_difficulty", new double[] {3})
            .build();
    List<Part> parts = parts("C5.1", new FixedTables(DepthEnumeration.NAME, table));
    assertFalse(parts.get(0).region().contains(parts.get(0).evidence().estimate()));
    assertFalse(parts.get(1).region().contains(parts.get(1).evidence().estimate()));
    assertTrue(parts.get(2).region().contains(parts.get(2).evidence().estimate()));
  }

  @Test
  void randomGraphsOfTheStudyHaveDepthsToCompare() {
    double deep = run.trials(DepthEnumeration.NAME).numbers("with_depth")[0];
    assertTrue(deep > 200, "graphs with a depth: " + deep);
  }

  @Test
  void stairsAgreeWithSingleSteps() {
    for (double ratio : new double[] {0.5, 1, 1.5}) {
      Schedule cooling = Schedules.logarithmic(NinePath.CRITICAL_DEPTH / ratio);
      Propagator propagator = new Propagator(NinePath.LANDSCAPE, Kernel.METROPOLIS);
      double[] single = NinePath.LANDSCAPE.uniform();
      propagator.propagate(single, cooling, 0, 10_000);
      double[] stairs = single.clone();
      propagator.propagate(single, cooling, 10_000, 190_000);
      new Stairs(propagator, cooling).growing(stairs, 10_000, 200_000, 1.0 / 400);

      assertEquals(1, NinePath.error(stairs) / NinePath.error(single), 1e-4);
      assertEquals(1, NinePath.largeError(stairs) / NinePath.largeError(single), 1e-4);
    }
  }

  @Test
  void asManyStairsAsStepsAreTheScheduleItself() {
    Schedule cooling = Schedules.geometric(1, 0.1, 300);
    Propagator propagator = new Propagator(NinePath.LANDSCAPE, Kernel.METROPOLIS);
    double[] single = NinePath.LANDSCAPE.uniform();
    double[] stairs = NinePath.LANDSCAPE.uniform();

    propagator.propagate(single, cooling, 0, 300);
    new Stairs(propagator, cooling).equal(stairs, 300, 400);

    for (int state = 0; state < single.length; state++) {
      assertEquals(single[state], stairs[state], 1e-14);
    }
  }

  @Test
  void aSpinGlassIsDrawnAnewUntilItHasADepth() {
    Table glasses = run.trials(SpinGlassCooling.NAME);
    assertTrue(DoubleStream.of(glasses.numbers("critical_depth")).allMatch(depth -> depth > 0));
    assertEquals(1, Arrays.stream(glasses.numbers("critical_depth")).distinct().count());
  }

  @Test
  void walksAgreeWithTheExactDistribution() {
    // Six intervals at 1e-7: a false alarm in less than one of a million seeds.
    for (Part part : parts("COOL-2", run)) {
      double exact = (part.region().low() + part.region().high()) / 2;
      assertTrue(part.evidence().atLevel(1e-7).contains(exact), part.quantity());
      assertTrue(part.evidence() instanceof BinomialEvidence);
    }
  }

  @Test
  void theLossOfTheFallingRateIsThatOfAMean() {
    Table course =
        run.table(DecayingRate.NAME, DecayingRate.COURSE)
            .where("law", DecayingRate.INVERSE_TIME)
            .where("replicate", 0);
    double[] time = course.numbers("time");
    double[] exact = course.numbers("exact");
    for (int i = 0; i < time.length; i++) {
      assertEquals(1, exact[i] * 2 * time[i], 1e-12);
    }
    assertEquals(0.1 / 3.8, NoiseFloor.floor(0.1, 1, 1), 1e-15);
    assertThrows(
        IllegalArgumentException.class,
        () -> new NoiseFloor().run(new NoiseFloor.Params(2, 1, 1, 1), null));
  }

  @ParameterizedTest
  @EnumSource
  void slopesArethoseOfThePotentials(Potential potential) {
    for (double x = -1.75; x < 2; x += 0.25) {
      double h = 1e-5;
      double difference = (potential.height(x + h) - potential.height(x - h)) / (2 * h);
      assertEquals(difference, potential.slope(x), 1e-4, "x = " + x);
    }
    assertEquals(0, potential.slope(potential == Potential.TILTED ? 0.1010312578810108 : 0), 1e-15);
    assertTrue(potential.better(potential == Potential.TILTED ? -1 : 1));
    assertFalse(potential.better(potential == Potential.TILTED ? 1 : -1));
  }

  @Test
  void theWiderWellHoldsTwoThirdsOfGibbs() {
    double wide = 0;
    double all = 0;
    for (double x = -10; x < 10; x += 1e-3) {
      double weight = StrictMath.exp(-Potential.UNEQUAL.height(x + 5e-4) / 0.2);
      all += weight;
      wide += x + 5e-4 > 0 ? weight : 0;
    }
    assertEquals(2.0 / 3, wide / all, 1e-5);
  }

  @Test
  void theRateWithTheLargestMeanShareIsTakenAndNoneThatDiverged() {
    String[] laws = new String[6];
    Arrays.fill(laws, DoubleWell.CONSTANT);
    Table trials =
        Table.builder(6)
            .texts("law", laws)
            .numbers("rate", new double[] {0.1, 0.1, 0.05, 0.05, 0.2, 0.2})
            .numbers("share", new double[] {0.5, 0.7, 0.7, 0.6, 0.9, Double.NaN})
            .build();
    Tables tables = new FixedTables(TunedDoubleWell.TUNING, trials);
    assertEquals(0.05, TunedDoubleWell.best(DoubleWell.CONSTANT, tables));
  }

  @Test
  void eachLawIsComparedAtItsBestRate() {
    Table compared = run.trials(TunedDoubleWell.NAME);
    for (String law : List.of(DoubleWell.ANNEALED, DoubleWell.CONSTANT)) {
      double[] rates = compared.where("law", law).numbers("rate");
      assertEquals(Replicates.wellBlocks(Profile.SMOKE), rates.length);
      assertTrue(Arrays.stream(rates).allMatch(rate -> rate == TunedDoubleWell.best(law, run)));
    }
  }

  @Test
  void walksDecideWithThePowerThatIsAskedFor() {
    int walks = 1000 * Replicates.walkBlocks(Profile.FULL);
    double margin = SampledClaims.WALK_MARGIN;
    assertTrue(
        Power.binomial(0.5, Region.between(0.5 - margin, 0.5 + margin), walks, ADJUSTED) > 0.95);
  }

  @Test
  void chainsDecideWithThePowerThatIsAskedFor() {
    int n = Replicates.chains(Profile.FULL);
    // Both bounds of a margin are to be cleared, so each misses with at most 0.1 / 6 parts.
    assertTrue(Power.paired(SampledClaims.FLOOR_MARGIN / 0.02, n, ADJUSTED) > 1 - 0.1 / 12);
    double spread = Math.sqrt(2.0 / 500);
    assertTrue(Power.paired(SampledClaims.DECAY_MARGIN / spread, n, ADJUSTED) > 0.95);
  }

  @Test
  void blocksOfTrajectoriesDecideWithThePowerThatIsAskedFor() {
    // Two independent shares of 500 have at most this spread; common noise lessens it.
    double spread = Math.sqrt(2 * 0.25 / 500);
    int n = Replicates.wellBlocks(Profile.FULL);
    assertTrue(Power.paired(0.03 / spread, n, ADJUSTED) > 0.8);
  }

  private static List<Part> parts(String id, Tables tables) {
    Claim claim = STUDY.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return claim.evaluation().apply(tables);
  }
}
