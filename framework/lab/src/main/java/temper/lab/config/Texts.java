package temper.lab.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names and foreign texts are written in keys and messages. */
final class Texts {

  private static final int SHOWN = 60;
  private static final Pattern CONSTANT = Pattern.compile("constant\\(value=([^()]*)\\)");

  private Texts() {}

  /** {@code batchSize} as {@code batch_size}, the form of keys and of columns in a CSV. */
  static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c)) {
        boolean startsWord = i > 0 && !Character.isUpperCase(camel.charAt(i - 1));
        snake.append(startsWord ? "_" : "").append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }

  /** {@code STEP_DECAY} as {@code step-decay}, the form of names that a user chooses among. */
  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A value for people: of a constant its number says it all, and is what the user wrote. */
  static String plain(String value) {
    return CONSTANT.matcher(value).replaceAll("$1");
  }

  /** A text in quotes, shortened if it is long. */
  static String quoted(String text) {
    int end = text.length() <= SHOWN ? text.length() : text.offsetByCodePoints(0, SHOWN / 2);
    return "'" + text.substring(0, end) + (end < text.length() ? "..." : "") + "'";
  }

  /** A text that may be long, such as a path of keys, with its middle left out if it is. */
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int from = text.offsetByCodePoints(text.length(), -longest / 4);
    return text.substring(0, text.offsetByCodePoints(0, longest / 4))
        + "..."
        + text.substring(from);
  }

  /** A text without anything that a terminal would obey. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.SURROGATE
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR) {
                out.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
