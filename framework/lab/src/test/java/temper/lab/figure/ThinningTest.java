package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

class ThinningTest {

  private static final int POINTS = 50_000;
  private static final double WIDTH = 100;
  private static final int COLUMNS = 400;
  private static final Span SPAN = new Span(0, 1);

  private static double[] noise() {
    RandomStream stream =
        StreamRoot.of("thinning", StreamRoot.Phase.EXPLORE).stream("noise", 0, "values");
    return IntStream.range(0, POINTS).mapToDouble(i -> stream.gaussian()).toArray();
  }

  private static double[] even() {
    return IntStream.range(0, POINTS).mapToDouble(i -> (i + 0.5) / POINTS).toArray();
  }

  private static int column(double x) {
    return (int) Math.floor(x * COLUMNS);
  }

  /** A literal reading of the rule: what a column must keep. */
  @Test
  void everyColumnKeepsItsEndsAndExtremes() {
    double[] x = even();
    double[] y = noise();

    double[][] kept = Thinning.of(x, y, SPAN, WIDTH);

    assertTrue(kept[0].length <= 4 * COLUMNS, kept[0].length + " points");
    for (int c = 0; c < COLUMNS; c++) {
      int wanted = c;
      double[] all = values(x, y, wanted);
      double[] few = values(kept[0], kept[1], wanted);
      assertEquals(all[0], few[0]);
      assertEquals(all[all.length - 1], few[few.length - 1]);
      assertEquals(Arrays.stream(all).min(), Arrays.stream(few).min());
      assertEquals(Arrays.stream(all).max(), Arrays.stream(few).max());
    }
    assertArrayEquals(Arrays.stream(kept[0]).sorted().toArray(), kept[0]);
  }

  private static double[] values(double[] x, double[] y, int column) {
    return IntStream.range(0, x.length)
        .filter(i -> column(x[i]) == column)
        .mapToDouble(i -> y[i])
        .toArray();
  }

  @Test
  void shortLinesAndLinesThatTurnBackStayWhole() {
    double[] x = even();
    double[] back = x.clone();
    back[7] = 0;
    double[] few = Arrays.copyOf(x, 4 * COLUMNS);

    assertSame(few, Thinning.of(few, few, SPAN, WIDTH)[0]);
    assertSame(back, Thinning.of(back, noise(), SPAN, WIDTH)[0]);
  }

  @Test
  void gapsStayGaps() {
    double[] x = even();
    double[] y = noise();
    Arrays.fill(y, 20_000, 30_000, Double.NaN);

    double[][] kept = Thinning.of(x, y, SPAN, WIDTH);

    int gap =
        IntStream.range(0, kept[1].length)
            .filter(i -> Double.isNaN(kept[1][i]))
            .findFirst()
            .orElseThrow();
    assertEquals(y[19_999], kept[1][gap - 1]);
    int after = gap;
    while (Double.isNaN(kept[1][after])) {
      after++;
    }
    assertEquals(y[30_000], kept[1][after]);
    assertTrue(after - gap <= 4);
  }

  @Test
  void whatLiesBesideThePlotIsThinnedToo() {
    double[] x = Arrays.stream(even()).map(v -> 10 * v - 5).toArray();

    double[][] kept = Thinning.of(x, noise(), SPAN, WIDTH);

    assertTrue(kept[0].length <= 4 * (COLUMNS + 2));
    assertEquals(x[0], kept[0][0]);
    assertEquals(x[POINTS - 1], kept[0][kept[0].length - 1]);
  }

  @Test
  void everySquareWithPointsKeepsItsFirst() {
    RandomStream stream =
        StreamRoot.of("thinning", StreamRoot.Phase.EXPLORE).stream("squares", 0, "values");
    double[] x = IntStream.range(0, POINTS).mapToDouble(i -> stream.uniform()).toArray();
    double[] y = IntStream.range(0, POINTS).mapToDouble(i -> stream.uniform()).toArray();
    Frame frame = new Frame(new Rectangle2D.Double(0, 0, 100, 50), SPAN, SPAN);

    double[][] kept = Thinning.separate(x, y, frame);

    Map<Integer, Double> first = new TreeMap<>();
    for (int i = 0; i < POINTS; i++) {
      int row = (int) (y[i] * 50);
      int column = (int) (x[i] * 100);
      first.putIfAbsent(row * 100 + column, x[i]);
    }
    assertEquals(first.size(), kept[0].length);
    assertTrue(first.values().containsAll(Arrays.stream(kept[0]).boxed().toList()));
    double[] few = Arrays.copyOf(x, 20_000);
    assertSame(few, Thinning.separate(few, Arrays.copyOf(y, 20_000), frame)[0]);
  }
}
