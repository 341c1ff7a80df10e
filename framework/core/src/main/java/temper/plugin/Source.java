package temper.plugin;

/**
 * A publication.
 *
 * @param authors family names, such as {@code Nakkiran} or {@code Li, Wei, Ma}
 * @param year year of publication; 0 where there is none
 * @param title title of the work
 * @param identifier arXiv number, DOI or the like; empty where there is none
 * @since 0.1
 */
public record Source(String authors, int year, String title, String identifier) {

  /** The source of what practitioners know without a publication. */
  public static final Source FOLKLORE = new Source("", 0, "common practice", "");

  /**
   * The source as it is cited in running text.
   *
   * @return for example {@code Nakkiran (2020), arXiv:2005.07360}
   */
  public String citation() {
    if (year == 0) {
      return title;
    }
    return authors + " (" + year + ")" + (identifier.isEmpty() ? "" : ", " + identifier);
  }
}
