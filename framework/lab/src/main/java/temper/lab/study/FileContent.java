package temper.lab.study;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the content of a file, such as a network's weights.
 *
 * @since 0.3
 */
@FunctionalInterface
public interface FileContent {

  /**
   * Writes all bytes. A pure function of the trial: the same trial writes the same bytes.
   *
   * @param out where to write; buffered, not to be closed
   * @throws IOException if writing fails, which stops the run, or the content cannot be made, which
   *     fails the trial
   */
  void write(OutputStream out) throws IOException;
}
