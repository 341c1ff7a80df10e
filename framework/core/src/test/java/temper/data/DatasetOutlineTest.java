package temper.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import temper.plugin.Registry;

class DatasetOutlineTest {

  private static final DatasetOutline DIGITS =
      new DatasetOutline(new FeatureShape(1, 28, 28), 10, 60_000, 0, 10_000);

  private static Selection selection(Integer train, int validation, Integer... classes) {
    return new Selection(
        train == null ? OptionalInt.empty() : OptionalInt.of(train),
        OptionalInt.empty(),
        validation,
        false,
        List.of(classes),
        0);
  }

  @Test
  void aSelectionTakesValidationExamplesFirst() {
    assertEquals(
        new DatasetOutline(DIGITS.shape(), 10, 55_000, 5_000, 10_000),
        DIGITS.select(selection(null, 5_000)));
    assertEquals(
        new DatasetOutline(DIGITS.shape(), 2, 12_000, 0, 2_000),
        DIGITS.select(selection(null, 0, 3, 7)));
  }

  @Test
  void moreExamplesThanThereAreAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> DIGITS.select(selection(60_000, 1)))
            .getMessage();

    assertEquals("1 validation and 60000 train examples are asked for, there are 60000", message);
    assertThrows(IllegalArgumentException.class, () -> DIGITS.select(selection(null, 60_000)));
    assertThrows(IllegalArgumentException.class, () -> DIGITS.select(selection(null, 0, -1)));
    assertThrows(IllegalArgumentException.class, () -> DIGITS.select(selection(null, 0, 1, 1)));
  }

  @Test
  void moreTestExamplesThanWerePublishedAreRefused() {
    Selection many =
        new Selection(OptionalInt.empty(), OptionalInt.of(10_001), 0, false, List.of(), 0);

    assertEquals(
        "10001 test examples are asked for, there are 10000",
        assertThrows(IllegalArgumentException.class, () -> DIGITS.select(many)).getMessage());
  }

  @Test
  void testExamplesThatWereNotPublishedAreTrainExamplesLess() {
    DatasetOutline whole = new DatasetOutline(FeatureShape.flat(30), 2, 569, 0, 0);
    Selection held =
        new Selection(OptionalInt.empty(), OptionalInt.of(169), 100, false, List.of(), 0);
    Selection all = new Selection(OptionalInt.of(400), OptionalInt.of(170), 0, false, List.of(), 0);

    assertEquals(new DatasetOutline(FeatureShape.flat(30), 2, 300, 100, 169), whole.select(held));
    assertEquals(
        "170 test, 400 train examples are asked for, there are 569",
        assertThrows(IllegalArgumentException.class, () -> whole.select(all)).getMessage());
  }

  @Test
  void aBlankDataSetHasShapeAndClasses() {
    Dataset blank = DIGITS.blank("digits");

    assertEquals(DIGITS.shape(), blank.shape());
    assertEquals(10, blank.classes().size());
  }

  @Test
  void everyPublishedDataSetHasTheOutlineOfItsSummary() {
    Registry<DatasetPlugin<?>> registry = Registry.of(DatasetPlugin.class);
    for (DatasetPlugin<?> plugin : registry.all()) {
      if (plugin instanceof PublishedDataset published) {
        DatasetOutline outline = published.outline().orElseThrow();
        String summary = published.summary().replace(",", "");
        assertTrue(summary.startsWith(Integer.toString(outline.train())), summary);
      }
    }
  }
}
