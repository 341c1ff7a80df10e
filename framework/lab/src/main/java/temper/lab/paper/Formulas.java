package temper.lab.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.XMLStringOutputOptions;
import uk.ac.ed.ph.snuggletex.utilities.MessageFormatter;

/** Turns formulas into MathML. */
final class Formulas {

  private final SnuggleEngine engine = new SnuggleEngine();
  private final Map<String, String> known = new HashMap<>();

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
    known.put(delimited, xml);
    return xml;
  }
}
