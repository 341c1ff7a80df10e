package temper.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import temper.plugin.Example;

/**
 * A published data set: the files that it consists of and how they are read.
 *
 * <p>{@link #name()} names its folder as well, {@link #source()} is what to cite.
 *
 * @since 0.1
 */
public interface PublishedDataset extends DatasetPlugin<Selection> {

  /**
   * The files as they were published, all of which are needed.
   *
   * @return at least one file
   */
  List<DataFile> files();

  /**
   * The same data in files that lie in a published archive, for those who have unpacked it.
   *
   * @return all files that are needed, or none where nothing was published as an archive
   */
  default List<DataFile> unpacked() {
    return List.of();
  }

  /**
   * What is known of the data set as it was published.
   *
   * @return its outline; empty where that is not known without its files
   */
  default Optional<DatasetOutline> outline() {
    return Optional.empty();
  }

  /**
   * The licence under which it was published.
   *
   * @return a licence, or a sentence where the publisher states none
   */
  String licence();

  /**
   * Reads the data set from its published files.
   *
   * @param files opens {@link #files()} by their names
   * @return the data set, under the name of this plug-in
   * @throws DataFormatException if a file does not hold what it should
   * @throws IOException if reading fails
   */
  Dataset parse(Files files) throws IOException;

  /**
   * Reads the data set from unpacked files; only where {@link #unpacked()} names some.
   *
   * @param files opens {@link #unpacked()} by their names
   * @return the same data set that {@link #parse} gives
   * @throws DataFormatException if a file does not hold what it should
   * @throws IOException if reading fails
   */
  default Dataset parseUnpacked(Files files) throws IOException {
    throw new IllegalStateException("data set '" + name() + "' is not published as an archive");
  }

  @Override
  default Selection defaults() {
    return Selection.ALL;
  }

  @Override
  default List<Example<Selection>> examples() {
    return List.of(new Example<>("as published", defaults()));
  }

  @Override
  default Dataset create(Selection parameters, Streams streams, Library library) {
    return parameters.of(library.published(name()), streams);
  }

  /** Opens the files of a data set. */
  @FunctionalInterface
  interface Files {

    /**
     * Opens a file.
     *
     * @param name one of the names of files
     * @return its bytes, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    InputStream open(String name) throws IOException;
  }
}
