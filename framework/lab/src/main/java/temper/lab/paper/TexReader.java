package temper.lab.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import temper.lab.config.Place;

/**
 * Reads a strict subset of LaTeX: what it does not know is a mistake and never passed over, so that
 * a page and a PDF cannot say different things.
 */
final class TexReader {

  private static final Set<String> NOT_IN_TEXT = Set.of("^", "_", "#", "&");

  private static final int MOST_NESTED = 100;

  private final TexCharacters in;
  private final PaperProblems problems;
  private int depth;

  TexReader(String file, String text, PaperProblems problems) {
    this.in = new TexCharacters(file, text);
    this.problems = problems;
  }

  /** Reads a whole file. */
  List<Tex> read() {
    List<Tex> out = sequence("");
    while (!in.atEnd()) {
      problems.add(in.place(), "this '}' closes nothing");
      in.next();
      out.addAll(sequence(""));
    }
    return out;
  }

  /** Reads up to the end of the file, a closing brace, or the end of an environment. */
  private List<Tex> sequence(String environment) {
    if (depth == MOST_NESTED) {
      problems.add(in.place(), "this is nested more than " + MOST_NESTED + " times");
      in.skipAll();
      return List.of();
    }
    depth++;
    try {
      return pieces(environment);
    } finally {
      depth--;
    }
  }

  private List<Tex> pieces(String environment) {
    List<Tex> out = new ArrayList<>();
    while (!in.atEnd() && in.peek() != '}') {
      Place place = in.place();
      int c = in.peek();
      if (c == '%') {
        in.skipComment();
      } else if (Character.isWhitespace(c)) {
        out.add(in.skipSpace() ? new Tex.ParagraphEnd(place) : new Tex.Words(" ", place));
      } else if (c == '{') {
        out.addAll(group());
      } else if (c == '$') {
        formula(place).ifPresent(out::add);
      } else if (c == '\\') {
        if (in.startsWith("\\end{")) {
          if (ends(environment, place)) {
            return out;
          }
        } else {
          command(place, out);
        }
      } else {
        out.add(word(place));
      }
    }
    if (!environment.isEmpty()) {
      problems.add(in.place(), "\\begin{" + environment + "} is not ended");
    }
    return out;
  }

  private boolean ends(String environment, Place place) {
    in.take("\\end");
    String name = environment(place);
    if (name.equals(environment)) {
      return true;
    }
    problems.add(
        place,
        environment.isEmpty()
            ? "\\end{" + name + "} ends nothing"
            : "\\end{" + name + "} stands where \\end{" + environment + "} is due");
    return !environment.isEmpty();
  }

  private List<Tex> group() {
    Place open = in.place();
    in.next();
    List<Tex> content = sequence("");
    close(open);
    return content;
  }

  private void close(Place open) {
    if (in.atEnd()) {
      problems.add(open, "this '{' is not closed");
    } else {
      in.next();
    }
  }

  private Tex.Words word(Place place) {
    StringBuilder out = new StringBuilder();
    while (!in.atEnd()) {
      int c = in.peek();
      if (Character.isWhitespace(c) || "{}$\\%".indexOf(c) >= 0) {
        break;
      }
      String one = Character.toString(c);
      if (NOT_IN_TEXT.contains(one)) {
        problems.add(in.place(), "'" + one + "' in running text must be written \\" + one);
      }
      out.append(in.ligature());
    }
    return new Tex.Words(out.toString(), place);
  }

  private Optional<Tex> formula(Place place) {
    if (in.startsWith("$$")) {
      problems.add(place, "a formula in a line of its own is written \\[ ... \\]");
      in.take("$$");
      return Optional.empty();
    }
    in.next();
    return Optional.of(formula("$", false, place));
  }

  private Tex.Formula formula(String end, boolean display, Place open) {
    Place place = in.place();
    Optional<String> source = in.upTo(end);
    if (source.isEmpty()) {
      problems.add(open, "this formula is not ended by " + end);
    }
    return new Tex.Formula(source.orElse(""), display, place);
  }

  private void command(Place place, List<Tex> out) {
    in.next();
    if (in.atEnd()) {
      problems.add(place, "a backslash ends the file");
      return;
    }
    String name = in.letters();
    if (name.isEmpty()) {
      symbol(place, out);
    } else if (name.equals("begin")) {
      block(place).ifPresent(out::add);
    } else {
      Optional<Command> known = Command.of(name);
      if (known.isEmpty()) {
        problems.unknown(place, "there is no command \\" + name, name, Command.names());
        return;
      }
      out.add(call(known.get(), place));
    }
  }

  private void symbol(Place place, List<Tex> out) {
    int c = in.next();
    switch (c) {
      case '%', '&', '_', '#', '$', '{', '}' ->
          out.add(new Tex.Words(Character.toString(c), place));
      case ',' -> out.add(new Tex.Words("\u202f", place));
      case ' ', '\n' -> out.add(new Tex.Words(" ", place));
      case '-' -> out.add(new Tex.Words("\u00ad", place));
      case '(' -> out.add(formula("\\)", false, place));
      case '[' -> out.add(formula("\\]", true, place));
      default ->
          problems.add(place, "there is no command \\" + Character.toString(c) + " in manuscripts");
    }
  }

  /** The name of an environment; empty if there is none in braces. */
  private String environment(Place place) {
    if (in.atEnd() || in.peek() != '{') {
      problems.add(place, "the name of an environment stands in braces");
      return "";
    }
    return argument(Optional.empty()).raw();
  }

  private Optional<Tex> block(Place place) {
    String name = environment(place);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!Command.ENVIRONMENTS.contains(name)) {
      problems.unknown(place, "there is no environment '" + name + "'", name, Command.ENVIRONMENTS);
    }
    return Optional.of(new Tex.Block(name, sequence(name), place));
  }

  private Tex.Call call(Command command, Place place) {
    String option = "";
    if (command.signature().isEmpty() && !command.option()) {
      in.skipBlanks();
    }
    if (command.option() && !in.atEnd() && in.peek() == '[') {
      in.next();
      option = in.upTo("]").orElse("").strip();
    }
    List<Tex.Argument> arguments = new ArrayList<>();
    for (char kind : command.signature().toCharArray()) {
      in.skipBlanks();
      if (in.atEnd() || in.peek() != '{') {
        problems.add(
            in.place(),
            "\\" + command.name() + " takes " + count(command.signature().length()) + " in braces");
        arguments.add(new Tex.Argument("", List.of(), in.place()));
      } else {
        arguments.add(argument(Optional.of(kind)));
      }
    }
    return new Tex.Call(command, option, arguments, place);
  }

  private static String count(int arguments) {
    return arguments == 1 ? "an argument" : arguments + " arguments";
  }

  /** Reads an argument in braces; one that is text is read a second time, for what it says. */
  private Tex.Argument argument(Optional<Character> kind) {
    Place open = in.place();
    in.next();
    Place place = in.place();
    if (kind.isPresent() && kind.get() == 't') {
      int from = in.at();
      List<Tex> content = sequence("");
      String raw = in.from(from);
      close(open);
      return new Tex.Argument(plain(raw), content, place);
    }
    String raw = in.upToBrace();
    close(open);
    return new Tex.Argument(plain(raw), List.of(), place);
  }

  private static String plain(String raw) {
    return raw.strip().replaceAll("\\s+", " ");
  }
}
