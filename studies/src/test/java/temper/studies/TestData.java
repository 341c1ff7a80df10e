package temper.studies;

import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.lab.data.DataFolder;

/** The data sets of the folder that TEMPER_DATA names, if it does. */
public final class TestData {

  private static final DataFolder FOLDER = DataFolder.ofEnvironment(System.getenv());

  private TestData() {}

  /**
   * A data set.
   *
   * @param name name of the data set
   * @return the data, or null where it is missing
   */
  public static @Nullable Dataset find(String name) {
    return FOLDER.available(name) ? FOLDER.open(name) : null;
  }
}
