package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralCheckTest {

  private static List<String> found(String text) {
    PaperProblems problems = new PaperProblems();
    NumeralCheck.check(new TexReader("a.tex", text, problems).read(), problems);
    return problems.list().stream().map(problem -> problem.toString()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CIFAR-10 and Fashion-MNIST, ResNet-18 on x86-64",
        "claim LWM-3-R, the layer W2, float32",
        "\\given{300} features and $\\given{0.5}$",
        "$1/(c_1 + c_2)$ and $t^{-2}$, \\[ x^2 \\]",
        "\\citet{smith2017} in section~\\ref{sec:2}, \\code{--sample 5}",
        "\\cellvalue{a/b/c}{n=5}{x_1}",
        "one, two and a tenth"
      })
  void namesFormulasAndWhatIsMarkedAreNoNumbersTypedByHand(String text) {
    assertEquals(List.of(), found(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "300 features",
        "an accuracy of 0.5",
        "½ of it",
        "٣ runs",
        "\\emph{12} runs",
        "\\begin{itemize}\\item 7\\end{itemize}",
        "x-0.5",
        "$0.95$",
        "$10^{-3}$",
        "\\holds{a/B}{REPRODUCED}{in 9 of ten}",
        "\\footnote{since 1998}",
        "3rd",
        "n=5"
      })
  void aNumberTypedByHandIsFoundWhereverItStands(String text) {
    assertEquals(1, found(text).size(), found(text).toString());
  }

  @Test
  void theMessageSaysWhereAndWhatToDo() {
    assertEquals(
        List.of(
            "a.tex:2:4 '88' is typed by hand. A number of results is written by a macro such as"
                + " \\claimestimate{study/CLAIM}; one that defines something is marked \\given{88}"),
        found("above\nat 88\\,\\%"));
  }
}
