package temper.lab.paper;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import temper.lab.config.Place;

/**
 * Finds numbers that were typed by hand. In running text digits may stand in names that begin with
 * a letter, such as CIFAR-10, and within {@code \given}, which marks a number that defines
 * something; in formulas whole numbers of one digit may too.
 */
final class NumeralCheck {

  // Possessive: what is taken is not given back, so that a long word needs no deep stack.
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}]++(?:[-\u2013.,:/][\\p{L}\\p{N}]++)*+");
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\p{N}]*+(?:-[\\p{L}\\p{N}]++)*+");
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");
  private static final Pattern GIVEN = Pattern.compile("\\\\given\\s*\\{[^{}]*\\}");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}[\\p{N}.,]*");

  private final PaperProblems problems;

  private NumeralCheck(PaperProblems problems) {
    this.problems = problems;
  }

  /** Checks a text and everything in it. */
  static void check(List<Tex> text, PaperProblems problems) {
    new NumeralCheck(problems).all(text);
  }

  private void all(List<Tex> text) {
    for (Tex tex : text) {
      if (tex instanceof Tex.Words words) {
        words(words);
      } else if (tex instanceof Tex.Formula formula) {
        formula(formula);
      } else if (tex instanceof Tex.Block block) {
        all(block.content());
      } else if (tex instanceof Tex.Call call && !call.name().equals("given")) {
        call.arguments().forEach(argument -> all(argument.content()));
      }
    }
  }

  private void words(Tex.Words words) {
    Matcher tokens = TOKEN.matcher(words.text());
    while (tokens.find()) {
      String token = tokens.group();
      if (DIGIT.matcher(token).find() && !NAME.matcher(token).matches()) {
        byHand(words.place(), token);
      }
    }
  }

  private void formula(Tex.Formula formula) {
    String rest = GIVEN.matcher(formula.source()).replaceAll(" ");
    Matcher numbers = NUMBER.matcher(rest);
    while (numbers.find()) {
      if (numbers.group().length() > 1) {
        byHand(formula.place(), numbers.group());
      }
    }
  }

  private void byHand(Place place, String number) {
    problems.add(
        place,
        "'"
            + number
            + "' is typed by hand. A number of results is written by a macro such as"
            + " \\claimestimate{study/CLAIM}; one that defines something is marked \\given{"
            + number
            + "}");
  }
}
