package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.EvidenceTest.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * All equally likely arrangements of a small sample, by brute force: a test is exact if every
 * p-value it attains is the share of arrangements with a p-value as small.
 */
class EnumerationTest {

  /** The smallest level whose interval leaves out 0. */
  private static double p(Evidence evidence) {
    return evidence.atLevel(Math.nextDown(1.0)).contains(0)
        ? 1
        : Bisection.smallest(1e-9, 1, alpha -> alpha >= 1 || !evidence.atLevel(alpha).contains(0));
  }

  private static double[] pValues(
      List<double[]> arrangements, Function<double[], Evidence> method) {
    return arrangements.stream().map(method).mapToDouble(EnumerationTest::p).toArray();
  }

  private static double share(double[] pValues, double p) {
    return (double) Arrays.stream(pValues).filter(q -> q <= p).count() / pValues.length;
  }

  private static void assertExact(
      List<double[]> arrangements, Function<double[], Evidence> method) {
    double[] all = pValues(arrangements, method);
    double smallest = 1;
    for (double p : all) {
      smallest = Math.min(smallest, p);
      if (p < 1) {
        assertEquals(share(all, p), p, 1e-12);
      }
    }
    assertTrue(smallest < 0.2, "never significant");
  }

  /** With ties no p-value is smaller than the share, up to a stated factor. */
  private static void assertConservative(
      double factor, List<double[]> arrangements, Function<double[], Evidence> method) {
    double[] all = pValues(arrangements, method);
    for (double p : all) {
      assertTrue(share(all, p) <= factor * p + 1e-12, () -> p + " for a share " + share(all, p));
    }
    assertTrue(Arrays.stream(all).min().orElseThrow() < 0.5, "never significant");
  }

  private static List<double[]> signs(double... values) {
    List<double[]> all = new ArrayList<>();
    for (int bits = 0; bits < 1 << values.length; bits++) {
      double[] signed = values.clone();
      for (int i = 0; i < values.length; i++) {
        signed[i] = (bits >> i & 1) == 1 ? -values[i] : values[i];
      }
      all.add(signed);
    }
    return all;
  }

  private static List<double[]> permutations(double... values) {
    List<double[]> all = new ArrayList<>();
    permute(values.clone(), 0, all);
    return all;
  }

  private static void permute(double[] values, int fixed, List<double[]> all) {
    if (fixed == values.length) {
      all.add(values.clone());
    }
    for (int i = fixed; i < values.length; i++) {
      swap(values, fixed, i);
      permute(values, fixed + 1, all);
      swap(values, fixed, i);
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  /** Every combination of permutations within rows, the rows one after the other. */
  private static List<double[]> withinRows(double[]... rows) {
    List<double[]> all = List.of(new double[0]);
    for (double[] row : rows) {
      List<double[]> longer = new ArrayList<>();
      for (double[] before : all) {
        for (double[] permuted : permutations(row)) {
          double[] joined = Arrays.copyOf(before, before.length + row.length);
          System.arraycopy(permuted, 0, joined, before.length, row.length);
          longer.add(joined);
        }
      }
      all = longer;
    }
    return all;
  }

  private static double[][] rows(double[] values, int columns) {
    double[][] rows = new double[values.length / columns][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return rows;
  }

  private static Evidence mannWhitney(double[] values) {
    return MannWhitney.of(Arrays.copyOf(values, 3), Arrays.copyOfRange(values, 3, values.length));
  }

  private static Evidence jonckheere(double[] values) {
    return JonckheereTrend.of(
        Arrays.copyOf(values, 2),
        Arrays.copyOfRange(values, 2, 4),
        Arrays.copyOfRange(values, 4, values.length));
  }

  @Test
  void signTestsAreExact() {
    List<double[]> distinct = signs(1, 2.5, 3.7, 6, 11, 20, 41);

    assertExact(distinct, MedianSign::of);
    assertExact(distinct, WilcoxonSignedRank::of);
    assertExact(distinct, values -> SignFlip.of(values, 1, stream("unused")));
  }

  @Test
  void testsOfTwoSamplesAndOfTrendsAreExact() {
    double[] distinct = {1, 2.5, 3.7, 6, 11, 20, 41};

    assertExact(permutations(distinct), EnumerationTest::mannWhitney);
    assertExact(permutations(distinct), EnumerationTest::jonckheere);
    assertExact(
        withinRows(new double[] {1, 2, 3}, new double[] {4, 6, 9}, new double[] {0, 5, 7}),
        values -> PageTrend.of(rows(values, 3)));
  }

  @Test
  void tiesAndZerosNeverMakeAnIntervalTooShort() {
    List<double[]> tied = signs(1, 1, 2, 2, 2, 3, 0);

    assertConservative(1, tied, MedianSign::of);
    assertConservative(1, tied, WilcoxonSignedRank::of);
    assertConservative(1, tied, values -> SignFlip.of(values, 1, stream("unused")));
    assertConservative(1, permutations(1, 1, 2, 2, 3, 4, 4), EnumerationTest::mannWhitney);
  }

  @Test
  void tiesMakeTrendTestsConservativeHere() {
    assertConservative(1, permutations(1, 1, 2, 3, 4, 5, 5), EnumerationTest::jonckheere);
    assertConservative(
        1,
        withinRows(new double[] {1, 1, 3}, new double[] {4, 6, 6}, new double[] {0, 5, 7}),
        values -> PageTrend.of(rows(values, 3)));
  }

  @Test
  void theExactDistributionOfFriedmansStatisticIsThatOfThePublishedTable() {
    // Friedman (1937), table VI, three conditions and four replicates: P(6.5) = 0.042, P(8) =
    // 0.0046. The limit gives 0.039 and 0.018: near at 5 %, and safe further out.
    double[] row = {1, 2, 3};
    List<double[]> all = withinRows(row, row, row, row);

    assertEquals(0.042, shareOfFriedman(all, 6.5), 0.0005);
    assertEquals(0.0046, shareOfFriedman(all, 8), 0.00005);
    double[][] best = {row, row, row, row};
    assertEquals(8, Friedman.of(best).statistic(), 1e-13);
    assertEquals(StrictMath.exp(-4), Friedman.of(best).p(), 1e-14);
  }

  private static double shareOfFriedman(List<double[]> all, double statistic) {
    long count =
        all.stream()
            .filter(values -> Friedman.of(rows(values, 3)).statistic() >= statistic - 1e-9)
            .count();
    return (double) count / all.size();
  }
}
