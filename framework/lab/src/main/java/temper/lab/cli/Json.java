package temper.lab.cli;

import java.util.HexFormat;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Prints lists and maps as JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String text(Object value) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return escaped(
            MAPPER
                .writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .writeValueAsString(value))
        + "\n";
  }

  /** A text as JSON, and so YAML, has it; plain where nothing in it needs quotes. */
  static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./-]+") ? text : escaped(MAPPER.writeValueAsString(text));
  }

  /**
   * JSON asks for no more than the first 32 control characters to be escaped; a terminal obeys
   * more. Those can stand within texts only, where their escape means the same.
   */
  private static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c != '\n' && Printable.isControl(c)) {
        out.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
