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
      new DatasetOutline(new FeatureShape(1, 28, 28), 10, 60_000, 0);

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
        new DatasetOutline(DIGITS.shape(), 10, 55_000, 5_000),
        DIGITS.select(selection(null, 5_000)));
    assertEquals(
        new DatasetOutline(DIGITS.shape(), 2, 12_000, 0), DIGITS.select(selection(null, 0, 3, 7)));
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
