package temper.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import temper.plugin.Plugin;

/**
 * A published data set: the files that it consists of and how they are read.
 *
 * <p>{@link #name()} names its folder as well, {@link #source()} is what to cite.
 *
 * @since 0.1
 */
public interface DatasetPlugin extends Plugin {

  /**
   * The files, all of which are needed.
   *
   * @return at least one file
   */
  List<DataFile> files();

  /**
   * The licence under which it was published.
   *
   * @return a licence, or a sentence where the publisher states none
   */
  String licence();

  /**
   * Reads the data set.
   *
   * @param files opens its files by their names
   * @return the data set, under the name of this plug-in
   * @throws DataFormatException if a file does not hold what it should
   * @throws IOException if reading fails
   */
  Dataset parse(Files files) throws IOException;

  /** Opens the files of a data set. */
  @FunctionalInterface
  interface Files {

    /**
     * Opens a file.
     *
     * @param name one of the names in {@link DatasetPlugin#files()}
     * @return its bytes, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    InputStream open(String name) throws IOException;
  }
}
