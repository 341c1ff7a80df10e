package temper.lab.cli;

/** How text is set off on a terminal; never the only sign of what it says. */
enum Style {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  GOOD("32"),
  BAD("31"),
  UNSURE("33");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text between the sequences that begin and end the style. */
  String on(String text) {
    return code.isEmpty() || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
  }
}
