package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of all verbs says what the command says. With -Dpages.write it is written. */
class VerbsPageTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?\\./temper (.*)$");
  private static final Path PAGE = Path.of("../docs/verbs.md");

  @Test
  void thePageOfAllVerbsIsCurrent() throws IOException {
    String page = page(TemperCommand.line(new Session(new Call().console())));

    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "write it anew with -Dpages.write=true");
  }

  /** Words of a command line; quotes hold words together, and a comment ends it. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(#.*)|(\\S+)").matcher(line);
    while (word.find() && word.group(2) == null) {
      words.add(word.group(1) == null ? word.group(3) : word.group(1));
    }
    return words;
  }

  @Test
  void everyCommandOfThePagesIsOneThatThereIs() throws IOException {
    List<String> commands = new ArrayList<>();
    List<Path> pages = new ArrayList<>(List.of(Path.of("../../README.md")));
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    for (Path page : pages) {
      Matcher line = COMMAND.matcher(Files.readString(page));
      while (line.find()) {
        commands.add(line.group(1));
      }
    }

    assertTrue(commands.size() > 30, commands::toString);
    for (String command : commands) {
      CommandLine temper = TemperCommand.line(new Session(new Call().console()));
      assertDoesNotThrow(() -> temper.parseArgs(words(command).toArray(String[]::new)), command);
    }
  }

  private static String page(CommandLine temper) {
    StringBuilder out = new StringBuilder();
    out.append("# Every verb of `temper`\n\n");
    out.append("Written from the command itself: a test compares this page with it. ");
    out.append("`temper VERB --help` says the same in a terminal.\n\n");
    out.append("| exit code | meaning |\n|---|---|\n");
    for (ExitCode code : ExitCode.values()) {
      out.append("| ").append(code.code()).append(" | ").append(cell(meaning(code))).append(" |\n");
    }
    temper.getSubcommands().values().forEach(verb -> verb(out, "##", verb));
    return out.toString();
  }

  private static String meaning(ExitCode code) {
    return ExitCode.meanings().get(" " + code.code());
  }

  private static void verb(StringBuilder out, String heading, CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    out.append('\n').append(heading).append(' ').append(spec.qualifiedName()).append("\n\n");
    out.append(text(spec.usageMessage().description())).append("\n");
    List<PositionalParamSpec> given = spec.positionalParameters();
    List<OptionSpec> options =
        spec.options().stream().filter(one -> !one.hidden() && !one.usageHelp()).toList();
    if (!given.isEmpty() || !options.isEmpty()) {
      out.append("\n| argument | meaning |\n|---|---|\n");
      given.forEach(one -> row(out, one.paramLabel(), one));
      options.forEach(one -> row(out, name(one), one));
    }
    String[] footer = spec.usageMessage().footer();
    if (footer.length > 0) {
      out.append("\n```\n");
      for (String example : footer) {
        if (example.startsWith("  ")) {
          out.append(example.strip()).append('\n');
        }
      }
      out.append("```\n");
    }
    line.getSubcommands().values().forEach(verb -> verb(out, heading + "#", verb));
  }

  private static String name(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static void row(StringBuilder out, String name, ArgSpec argument) {
    out.append("| `").append(name.replace("|", "\\|")).append("` | ");
    out.append(cell(text(argument.description()))).append(" |\n");
  }

  private static String text(String... lines) {
    return List.of(lines).stream().map(String::strip).collect(Collectors.joining(" "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
