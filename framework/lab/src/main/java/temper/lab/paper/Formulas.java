package temper.lab.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.XMLStringOutputOptions;
import uk.ac.ed.ph.snuggletex.utilities.MessageFormatter;

/** Turns formulas into MathML. */
final class Formulas {

  private static final Pattern FENCE =
      Pattern.compile("<mfenced close=\"([^\"]*)\" open=\"([^\"]*)\">|</mfenced>");

  /**
   * Longer than any that fits a page; the time that brackets take grows faster than their number.
   */
  private static final int LONGEST = 2000;

  private final SnuggleEngine engine = new SnuggleEngine();
  private final Map<String, String> known = new HashMap<>();

  /** Fences are no part of MathML Core, which is what browsers set; a hyphen is no minus. */
  private static String core(String xml) {
    StringBuilder out = new StringBuilder();
    Deque<String> closings = new ArrayDeque<>();
    Matcher fences = FENCE.matcher(xml);
    while (fences.find()) {
      String replacement;
      if (fences.group(1) == null) {
        replacement = "<mo>" + closings.pop() + "</mo></mrow>";
      } else {
        closings.push(fences.group(1));
        replacement = "<mrow><mo>" + fences.group(2) + "</mo>";
      }
      fences.appendReplacement(out, Matcher.quoteReplacement(replacement));
    }
    return fences.appendTail(out).toString().replace("<mo>-</mo>", "<mo>\u2212</mo>");
  }

  /**
   * A formula as MathML; what is wrong with it is told and an empty text returned.
   *
   * @param formula the formula
   * @param problems hears what is wrong with it
   */
  String mathml(Tex.Formula formula, PaperProblems problems) {
    String source = formula.source().replaceAll("\\\\given\\s*(?=\\{)", "").strip();
    String delimited = formula.display() ? "\\[" + source + "\\]" : "$" + source + "$";
    String done = known.get(delimited);
    if (done != null) {
      return done;
    }
    if (source.length() > LONGEST) {
      problems.add(
          formula.place(),
          "this formula has " + source.length() + " characters; at most " + LONGEST + " are set");
      return "";
    }
    SnuggleSession session = engine.createSession();
    try {
      session.parseInput(new SnuggleInput(delimited));
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    XMLStringOutputOptions options = new XMLStringOutputOptions();
    options.setIndenting(false);
    options.setUsingNamedEntities(false);
    String xml = Optional.ofNullable(session.buildXMLString(options)).orElse("");
    if (!session.getErrors().isEmpty()) {
      problems.add(
          formula.place(),
          "this formula cannot be set: "
              + MessageFormatter.formatErrorAsString(session.getErrors().get(0)).strip());
      return "";
    }
    String mathml = core(xml);
    known.put(delimited, mathml);
    return mathml;
  }
}
