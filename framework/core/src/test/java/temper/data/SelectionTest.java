package temper.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

final class SelectionTest {

  private static final Streams STREAMS =
      (purpose, indices) -> new StreamRoot("test").stream("selection", 0, purpose, indices);

  /** Each example's feature is its row, its label the row modulo the number of classes. */
  private static Examples numbered(int rows, int classes) {
    return Examples.ofNumbers(
        IntStream.range(0, rows).asDoubleStream().toArray(),
        IntStream.range(0, rows).map(row -> row % classes).toArray(),
        1);
  }

  private static final Dataset WHOLE =
      new Dataset("whole", numbered(400, 4), numbered(80, 4), List.of("a", "b", "c", "d"));

  private static int[] ids(Examples examples) {
    return IntStream.range(0, examples.rows()).map(row -> (int) examples.feature(row, 0)).toArray();
  }

  private static Selection train(int count, boolean balanced) {
    return new Selection(OptionalInt.of(count), OptionalInt.empty(), 0, balanced, List.of(), 0);
  }

  @Test
  void allMeansTheExamplesAsTheyWerePublished() {
    Dataset all = Selection.ALL.of(WHOLE, STREAMS);

    assertSame(WHOLE.train(), all.train());
    assertSame(WHOLE.test(), all.test());
    assertEquals(0, all.validation().rows());
  }

  @Test
  void smallerDrawsAreTheBeginningsOfLargerOnes() {
    for (boolean balanced : new boolean[] {false, true}) {
      int[] large = ids(train(200, balanced).of(WHOLE, STREAMS).train());
      int[] small = ids(train(7, balanced).of(WHOLE, STREAMS).train());

      assertArrayEquals(Arrays.copyOf(large, 7), small);
      assertEquals(200, Arrays.stream(large).distinct().count());
      assertNotEquals(0, large[0] + large[1] + large[2]);
    }
  }

  @Test
  void balancedDrawsHaveAsManyOfEachClassUpToOne() {
    Examples drawn = train(30, true).of(WHOLE, STREAMS).train();

    int[] counts = IntStream.range(0, 4).map(label -> drawn.rowsOf(label).length).toArray();
    assertEquals(30, Arrays.stream(counts).sum());
    assertTrue(Arrays.stream(counts).allMatch(count -> count == 7 || count == 8));
    Dataset lopsided =
        new Dataset(
            "lopsided",
            numbered(6, 6).withLabels(new int[] {0, 0, 0, 0, 0, 1}),
            numbered(1, 1),
            List.of("a", "b"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> train(4, true).of(lopsided, STREAMS));
    assertEquals(
        "as many train examples of each class need 2 of class 1, which has 1", e.getMessage());
  }

  @Test
  void validationExamplesAreNotTrainedOnAndDoNotDependOnTheSizeOfTheTrainSet() {
    Dataset some =
        new Selection(OptionalInt.of(100), OptionalInt.of(10), 50, false, List.of(), 0)
            .of(WHOLE, STREAMS);
    Dataset all =
        new Selection(OptionalInt.empty(), OptionalInt.empty(), 50, false, List.of(), 0)
            .of(WHOLE, STREAMS);

    assertArrayEquals(ids(all.validation()), ids(some.validation()));
    assertEquals(350, all.train().rows());
    assertEquals(10, some.test().rows());
    int[] together =
        IntStream.concat(Arrays.stream(ids(all.train())), Arrays.stream(ids(all.validation())))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 400).toArray(), together);
    assertTrue(isAscending(ids(all.train())));
  }

  private static boolean isAscending(int[] values) {
    return IntStream.range(1, values.length).allMatch(i -> values[i - 1] < values[i]);
  }

  @Test
  void keptClassesAreNumberedInTheWantedOrderInTrainAndTestExamples() {
    Dataset two =
        new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, false, List.of(3, 1), 0)
            .of(WHOLE, STREAMS);

    assertEquals(List.of("d", "b"), two.classes());
    assertEquals(200, two.train().rows());
    assertEquals(40, two.test().rows());
    for (int row = 0; row < two.train().rows(); row++) {
      assertEquals(two.train().label(row) == 0 ? 3 : 1, (int) two.train().feature(row, 0) % 4);
    }
  }

  @Test
  void labelNoiseReplacesTheStatedShareByOtherClassesAlikeAndOnlyInTraining() {
    Dataset whole = new Dataset("large", numbered(40_000, 4), numbered(80, 4), WHOLE.classes());
    Dataset noisy =
        new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, false, List.of(), 0.3)
            .of(whole, STREAMS);
    Dataset more =
        new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, false, List.of(), 0.5)
            .of(whole, STREAMS);

    int[] shifts = new int[4];
    for (int row = 0; row < 40_000; row++) {
      int shift = Math.floorMod(noisy.train().label(row) - row % 4, 4);
      shifts[shift]++;
      if (shift != 0) {
        assertEquals(noisy.train().label(row), more.train().label(row));
      }
    }
    // Five standard deviations; false alarm 6e-7 for each of four.
    assertEquals(28_000, shifts[0], 5 * Math.sqrt(40_000 * 0.3 * 0.7));
    for (int shift = 1; shift < 4; shift++) {
      assertEquals(4000, shifts[shift], 5 * Math.sqrt(40_000 * 0.1 * 0.9));
    }
    assertSame(whole.test(), noisy.test());
    Examples all = Subsets.withLabelNoise(WHOLE.train(), 1, 4, STREAMS.stream("x"));
    assertTrue(IntStream.range(0, 400).allMatch(row -> all.label(row) != row % 4));
  }

  @Test
  void testExamplesThatWereNotPublishedAreSplitOffTheTrainExamples() {
    Dataset unsplit =
        new Dataset("unsplit", numbered(400, 4), Examples.none(WHOLE.shape()), WHOLE.classes());
    Selection held =
        new Selection(OptionalInt.empty(), OptionalInt.of(80), 20, false, List.of(), 0);

    Dataset made = held.of(unsplit, STREAMS);

    assertEquals(80, made.test().rows());
    assertEquals(20, made.validation().rows());
    int[] every =
        Stream.of(made.train(), made.validation(), made.test())
            .flatMapToInt(part -> Arrays.stream(ids(part)))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 400).toArray(), every);
    assertSame(unsplit.test(), Selection.ALL.of(unsplit, STREAMS).test());
  }

  @Test
  void whatCannotBeSelectedIsRefusedWithItsRange() {
    assertEquals(
        "number of train examples must be in [0, 400], got 401", message(train(401, false)));
    assertEquals(
        "number of test examples must be in [0, 80], got 81",
        message(new Selection(OptionalInt.empty(), OptionalInt.of(81), 0, false, List.of(), 0)));
    assertEquals(
        "number of validation examples must be in [0, 400], got 401",
        message(new Selection(OptionalInt.empty(), OptionalInt.empty(), 401, false, List.of(), 0)));
    assertEquals(
        "classes of 'whole' must be in [0, 3], got 4",
        message(new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, false, List.of(4), 0)));
    assertEquals(
        "classes must differ, got [1, 1]",
        message(
            new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, false, List.of(1, 1), 0)));
    assertTrue(
        message(new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, true, List.of(), 0))
            .startsWith("balanced needs"));
    RandomStream stream = STREAMS.stream("x");
    assertThrows(
        IllegalArgumentException.class,
        () -> Subsets.withLabelNoise(WHOLE.train(), 1.5, 4, stream));
    assertThrows(
        IllegalArgumentException.class,
        () -> Subsets.withLabelNoise(WHOLE.train(), 0.5, 1, stream));
  }

  private static String message(Selection selection) {
    return assertThrows(IllegalArgumentException.class, () -> selection.of(WHOLE, STREAMS))
        .getMessage();
  }

  @Test
  void publishedTestExamplesWithoutTheWantedClassesAreNotReplacedByTrainExamples() {
    Dataset whole =
        new Dataset(
            "whole", numbered(400, 4), numbered(80, 4).subset(new int[] {0, 4}), WHOLE.classes());
    for (OptionalInt test : List.of(OptionalInt.empty(), OptionalInt.of(10))) {
      Selection selection = new Selection(OptionalInt.empty(), test, 0, false, List.of(1, 2), 0);

      assertEquals(
          "none of the 2 test examples of 'whole' is of the classes [b, c]",
          assertThrows(IllegalArgumentException.class, () -> selection.of(whole, STREAMS))
              .getMessage());
    }
  }
}
