package temper.lab.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A manuscript as it was written.
 *
 * @param sources the text of each file, by its path from the folder of the manuscript; the first is
 *     the document
 * @param title what it is called
 * @param author who wrote it
 * @param body what stands in the document, with all files in their places
 * @param references the works that it can cite
 */
record Manuscript(
    Map<String, String> sources,
    List<Tex> title,
    List<Tex> author,
    List<Tex> body,
    Bibliography references) {

  /** Copies the lists. */
  Manuscript {
    title = List.copyOf(title);
    author = List.copyOf(author);
    body = List.copyOf(body);
  }

  /** All calls of commands in the order of the text, those in arguments after their own. */
  List<Tex.Call> calls() {
    List<Tex.Call> calls = new ArrayList<>();
    List<Tex> all = new ArrayList<>(title);
    all.addAll(body);
    each(
        all,
        tex -> {
          if (tex instanceof Tex.Call call) {
            calls.add(call);
          }
        });
    return calls;
  }

  /** Visits all pieces of a text, and those within them. */
  static void each(List<Tex> text, Consumer<Tex> visitor) {
    for (Tex tex : text) {
      visitor.accept(tex);
      if (tex instanceof Tex.Call call) {
        call.arguments().forEach(argument -> each(argument.content(), visitor));
      } else if (tex instanceof Tex.Block block) {
        each(block.content(), visitor);
      }
    }
  }
}
