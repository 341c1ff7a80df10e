package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.lab.paper.Bibliography.Work;

class BibliographyTest {

  private final PaperProblems problems = new PaperProblems();

  private Work work(String fields) {
    Bibliography all = Bibliography.read("a.bib", "@article{key,\n" + fields + "\n}\n", problems);
    assertTrue(problems.none(), () -> problems.list().toString());
    return all.work("key").orElseThrow();
  }

  @Test
  void authorsAreCitedByTheirFamilies() {
    assertEquals("Hajek", work("author = {Hajek, Bruce}").cited());
    assertEquals("Smith and Topin", work("author = {Smith, L. N. and Nicholay Topin}").cited());
    assertEquals("Li et al.", work("author = {Li, Y. and Wei, C. and Ma, T.}").cited());
    assertEquals("A book", work("title = {A book}").cited());
  }

  @Test
  void bracesAndNamesOfSignsAreTakenAway() {
    Work work =
        work(
            "author = {Erdős, Pál}, title = {{SGD} \\& on --- graphs}, year = 1960,"
                + " booktitle = {Proc. A--B}, url = {https://example.org/a_b}");

    assertEquals("Pál Erdős", work.authors().get(0));
    assertEquals("SGD & on — graphs", work.title());
    assertEquals("Proc. A–B", work.venue());
    assertEquals("1960", work.year());
    assertEquals("https://example.org/a_b", work.link());
  }

  @Test
  void anAccentOfLatexIsRefusedAsNotAllAreKnown() {
    Bibliography.read("a.bib", "@article{key, author = {Erd\\H{o}s, Paul}}", problems);

    assertTrue(
        problems.list().get(0).message().startsWith("'Erd\\Hos, Paul' of key: letters with"),
        problems.list().toString());
  }

  @Test
  void aDamagedFileIsAProblemAndNotAFailure() {
    Bibliography none = Bibliography.read("a.bib", "@article{key, title = {open", problems);

    assertTrue(none.works().isEmpty());
    assertTrue(problems.list().get(0).toString().startsWith("a.bib:1:1 "));
  }
}
