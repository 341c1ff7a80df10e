package temper.lab.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import temper.lab.store.StoreException;
import temper.lab.store.WholeFile;

/**
 * The figures that stand in a result folder, as their files tell.
 *
 * @param folder the folder of figures, be it there or not
 */
record DrawnFigures(Path folder) {

  private static final String DRAWING = ".svg";
  private static final Pattern LABEL = Pattern.compile("<svg aria-label=\"([^\"]*)\"");

  /** The names of all figures, in order. */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(DRAWING))
          .map(name -> name.substring(0, name.length() - DRAWING.length()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new StoreException("cannot read " + folder, unreadable);
    }
  }

  /** The title of a figure, of which nothing but its drawing may know. */
  String title(String figure) {
    Path drawing = folder.resolve(figure + DRAWING);
    try {
      Matcher label = LABEL.matcher(WholeFile.text(drawing));
      return label.find() ? unescaped(label.group(1)) : figure;
    } catch (IOException unreadable) {
      throw new StoreException("cannot read " + drawing, unreadable);
    }
  }

  private static String unescaped(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
