package temper.lab.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names code of a user's own. */
final class CodeOption {

  @Option(
      names = "--code",
      paramLabel = "FILE.java",
      description =
          "A Java file with a study or plug-ins of your own. Code that lies in a result folder is"
              + " run only if it is named here.")
  @Nullable Path file;
}
