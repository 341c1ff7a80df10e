package temper.lab.paper;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A command of the language of manuscripts.
 *
 * @param name without its backslash
 * @param option whether it takes one in brackets
 * @param signature a letter for each argument: {@code n} for a name, {@code t} for text
 * @param role what it is for
 */
record Command(String name, boolean option, String signature, Role role) {

  /** What commands are for. */
  enum Role {
    /** Says how a document is set; only TeX heeds it. */
    SETTING,
    /** Shapes text. */
    TEXT,
    /** Begins or is a part of a document. */
    STRUCTURE,
    /** Stands for a word, a number or an interval of results. */
    VALUE,
    /** Stands for a table or figure of results. */
    BLOCK
  }

  private static final Map<String, Command> ALL = all();

  /** The environments of the language. */
  static final Set<String> ENVIRONMENTS =
      Set.of("document", "abstract", "itemize", "enumerate", "description", "quote");

  static Optional<Command> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The names of all commands. */
  static Collection<String> names() {
    return ALL.keySet();
  }

  private static Map<String, Command> all() {
    Map<String, Command> all = new TreeMap<>();
    add(all, Role.SETTING, true, "n", "documentclass", "usepackage");
    add(all, Role.SETTING, false, "n", "bibliographystyle", "date", "pagestyle");
    add(all, Role.SETTING, false, "", "maketitle", "clearpage", "appendix", "noindent");
    add(all, Role.STRUCTURE, false, "t", "title", "author", "section", "subsection", "paragraph");
    add(all, Role.STRUCTURE, false, "n", "input", "bibliography", "label");
    add(all, Role.STRUCTURE, true, "", "item");
    add(all, Role.STRUCTURE, false, "", "tableofcontents");
    add(all, Role.TEXT, false, "t", "emph", "textbf", "footnote", "given");
    add(all, Role.TEXT, false, "n", "code", "url", "ref", "citet", "citep");
    add(all, Role.TEXT, false, "nt", "href");
    add(all, Role.TEXT, false, "nnt", "holds", "allhold");
    add(all, Role.TEXT, false, "", "ldots", "LaTeX", "BibTeX");
    for (Field field : Field.values()) {
      add(all, Role.VALUE, true, "n", "claim" + field.macro());
      if (field.ofFindings()) {
        add(all, Role.VALUE, true, "nn", "finding" + field.macro());
      }
    }
    add(all, Role.VALUE, false, "n", "claim", "trialcount", "cellcount", "replicatecount");
    add(all, Role.VALUE, false, "n", "claimcount", "figureref", "runcommand", "rootname");
    add(all, Role.VALUE, false, "nn", "verdictcount");
    add(all, Role.VALUE, true, "nnn", "cellvalue", "cellinterval");
    add(all, Role.VALUE, true, "nn", "setting");
    add(all, Role.BLOCK, false, "n", "resultfigure", "claimstable");
    add(all, Role.BLOCK, false, "", "verdictstable", "allclaims");
    return Collections.unmodifiableMap(all);
  }

  private static void add(
      Map<String, Command> all, Role role, boolean option, String signature, String... names) {
    for (String name : names) {
      all.put(name, new Command(name, option, signature, role));
    }
  }
}
