package temper.lab.paper;

/**
 * What stands in a paper in place of a macro.
 *
 * @param id the name by which {@code temper why} knows it
 * @param text as a reader sees it, rounded
 * @param exact with every digit, as the file has it
 * @param claim id of the claim that it is of; empty if it is of none
 * @param file the file that it comes from, from the folder of all results; empty for code
 * @param line its line there; 0 for the file as a whole
 */
record Value(String id, String text, String exact, String claim, String file, int line) {

  /** The same with another text. */
  Value saying(String other) {
    return new Value(id, other, exact, claim, file, line);
  }

  String study() {
    return id.substring(0, Math.max(0, id.indexOf('/') < 0 ? id.length() : id.indexOf('/')));
  }

  /** Where it comes from, in a line. */
  String origin() {
    return file.isEmpty()
        ? "all studies, or the code of one that was not run"
        : line > 0 ? file + ":" + line : file;
  }
}
