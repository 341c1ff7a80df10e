package temper.studies;

import org.jspecify.annotations.Nullable;
import temper.data.Dataset;

/** Data sets for the battery. */
final class TestData {

  private TestData() {}

  static @Nullable Dataset find(String name) {
    return null;
  }
}
