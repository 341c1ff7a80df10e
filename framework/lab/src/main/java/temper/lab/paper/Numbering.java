package temper.lab.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    Counter counter = new Counter(problems);
    manuscript.calls().forEach(counter::count);
    for (Tex.Call call : manuscript.calls()) {
      if (call.name().equals("ref") && !counter.labels.containsKey(call.raw(0))) {
        problems.unknown(
            call.place(),
            "there is no label '" + call.raw(0) + "'",
            call.raw(0),
            counter.labels.keySet());
      }
    }
    return new Numbering(counter.headings, counter.labels, counter.figures, counter.headingOf);
  }

  /** Counts as TeX does. */
  private static final class Counter {

    private final PaperProblems problems;
    private final List<Heading> headings = new ArrayList<>();
    private final Map<String, Heading> labels = new LinkedHashMap<>();
    private final Map<String, Integer> figures = new LinkedHashMap<>();
    private final Map<Tex.Call, Heading> headingOf = new HashMap<>();
    private int section;
    private int subsection;
    private boolean appendix;

    Counter(PaperProblems problems) {
      this.problems = problems;
    }

    void count(Tex.Call call) {
      switch (call.name()) {
        case "appendix" -> {
          appendix = true;
          section = 0;
          subsection = 0;
        }
        case "section", "subsection" -> heading(call, call.name().equals("section"));
        case "label" -> label(call);
        case "resultfigure" -> {
          if (figures.putIfAbsent(call.raw(0), figures.size() + 1) != null) {
            problems.add(call.place(), "figure '" + call.raw(0) + "' is shown a second time");
          }
        }
        default -> {}
      }
    }

    private void heading(Tex.Call call, boolean top) {
      section += top ? 1 : 0;
      subsection = top ? 0 : subsection + 1;
      String first = appendix ? Character.toString('A' + section - 1) : Integer.toString(section);
      String number = top ? first : first + "." + subsection;
      String anchor = "section-" + number.replace('.', '-');
      Heading heading = new Heading(number, top ? 1 : 2, anchor, call.content(0));
      headings.add(heading);
      headingOf.put(call, heading);
    }

    private void label(Tex.Call call) {
      if (headings.isEmpty()) {
        problems.add(call.place(), "a label stands after the heading that it names");
      } else if (labels.put(call.raw(0), headings.get(headings.size() - 1)) != null) {
        problems.add(call.place(), "there are two labels '" + call.raw(0) + "'");
      }
    }
  }
}
