package temper.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;

final class BatchesTest {

  private static final FeatureShape SHAPE = new FeatureShape(2, 1, 3);

  private static RandomStream stream(String purpose) {
    return new StreamRoot("test").stream("batches", 0, purpose);
  }

  private static Examples images(int rows) {
    byte[] pixels = new byte[rows * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 37);
    }
    return Examples.ofPixels(pixels, IntStream.range(0, rows).toArray(), SHAPE);
  }

  private static BatchOrder order(int examples, int batch, LastBatch last) {
    return new BatchOrder(ExampleOrder.shuffled(examples, stream("order")), batch, last);
  }

  private static int[] rows(BatchOrder order, long step) {
    int[] rows = new int[order.batchSize()];
    return Arrays.copyOf(rows, order.rows(step, rows));
  }

  @ParameterizedTest
  @EnumSource(LastBatch.class)
  void anyStepCanBeAskedForAtOnceAndInAnyOrder(LastBatch last) {
    BatchOrder forwards = order(23, 5, last);
    int[][] expected =
        IntStream.range(0, 60).mapToObj(s -> rows(forwards, s)).toArray(int[][]::new);
    BatchOrder scattered = order(23, 5, last);

    for (int i = 0; i < 60; i++) {
      int step = (int) (i * 7919L % 60);
      assertArrayEquals(expected[step], rows(scattered, step), "step " + step);
    }
    assertArrayEquals(expected[59], rows(order(23, 5, last), 59));
  }

  @Test
  void everyExampleIsUsedOnceInAnEpochAndEpochsDiffer() {
    BatchOrder order = order(23, 5, LastBatch.SMALLER);

    assertEquals(5, order.stepsPerEpoch());
    int[] first = epoch(order, 0, 5);
    int[] second = epoch(order, 5, 10);
    assertFalse(Arrays.equals(first, second));
    for (int[] epoch : new int[][] {first, second}) {
      Arrays.sort(epoch);
      assertArrayEquals(IntStream.range(0, 23).toArray(), epoch);
    }
    assertEquals(3, order.size(4));
    assertEquals(5, order.size(5));
  }

  private static int[] epoch(BatchOrder order, int from, int to) {
    return IntStream.range(from, to).flatMap(s -> Arrays.stream(rows(order, s))).toArray();
  }

  @Test
  void theLastBatchIsDroppedOrFilledFromTheNextEpochWhereThatIsWanted() {
    int[] smaller = epoch(order(23, 5, LastBatch.SMALLER), 0, 10);
    BatchOrder dropped = order(23, 5, LastBatch.DROPPED);
    BatchOrder filled = order(23, 5, LastBatch.FILLED);

    assertEquals(4, dropped.stepsPerEpoch());
    assertArrayEquals(Arrays.copyOf(smaller, 20), epoch(dropped, 0, 4));
    assertArrayEquals(Arrays.copyOfRange(smaller, 23, 43), epoch(dropped, 4, 8));
    assertEquals(4.6, filled.stepsPerEpoch());
    assertArrayEquals(Arrays.copyOf(smaller, 45), epoch(filled, 0, 9));
  }

  @Test
  void wholeEpochsHaveNoPartialBatchWhateverThePolicy() {
    for (LastBatch last : LastBatch.values()) {
      assertEquals(4, order(20, 5, last).stepsPerEpoch());
      assertArrayEquals(
          epoch(order(20, 5, LastBatch.FILLED), 0, 12), epoch(order(20, 5, last), 0, 12));
    }
    assertEquals(1, order(20, 20, LastBatch.SMALLER).stepsPerEpoch());
  }

  @Test
  void ordersAreThoseOfTheDocumentedPositionsOfTheStream() {
    RandomStream stream = stream("order");
    stream.seek(3L << 32);
    int[] expected = stream.permutation(23);

    ExampleOrder order = ExampleOrder.shuffled(23, stream("order"));

    for (int i = 0; i < 23; i++) {
      assertEquals(expected[i], order.row(3 * 23 + i));
    }
  }

  @Test
  void theFirstExampleOfAnEpochIsUniform() {
    int examples = 8;
    int epochs = 8000;
    ExampleOrder order = ExampleOrder.shuffled(examples, stream("uniform"));
    int[] counts = new int[examples];
    for (long e = 0; e < epochs; e++) {
      counts[order.row(e * examples)]++;
    }
    assertUniform(counts, epochs);
    ExampleOrder drawn = ExampleOrder.withReplacement(examples, stream("drawn"));
    int[] draws = new int[examples];
    for (long i = 0; i < epochs; i++) {
      draws[drawn.row(i)]++;
    }
    assertUniform(draws, epochs);
    assertEquals(drawn.row(7), drawn.row(7));
  }

  /** Chi-square with 7 degrees of freedom is above 43 with probability 4e-7. */
  private static void assertUniform(int[] counts, int draws) {
    double expected = (double) draws / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    assertTrue(sum < 43, "chi-square " + sum);
  }

  @Test
  void inputsAreReadInRowMajorOrderWithTheLabelsOfTheirRows() {
    Examples examples = images(7);
    InputScaling unit = InputScaling.fit(Standardization.UNIT, examples);
    BatchOrder order = order(7, 3, LastBatch.SMALLER);
    Batches batches = new Batches(examples, unit, order);
    float[] inputs = new float[3 * 6];
    double[] doubles = new double[3 * 6];
    int[] labels = new int[3];
    float[] targets = new float[3];

    for (int step = 0; step < 6; step++) {
      int size = batches.read(step, inputs, labels);
      int[] rows = rows(order, step);
      assertEquals(rows.length, size);
      assertEquals(size, batches.read(step, doubles, labels));
      assertEquals(size, batches.read(step, inputs, targets));
      for (int i = 0; i < size; i++) {
        assertEquals(rows[i], labels[i]);
        assertEquals(rows[i], targets[i]);
        for (int column = 0; column < 6; column++) {
          assertEquals(examples.feature(rows[i], column), doubles[i * 6 + column]);
          assertEquals((float) examples.feature(rows[i], column), inputs[i * 6 + column]);
        }
      }
    }
  }

  @Test
  void targetsAreReadInBothPrecisions() {
    Examples examples =
        Examples.ofTargets(new double[] {1, 2, 3, 4, 5, 6}, new double[] {0.1, 0.2, 0.3}, 2);
    Batches batches =
        Batches.inOrder(examples, InputScaling.fit(Standardization.UNIT, examples), 2);
    double[] inputs = new double[4];
    double[] targets = new double[2];

    assertEquals(2, batches.read(0, inputs, targets));
    assertArrayEquals(new double[] {1, 2, 3, 4}, inputs);
    assertArrayEquals(new double[] {0.1, 0.2}, targets);
    assertEquals(1, batches.read(1, inputs, targets));
    assertEquals(0.3, targets[0]);
    assertSameExamples(examples, batches.examples());
    assertEquals(2, batches.order().stepsPerEpoch());
    assertThrows(IllegalStateException.class, () -> batches.read(0, inputs, new int[2]));
  }

  private static void assertSameExamples(Examples expected, Examples actual) {
    assertTrue(expected == actual);
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheNumbersThatWouldFit() {
    Examples examples = images(7);
    InputScaling unit = InputScaling.fit(Standardization.UNIT, examples);
    Batches batches = new Batches(examples, unit, order(7, 3, LastBatch.DROPPED));

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> batches.read(0, new float[17], new int[3]));
    assertEquals(
        "a batch of 3 examples needs 18 inputs and 3 labels or targets, got room for 17 and 3",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> batches.read(0, new float[18], new int[2]));
    assertThrows(IllegalArgumentException.class, () -> batches.read(-1, new float[18], new int[3]));
    assertThrows(IllegalArgumentException.class, () -> order(7, 8, LastBatch.DROPPED));
    assertThrows(IllegalArgumentException.class, () -> order(7, 0, LastBatch.DROPPED));
    assertThrows(IllegalArgumentException.class, () -> ExampleOrder.sequential(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Batches(images(8), unit, order(7, 3, LastBatch.DROPPED)));
    InputScaling other = InputScaling.of(FeatureShape.flat(1), new double[] {0}, new double[] {1});
    assertThrows(
        IllegalArgumentException.class,
        () -> new Batches(examples, other, order(7, 3, LastBatch.DROPPED)));
    assertThrows(
        IllegalArgumentException.class, () -> order(7, 3, LastBatch.DROPPED).rows(0, new int[2]));
    for (ExampleOrder order :
        new ExampleOrder[] {
          ExampleOrder.sequential(3),
          ExampleOrder.shuffled(3, stream("x")),
          ExampleOrder.withReplacement(3, stream("x"))
        }) {
      assertEquals(3, order.examples());
      assertThrows(IllegalArgumentException.class, () -> order.row(-1));
    }
  }
}
