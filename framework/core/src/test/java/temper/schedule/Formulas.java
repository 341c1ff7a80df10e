package temper.schedule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import temper.plugin.ParameterizedPlugin;

/** Whether the formulas of the catalogue say what the code's documentation says. */
final class Formulas {

  private static final Pattern SNAKE = Pattern.compile("[a-z]+(?:_[a-z]{2,})+");
  private static final Pattern CAMEL = Pattern.compile("[a-z]+(?:[A-Z][a-z]+)+");

  private Formulas() {}

  /** Names of several words that stand in a formula and are no parameter of the plug-in. */
  static List<String> unknownNames(ParameterizedPlugin<?> plugin, String formula) {
    Set<String> parameters =
        Arrays.stream(plugin.defaults().getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .map(Formulas::snake)
            .collect(Collectors.toSet());
    return Pattern.compile(SNAKE + "|" + CAMEL)
        .matcher(formula)
        .results()
        .map(match -> match.group())
        .filter(name -> !parameters.contains(name))
        .toList();
  }

  /** Refuses a formula that is not to be found in the Javadoc of the plug-in's class. */
  static void assertDocumented(ParameterizedPlugin<?> plugin, String formula) {
    Path source = Path.of("src/main/java", plugin.getClass().getName().replace('.', '/') + ".java");
    String text;
    try {
      text = Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String documentation =
        text.substring(text.indexOf("/**"), text.indexOf("*/"))
            .replaceAll("(?m)^ \\* ?", " ")
            .replaceAll("\\{@(?:code|link)\\s+#?([^}]*)\\}", "$1")
            .replace("<p>", " ");
    assertTrue(
        snake(words(documentation)).contains(words(formula)),
        () -> source + " does not say: " + formula);
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String snake(String text) {
    return Pattern.compile("([a-z])([A-Z])(?=[a-z])")
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) + "_" + match.group(2).toLowerCase(Locale.ROOT)));
  }
}
