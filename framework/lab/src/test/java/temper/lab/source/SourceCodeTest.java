package temper.lab.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.store.CodeFingerprint;
import temper.lab.study.Study;

class SourceCodeTest {

  private static final String EMPTY_STUDY =
      "final class %s implements temper.lab.study.Study {"
          + " public String name() { return \"empty\"; }"
          + " public String summary() { return \"\"; }"
          + " public temper.plugin.Source source() { return temper.plugin.Source.FOLKLORE; }"
          + " public java.util.List<temper.lab.study.Experiment<?>> experiments() { return null; }"
          + " public java.util.List<temper.lab.study.Claim> claims() { return null; } }\n";

  @TempDir Path folder;

  private SourceCode compile(String text) throws IOException {
    return SourceCode.compile(OwnStudy.write(folder, text));
  }

  private List<SourceProblem> problems(String text) {
    return assertThrows(SourceException.class, () -> compile(text)).problems();
  }

  private record Prints(String trials, String claims, String schedule) {}

  private Prints prints(String text) throws IOException {
    SourceCode code = compile(text);
    Study study = code.study().orElseThrow();
    return new Prints(
        print(study.experiments().get(0).getClass()),
        print(study.getClass()),
        print(code.plugins().get(0).getClass()));
  }

  private static String print(Class<?> type) {
    return CodeFingerprint.of(type, List.of()).hash();
  }

  @Test
  void theStudyAndThePluginsOfAFileAreFound() throws IOException {
    SourceCode code = compile(OwnStudy.TEXT);

    assertEquals("own-descent", code.study().orElseThrow().name());
    assertEquals(List.of("halved"), code.plugins().stream().map(one -> one.name()).toList());
    assertEquals("OwnStudy.java", code.fileName());
    assertEquals(OwnStudy.TEXT, new String(code.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(64, code.sha256().length());
  }

  @Test
  void everyMistakeIsShownWithItsLine() {
    List<SourceProblem> problems =
        problems(
            OwnStudy.with("double x = switch", "int x = \"one\"; double y = switch")
                .replace("x * x / 2", "x * z / 2"));

    assertEquals(2, problems.size(), problems::toString);
    SourceProblem first = problems.get(0);
    assertTrue(first.file().endsWith("OwnStudy.java"), first.file());
    assertEquals(OwnStudy.line("double x = switch"), first.line());
    assertEquals(15, first.column());
    assertTrue(first.message().contains("String cannot be converted to int"), first.message());
    String[] lines = first.toString().split("\n", -1);
    assertEquals('"', lines[1].charAt(lines[2].indexOf('^')));
    assertTrue(problems.get(1).message().contains("variable z"), problems.get(1).message());
  }

  @Test
  void aTextThatIsNoJavaIsShownWhereItEnds() {
    List<SourceProblem> problems = problems("final class OwnStudy {\n  void run( }\n");

    assertEquals(2, problems.get(0).line());
  }

  @Test
  void aFileMustDeclareOneStudyAtMostAndSomething() {
    assertTrue(
        problems("final class OwnStudy {}").get(0).message().contains("temper.lab.study.Study"));
    List<SourceProblem> two = problems(EMPTY_STUDY.formatted("One") + EMPTY_STUDY.formatted("Two"));
    assertEquals(List.of(1, 2), two.stream().map(SourceProblem::line).toList());
    assertEquals("a file can declare only one study", two.get(0).message());
  }

  @Test
  void aStudyMustBeOneThatCanBeMade() {
    String study = EMPTY_STUDY.formatted("Own");
    String inner = "class Around { class Own " + study.substring("final class Own ".length()) + "}";
    String asked = study.replace("{ public String name", "{ Own(int n) {} public String name");
    String failing =
        study.replace(
            "{ public String name",
            "{ Own() { throw new IllegalStateException(\"no\"); } public String name");

    assertEquals(
        "Own must be static, or stand beside other classes", problems(inner).get(0).message());
    assertEquals("Own must have a constructor without arguments", problems(asked).get(0).message());
    assertEquals(
        "Own cannot be made: java.lang.IllegalStateException: no",
        problems(failing).get(0).message());
  }

  @Test
  void aFileMustBeSmallAndHaveTheNameOfAClass() throws IOException {
    Path strange = Files.writeString(folder.resolve("my study.java"), OwnStudy.TEXT);
    Path large = Files.writeString(folder.resolve("Large.java"), "/" + "/".repeat(2 << 20));

    assertThrows(SourceException.class, () -> SourceCode.compile(strange));
    assertThrows(SourceException.class, () -> SourceCode.compile(large));
    assertThrows(IOException.class, () -> SourceCode.compile(folder.resolve("None.java")));
  }

  @Test
  void anExperimentIsKnownByWhatItUsesOfTheText() throws IOException {
    Prints before = prints(OwnStudy.TEXT);
    Prints comment = prints(OwnStudy.with("// a parabola", "/* another word */"));
    Prints figure = prints(OwnStudy.with("\"share of runs\"", "\"part of runs\""));
    Prints claim = prints(OwnStudy.with("Region.above(0)", "Region.above(1)"));
    Prints helper = prints(OwnStudy.with("x * x / 2", "x * x / 3"));
    Prints trial = prints(OwnStudy.with("noise.gaussian()", "noise.uniform()"));
    Prints record = prints(OwnStudy.with("int steps, Start start", "long steps, Start start"));
    Prints constant = prints(OwnStudy.with("{ NEAR, FAR }", "{ FAR, NEAR }"));
    Prints schedule = prints(OwnStudy.with("of.rate() / 2;", "of.rate() / 4;"));

    assertEquals(before, comment);
    assertEquals(before.trials(), figure.trials());
    assertNotEquals(before.claims(), figure.claims());
    assertEquals(before.trials(), claim.trials());
    assertNotEquals(before.claims(), claim.claims());
    for (Prints changed : List.of(helper, trial, record, constant, schedule)) {
      assertNotEquals(before.trials(), changed.trials());
    }
    assertEquals(before.schedule(), trial.schedule());
    assertNotEquals(before.schedule(), schedule.schedule());
  }

  @Test
  void whatAnExperimentIsMadeWithDecidesWhatItDoes() throws IOException {
    String made =
        OwnStudy.with(
                "static final class Descent implements Experiment<Run> {",
                """
            static final class Descent implements Experiment<Run> {
              final double scale;
              Descent(double scale) { this.scale = scale; }
            """)
            .replace("new Descent()", "new Descent(2)");

    assertNotEquals(
        prints(made).trials(), prints(made.replace("new Descent(2)", "new Descent(3)")).trials());
  }

  @Test
  void whatStandsBehindAnInterfaceCounts() throws IOException {
    String behind =
        OwnStudy.with(
            "static double loss(double x) {",
            """
            interface Law { double at(double x); }
            static final class Square implements Law { public double at(double x) { return x * x; } }
            static final Law LAW = null;
            static double loss(double x) { if (LAW != null) return LAW.at(x);
            """);

    assertNotEquals(
        prints(behind).trials(),
        prints(behind.replace("{ return x * x; }", "{ return x; }")).trials());
  }

  @Test
  void anExperimentWithoutANameIsKnownByAllAroundIt() throws IOException {
    String anonymous =
        OwnStudy.with(
                "new Descent()", "new Descent() { public String summary() { return \"a\"; } }")
            .replace("static final class Descent", "static class Descent");

    assertNotEquals(
        prints(anonymous).trials(),
        prints(anonymous.replace("return \"a\"", "return \"b\"")).trials());
  }

  @Test
  void whatNoTrialReachesDoesNotCount() throws IOException {
    String text =
        OwnStudy.with(
            "static double loss(double x)",
            """
            static double unused() { return 1; }
              static final double UNUSED = 1;
              static final class Unused { double k = 1; }
              static double loss(double x)\
            """);

    assertEquals(prints(OwnStudy.TEXT).trials(), prints(text).trials());
    assertEquals(
        prints(text).trials(),
        prints(text.replace("return 1", "return 2").replace("= 1;", "= 2;")).trials());
  }

  @Test
  void codeOfTheFrameworkIsPartOfTheFingerprint() throws IOException {
    Study study = compile(OwnStudy.TEXT).study().orElseThrow();

    CodeFingerprint print = CodeFingerprint.of(study.experiments().get(0).getClass(), List.of());

    assertTrue(print.parts().containsKey("temper.schedule.builtin.Constant"), print::toString);
    assertTrue(
        print.parts().keySet().stream().noneMatch(name -> name.startsWith("temper.stats")),
        print::toString);
  }

  @Test
  void aCopyOfABuiltInClassIsNotMistakenForIt() throws IOException {
    String copy =
        "package temper.schedule.builtin;\n"
            + EMPTY_STUDY.formatted("Constant").replace("\"empty\"", "\"copied\"");

    assertEquals("copied", compile(copy).study().orElseThrow().name());
  }
}
