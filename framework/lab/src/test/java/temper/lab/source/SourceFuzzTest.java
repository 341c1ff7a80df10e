package temper.lab.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;

/** Damaged Java files of users compile, or are refused with lines of theirs. */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SourceFuzzTest {

  /** A file of little text, so that the compiler has time for many. */
  private static final String SCHEDULE =
      """
      import java.util.List;
      import temper.plugin.*;
      import temper.schedule.*;

      /** Half the rate from the middle on. */
      final class Mine implements SchedulePlugin<Mine.Of> {
        record Of(@Positive double rate) {}
        public String name() { return "halved"; }
        public String summary() { return "Half the rate \\u00e4 from the middle on."; }
        public String formula() { return \"""
            rate, then rate / 2\"""; }
        public Source source() { return Source.FOLKLORE; }
        public Of defaults() { return new Of(0.1); }
        public List<Example<Of>> examples() { return List.of(new Example<>("usual", defaults())); }
        public Schedule create(Of of, Horizon horizon) { // a comment
          return step -> step < horizon.totalSteps() / 2 ? of.rate() : of.rate() / 2;
        }
      }
      """;

  private static final List<String> TOKENS =
      List.of(
          "/*",
          "*/",
          "//",
          "\\u0022",
          "\\u000a",
          "\\ud800",
          "\"\"\"",
          "class ",
          "{",
          "}",
          "(((",
          "@",
          "package a.b;",
          "import x.*;",
          "new int[",
          "<<<<",
          "?",
          "-> ",
          "static { }",
          "interface I {}",
          "record R() {}",
          "enum E { A }",
          "final class Two implements " + "temper.lab.study.Study {}",
          "module m {}",
          "sealed ",
          "non-sealed ",
          "\u001a");

  private static final int DEEP = 20_000;

  @TempDir Path folder;

  @Test
  void damagedFilesCompileOrAreRefused() {
    Fuzz.Counts counts = compile(Fuzz.FEW / 4);
    assertTrue(counts.refused() > 0, counts.toString());
  }

  @Tag("slow")
  @Test
  void aThousandDamagedFilesCompileOrAreRefused() {
    compile(Fuzz.MANY / 10);
  }

  private Fuzz.Counts compile(int inputs) {
    Path file = folder.resolve("Mine.java");
    Mutations mutations = new Mutations(List.of(SCHEDULE.getBytes(StandardCharsets.UTF_8)), TOKENS);
    return new Fuzz("Java file", mutations, SourceException.class)
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              try {
                assertFalse(SourceCode.compile(file).plugins().isEmpty());
              } catch (SourceException e) {
                assertFalse(e.problems().isEmpty());
                throw e;
              }
            });
  }

  @Tag("slow")
  @Test
  void nestingBeyondTheCompilerIsRefused() throws Exception {
    Path file = folder.resolve("Mine.java");
    for (String open : List.of("(", "{", "new int[]{", "a(", "!", "List<", "\"a\" + ")) {
      String text = SCHEDULE.replace("new Of(0.1)", "new Of(" + open.repeat(DEEP) + "0.1)");
      Files.writeString(file, text);
      SourceException e =
          org.junit.jupiter.api.Assertions.assertThrows(
              SourceException.class, () -> SourceCode.compile(file), open);
      assertFalse(e.problems().isEmpty(), open);
    }
  }

  @Test
  void damagedTextsAreNormalised() {
    normalise(Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedTextsAreNormalised() {
    normalise(Fuzz.MANY);
  }

  private static void normalise(int inputs) {
    Mutations mutations =
        new Mutations(List.of(OwnStudy.TEXT.getBytes(StandardCharsets.UTF_8)), TOKENS);
    new Fuzz("text", mutations)
        .run(
            inputs,
            bytes -> {
              String text = new String(bytes, StandardCharsets.UTF_8);
              String once = SourceText.normalised(text);
              assertTrue(once.length() <= text.length());
            });
  }
}
