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
import temper.lab.config.Place;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleLogicException;
import uk.ac.ed.ph.snuggletex.SnuggleRuntimeException;
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

  /** Deeper than any that can be read; the parser goes down by calls of itself. */
  private static final int DEEPEST = 50;

  private static final Pattern OPEN_OR_CLOSE =
      Pattern.compile("\\\\[{}]|[{}()\\[\\]]|\\\\(?:begin|left|end|right)\\b");

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

  /** How deep groups and brackets lie in one another, if each that opens is closed. */
  private static int depth(String source) {
    int depth = 0;
    int deepest = 0;
    Matcher parts = OPEN_OR_CLOSE.matcher(source);
    while (parts.find()) {
      switch (parts.group()) {
        case "{", "(", "[", "\\begin", "\\left" -> depth++;
        case "}", ")", "]", "\\end", "\\right" -> depth--;
        default -> {} // A brace that is printed.
      }
      deepest = Math.max(deepest, depth);
    }
    return deepest;
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
    if (depth(source) > DEEPEST) {
      problems.add(
          formula.place(),
          "this formula is nested more than " + DEEPEST + " deep, which cannot be set");
      return "";
    }
    Optional<String> xml = xml(delimited, formula.place(), problems);
    if (xml.isEmpty()) {
      return "";
    }
    String mathml = core(xml.get());
    known.put(delimited, mathml);
    return mathml;
  }

  private Optional<String> xml(String delimited, Place place, PaperProblems problems) {
    SnuggleSession session = engine.createSession();
    XMLStringOutputOptions options = new XMLStringOutputOptions();
    options.setIndenting(false);
    options.setUsingNamedEntities(false);
    String wrong;
    try {
      session.parseInput(new SnuggleInput(delimited));
      String xml = Optional.ofNullable(session.buildXMLString(options)).orElse("");
      if (session.getErrors().isEmpty()) {
        return Optional.of(xml);
      }
      wrong = MessageFormatter.formatErrorAsString(session.getErrors().get(0)).strip();
    } catch (SnuggleLogicException | SnuggleRuntimeException notKnown) {
      wrong = String.valueOf(notKnown.getMessage()); // Such as letters that it has no way to set.
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    problems.add(place, "this formula cannot be set: " + wrong);
    return Optional.empty();
  }
}
