package temper.data;

import java.io.IOException;
import java.util.List;

/**
 * A data set in files of the user's own: which files they are, and how they are read.
 *
 * <p>A value: of two that are equal, each reads the same data from the same files, so that it is
 * read once and shared.
 *
 * @since 0.3
 */
public interface FileData {

  /**
   * The files, all of which are needed.
   *
   * @return paths as the user wrote them, at least one, no two equal
   */
  List<String> files();

  /**
   * Reads all of the data.
   *
   * @param files opens {@link #files()} by their paths
   * @return the data set
   * @throws DataFormatException if a file does not hold what it should
   * @throws IOException if reading fails
   */
  Dataset read(PublishedDataset.Files files) throws IOException;
}
