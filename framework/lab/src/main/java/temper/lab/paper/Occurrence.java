package temper.lab.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Study;
import temper.plugin.Registry;

/**
 * A place of a manuscript where something of results is shown.
 *
 * @param id the name by which it can be asked for
 * @param place the macro, as {@code file:line:column}
 * @since 0.3
 */
public record Occurrence(String id, String place) {

  /**
   * The places where a manuscript shows a number.
   *
   * @param text the number as a reader sees it, be it with a hyphen for a minus or without its unit
   * @param paper the folder that holds {@code paper.tex}; there may be none
   * @param results the folder that holds a folder for each study
   * @param known the studies that there are
   * @return places in the order of the text
   */
  public static List<Occurrence> of(String text, Path paper, Path results, Registry<Study> known) {
    List<Occurrence> found = new ArrayList<>();
    if (!Files.isRegularFile(paper.resolve(ManuscriptReader.MAIN))) {
      return found;
    }
    // What is wrong with the manuscript is told by those who set it.
    PaperProblems unheard = new PaperProblems();
    Manuscript manuscript = ManuscriptReader.read(paper, unheard);
    Resolution resolution =
        Resolution.of(manuscript, new Values(new Results(results, known)), unheard);
    for (Tex.Call call : manuscript.calls()) {
      Value value = resolution.values().get(call.key());
      if (value != null
          && !call.name().equals("holds")
          && plain(value.text()).equals(plain(text))) {
        found.add(new Occurrence(value.id(), call.place().toString()));
      }
    }
    return found;
  }

  private static String plain(String text) {
    return text.replace('\u2212', '-').replaceAll("[\\s\u00a0%]", "");
  }
}
