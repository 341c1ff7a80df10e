package temper.lab.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import temper.plugin.Names;

/**
 * Says of a file that is not there where it was looked for, and which one may be meant.
 *
 * @since 0.3
 */
public final class NearestFile {

  private NearestFile() {}

  /**
   * The message about a file that is not there.
   *
   * @param file the file
   * @return such as {@code there is no file swep.yaml in /home/me. Did you mean 'sweep.yaml'?}
   */
  public static String message(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null) {
      return absolute + " is no file";
    }
    if (!Files.isDirectory(folder)) {
      return "there is no file " + name + ": there is no folder " + folder;
    }
    return "there is no file "
        + name
        + " in "
        + folder
        + Names.nearest(name.toString(), inside(folder, extension(name.toString())))
            .map(near -> ". Did you mean '" + near + "'?")
            .orElse("");
  }

  private static String extension(String name) {
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }

  private static List<String> inside(Path folder, String extension) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(extension))
          .toList();
    } catch (IOException unreadable) {
      return List.of(); // There is nothing to be suggested then.
    }
  }
}
