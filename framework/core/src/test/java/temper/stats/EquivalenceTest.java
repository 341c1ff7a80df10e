package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Reference.A;
import static temper.stats.Reference.B;
import static temper.stats.Reference.EARLY;
import static temper.stats.Reference.TERM;
import static temper.stats.Reference.assertClose;

import org.junit.jupiter.api.Test;

class EquivalenceTest {

  private static final double WHOLE_LINE = Double.POSITIVE_INFINITY;

  @Test
  void theLargerOfTwoOneSidedPValuesAgreesWithR() {
    for (double[] row : Reference.rows("tost-paired")) {
      Evidence paired = PairedDifference.of(A, B);
      assertClose(row[2], new Equivalence(paired, row[0], row[1]).p(), 1e-11);
    }
    double[] welch = Reference.row("tost-welch");
    assertClose(welch[2], new Equivalence(Welch.of(A, B), welch[0], welch[1]).p(), 1e-11);
    double[] ranks = Reference.row("tost-mann-whitney");
    Evidence shift = MannWhitney.of(TERM, EARLY);
    assertClose(ranks[2], new Equivalence(shift, ranks[0], ranks[1]).p(), 1e-12);
  }

  @Test
  void thePValueIsTheSmallestLevelThatDecidesToTheLastBit() {
    Equivalence equivalence = new Equivalence(Welch.of(A, B), -4, 1);
    double p = equivalence.p();

    assertTrue(equivalence.decide(p));
    assertFalse(equivalence.decide(Math.nextDown(p)));
  }

  @Test
  void itIsTwiceAsLenientAsTheRegionBetweenTheMargins() {
    Evidence evidence = PairedDifference.of(A, B);
    double strict = new Hypothesis(evidence, new Region(-3, true, 0, true)).p();

    assertClose(strict / 2, new Equivalence(evidence, -3, 0).p(), 1e-15);
  }

  @Test
  void aMarginAtInfinityLeavesNonInferiority() {
    Evidence evidence = PairedDifference.of(A, B);
    double inferior = new Hypothesis(evidence, Region.above(-3)).p();

    assertClose(inferior / 2, new Equivalence(evidence, -3, WHOLE_LINE).p(), 1e-15);
    assertClose(
        new Hypothesis(evidence, Region.below(0)).p() / 2,
        new Equivalence(evidence, -WHOLE_LINE, 0).p(),
        1e-15);
  }

  @Test
  void anEstimateBeyondAMarginOrASampleWithoutSpreadIsNeverEquivalent() {
    assertEquals(1, new Equivalence(PairedDifference.of(A, B), 0, 5).p());
    assertEquals(1, new Equivalence(Mean.of(new double[] {0.1, 0.1, 0.1}), -1, 1).p());
    assertEquals(1, new Equivalence(Mean.of(new double[] {0.1}), -1, 1).p());
    assertEquals(0, new Equivalence(new Exact(0.5), 0, 1).p());
    assertEquals(1, new Equivalence(new Exact(1), 0, 1).p());
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    Evidence evidence = Mean.of(A);
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Equivalence(evidence, 1, 1))
            .getMessage();
    assertEquals("margins need low < high, got 1.0 and 1.0", message);
    assertThrows(IllegalArgumentException.class, () -> new Equivalence(evidence, Double.NaN, 1));
    Equivalence equivalence = new Equivalence(evidence, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> equivalence.decide(0.5));
    assertThrows(IllegalArgumentException.class, () -> equivalence.decide(0));
  }
}
