package temper.lab.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Reads YAML into a tree with places. What cannot be read becomes a problem, never an exception.
 */
final class YamlReader {

  /** The largest file that is read. A config of this size would hold some 100,000 lines. */
  static final int MOST_BYTES = 4 << 20;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Smaller ones are of no use; a word that is longer than the buffer is copied for each of it. */
  private static final int LEAST_BUFFER = 1 << 10;

  private final Place first;
  private final Problems problems;

  private YamlReader(Place first, Problems problems) {
    this.first = first;
    this.problems = problems;
  }

  /** Reads the bytes of a file. */
  static Optional<Node> read(String file, byte[] bytes, Problems problems) {
    YamlReader reader = new YamlReader(new Place(file, 1, 1), problems);
    if (bytes.length > MOST_BYTES) {
      tooLarge(file, bytes.length, problems);
      return Optional.empty();
    }
    return reader.decode(bytes).flatMap(reader::parse);
  }

  /** Reads a text that stands on the first line of something, from a column on. */
  static Optional<Node> read(String file, int firstColumn, String text, Problems problems) {
    return read(new Place(file, 1, firstColumn), text, problems);
  }

  /** Reads a text that stands within something, from a place on. */
  static Optional<Node> read(Place first, String text, Problems problems) {
    return new YamlReader(first, problems).parse(text);
  }

  static void tooLarge(String file, long bytes, Problems problems) {
    problems.add(
        new Place(file, 1, 1),
        "",
        "the file has " + bytes + " bytes; a config may have at most " + MOST_BYTES);
  }

  private Optional<String> decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    chars.flip();
    String text = chars.toString();
    if (result.isError()) {
      try {
        result.throwException();
      } catch (CharacterCodingException e) {
        problems.add(placeAt(text, text.length()), "", "the file is not UTF-8 from here on");
      }
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private Optional<Node> parse(String given) {
    String text =
        !given.isEmpty() && given.codePointAt(0) == BYTE_ORDER_MARK ? given.substring(1) : given;
    if (hasForbiddenCharacters(text)) {
      return Optional.empty();
    }
    YamlComposer composer = new YamlComposer(this::place, problems);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(first.file())
            .setCodePointLimit(MOST_BYTES + 1)
            .setBufferSize(Math.max(LEAST_BUFFER, text.length()))
            .build();
    try {
      return composer.compose(new Parse(settings).parseString(text).iterator());
    } catch (MarkedYamlEngineException e) {
      Place place =
          e.getProblemMark().or(e::getContextMark).map(this::place).orElse(composer.last());
      problems.add(place, "", explained(e));
    } catch (YamlComposer.Refused e) {
      problems.add(e.place(), "", e.reason());
    } catch (
        RuntimeException e) { // The parser throws several kinds on broken escapes and the like.
      problems.add(composer.last(), "", "invalid YAML after this place: " + firstLine(e));
    }
    return Optional.empty();
  }

  private boolean hasForbiddenCharacters(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean allowed =
          c == '\t'
              || c == '\n'
              || c == '\r'
              || (c >= 0x20 && c <= 0x7E)
              || c == 0x85
              || (c >= 0xA0 && c <= 0xD7FF)
              || (c >= 0xE000 && c <= 0xFFFD && c != BYTE_ORDER_MARK)
              || c >= 0x10000;
      if (!allowed) {
        String code = String.format(java.util.Locale.ROOT, "U+%04X", c);
        problems.add(placeAt(text, i), "", "the character " + code + " is not allowed in YAML");
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  private static String explained(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "a tab cannot stand here; indent with spaces";
    }
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    String hint =
        problem.contains("<block end>")
            ? " (is the indentation of this line right?)"
            : problem.contains("mapping values are not allowed")
                ? " (a text that contains ': ' must be quoted)"
                : "";
    return "invalid YAML: " + context + problem.strip() + hint;
  }

  private static String firstLine(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private Place place(Mark mark) {
    int column = mark.getColumn() + (mark.getLine() == 0 ? first.column() : 1);
    return new Place(first.file(), first.line() + mark.getLine(), column);
  }

  private Place placeAt(String text, int offset) {
    int line = first.line();
    int column = first.column();
    for (int i = 0; i < offset; ) {
      int c = text.codePointAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
      i += Character.charCount(c);
    }
    return new Place(first.file(), line, column);
  }
}
