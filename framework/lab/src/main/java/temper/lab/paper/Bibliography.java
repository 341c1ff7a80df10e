package temper.lab.paper;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;
import temper.lab.config.Place;

/**
 * The works that a manuscript can cite.
 *
 * @param works each by its key
 */
record Bibliography(Map<String, Work> works) {

  /** No works. */
  static final Bibliography NONE = new Bibliography(Map.of());

  /**
   * A work.
   *
   * @param key by which it is cited
   * @param authors given and family names, in order
   * @param families family names, in order
   * @param year of publication
   * @param title of the work
   * @param venue where it appeared; may be empty
   * @param link its address; may be empty
   */
  record Work(
      String key,
      List<String> authors,
      List<String> families,
      String year,
      String title,
      String venue,
      String link) {

    /** Copies the lists. */
    Work {
      authors = List.copyOf(authors);
      families = List.copyOf(families);
    }

    /** Its authors as they are cited: one, two, or the first of more. */
    String cited() {
      return switch (families.size()) {
        case 0 -> title;
        case 1 -> families.get(0);
        case 2 -> families.get(0) + " and " + families.get(1);
        default -> families.get(0) + " et al.";
      };
    }
  }

  Optional<Work> work(String key) {
    return Optional.ofNullable(works.get(key));
  }

  /** Reads a file of references. */
  static Bibliography read(String file, String text, PaperProblems problems) {
    try {
      BibTeXDatabase database = new BibTeXParser().parse(new StringReader(text));
      Map<String, Work> works = new LinkedHashMap<>();
      for (BibTeXEntry entry : database.getEntries().values()) {
        works.put(entry.getKey().getValue(), work(entry));
      }
      return new Bibliography(works);
    } catch (TokenMgrException | ParseException | ObjectResolutionException damaged) {
      problems.add(new Place(file, 1, 1), String.valueOf(damaged.getMessage()));
      return NONE;
    }
  }

  private static Work work(BibTeXEntry entry) throws ParseException {
    List<String> authors = new ArrayList<>();
    List<String> families = new ArrayList<>();
    for (String author : field(entry, BibTeXEntry.KEY_AUTHOR).split("\\s+and\\s+", -1)) {
      int comma = author.indexOf(',');
      if (comma >= 0) {
        families.add(author.substring(0, comma).strip());
        authors.add(author.substring(comma + 1).strip() + " " + author.substring(0, comma).strip());
      } else if (!author.isBlank()) {
        families.add(author.substring(author.lastIndexOf(' ') + 1).strip());
        authors.add(author.strip());
      }
    }
    String venue = field(entry, BibTeXEntry.KEY_JOURNAL);
    if (venue.isEmpty()) {
      venue = field(entry, BibTeXEntry.KEY_BOOKTITLE);
    }
    String link = field(entry, BibTeXEntry.KEY_URL);
    return new Work(
        entry.getKey().getValue(),
        authors,
        families,
        field(entry, BibTeXEntry.KEY_YEAR),
        field(entry, BibTeXEntry.KEY_TITLE),
        venue,
        link);
  }

  /** A field without its braces. Letters are written as they are: only names of signs are LaTeX. */
  private static String field(BibTeXEntry entry, Key key) throws ParseException {
    Value value = entry.getField(key);
    if (value == null) {
      return "";
    }
    String text = TexText.unescaped(value.toUserString()).replaceAll("[{}]", "");
    if (text.indexOf('\\') >= 0) {
      throw new ParseException(
          "'"
              + text
              + "' of "
              + entry.getKey().getValue()
              + ": letters with accents are written as they are, without a backslash");
    }
    return text.replace("---", "\u2014").replace("--", "\u2013").replaceAll("\\s+", " ").strip();
  }
}
