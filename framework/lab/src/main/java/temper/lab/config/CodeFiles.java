package temper.lab.config;

import java.io.IOException;
import java.nio.file.Path;
import temper.lab.source.SourceCode;

/**
 * Decides whether the Java file that a config names is compiled: its code runs with the rights of
 * whoever starts it.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CodeFiles {

  /** Compiles whatever a config names. */
  CodeFiles COMPILED = (config, file) -> SourceCode.compile(file);

  /**
   * Compiles a file.
   *
   * @param config the config that names it
   * @param file the file
   * @return its code
   * @throws IOException if the file cannot be read
   * @throws temper.lab.source.SourceException if it does not compile
   */
  SourceCode open(Path config, Path file) throws IOException;
}
