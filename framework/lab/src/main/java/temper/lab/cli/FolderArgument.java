package temper.lab.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The argument of commands that work on an existing result folder. */
final class FolderArgument {

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A result folder, such as results/convex-linear-regression/quick.")
  Path folder = Path.of("");

  @Mixin CodeOption code = new CodeOption();
}
