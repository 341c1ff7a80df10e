package temper.lab.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of sections, figures and tables, as TeX gives them.
 *
 * @param headings sections and subsections in order
 * @param labels what a label stands for
 * @param figures the number of each figure, by {@code study/figure}
 * @param headingOf the heading of each call that is one
 */
record Numbering(
    List<Heading> headings,
    Map<String, Heading> labels,
    Map<String, Integer> figures,
    Map<Tex.Call, Heading> headingOf) {

  /**
   * A heading.
   *
   * @param number such as {@code 3.1}
   * @param level 1 for a section
   * @param anchor its anchor in a page
   * @param title what it says
   */
  record Heading(String number, int level, String anchor, List<Tex> title) {

    /** Copies the list. */
    Heading {
      title = List.copyOf(title);
    }
  }

  /** Numbers a manuscript. */
  static Numbering of(Manuscript manuscript, PaperProblems problems) {
    List<Heading> headings = new ArrayList<>();
    Map<String, Heading> labels = new HashMap<>();
    Map<String, Integer> figures = new HashMap<>();
    Map<Tex.Call, Heading> headingOf = new HashMap<>();
    int section = 0;
    int subsection = 0;
    boolean appendix = false;
    for (Tex.Call call : manuscript.calls()) {
      switch (call.name()) {
        case "appendix" -> {
          appendix = true;
          section = 0;
          subsection = 0;
        }
        case "section", "subsection" -> {
          boolean top = call.name().equals("section");
          section += top ? 1 : 0;
          subsection = top ? 0 : subsection + 1;
          String first =
              appendix ? Character.toString('A' + section - 1) : Integer.toString(section);
          String number = top ? first : first + "." + subsection;
          Heading heading =
              new Heading(
                  number,
                  top ? 1 : 2,
                  "section-" + number.replace('.', '-'),
                  call.arguments().get(0).content());
          headings.add(heading);
          headingOf.put(call, heading);
        }
        case "label" -> {
          if (headings.isEmpty()) {
            problems.add(call.place(), "a label stands after the heading that it names");
          } else if (labels.put(call.raw(0), headings.get(headings.size() - 1)) != null) {
            problems.add(call.place(), "there are two labels '" + call.raw(0) + "'");
          }
        }
        case "resultfigure" -> {
          if (figures.putIfAbsent(call.raw(0), figures.size() + 1) != null) {
            problems.add(call.place(), "figure '" + call.raw(0) + "' is shown a second time");
          }
        }
        default -> {}
      }
    }
    for (Tex.Call call : manuscript.calls()) {
      if (call.name().equals("ref") && !labels.containsKey(call.raw(0))) {
        problems.unknown(
            call.place(), "there is no label '" + call.raw(0) + "'", call.raw(0), labels.keySet());
      }
    }
    return new Numbering(headings, labels, figures, headingOf);
  }
}
