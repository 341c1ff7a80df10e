package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.study.CellCheck;
import temper.tensor.KernelProviders;
import temper.tensor.Precision;

class CodeFingerprintTest {

  private static final String ROOT =
      """
      package sample;
      import java.util.function.DoubleUnaryOperator;
      public final class Root {
        private static final double RATE = 0.5;
        enum Mode { A, B }
        record Pair(double x, Object y) {}
        public static double run(String name, Mode mode, Object any) {
          DoubleUnaryOperator f = x -> x * RATE + Helper.help(name);
          String text = "n=" + name;
          double base = switch (mode) { case A -> 1; case B -> new Pair(2, text).x(); };
          switch (name) { case "a": base += 1; break; default: }
          if (any instanceof String s && s.length() > 2) { base += s.length(); }
          try (java.io.StringReader r = new java.io.StringReader(text)) { base += r.hashCode() * 0; }
          for (double value : new org.apache.commons.math3.linear.ArrayRealVector(3).toArray()) {
            base += value;
          }
          assert base > 0;
          return f.applyAsDouble(base);
        }
      }
      """;
  private static final String HELPER =
      """
      package sample;
      final class Helper {
        static long help(String name) { long sum = 3L; sum += name.length(); return sum; }
      }
      """;
  private static final String OTHER =
      """
      package sample;
      public final class Other { public static int two() { return 2; } }
      """;

  @TempDir Path folder;
  private int builds;

  private CodeFingerprint fingerprint(String root, String helper, String... options)
      throws Exception {
    return fingerprint(new CodeFingerprints(), root, helper, options);
  }

  private CodeFingerprint fingerprint(
      CodeFingerprints taken, String root, String helper, String... options) throws Exception {
    Path out = compile(root, helper, options);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
      return taken.of(loader.loadClass("sample.Root"), List.of(loader.loadClass("sample.Other")));
    }
  }

  private Path compile(String root, String helper, String... options) throws IOException {
    Path source = Files.createDirectories(folder.resolve("source-" + builds));
    Path out = Files.createDirectories(folder.resolve("classes-" + builds++));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of(
            "--release", "17", "-d", out.toString(), "-cp", System.getProperty("java.class.path")));
    arguments.addAll(List.of("-proc:none"));
    arguments.add(Files.writeString(source.resolve("Root.java"), root).toString());
    arguments.add(Files.writeString(source.resolve("Helper.java"), helper).toString());
    arguments.add(Files.writeString(source.resolve("Other.java"), OTHER).toString());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, result);
    return out;
  }

  @Test
  void reachableClassesEnterAndLibrariesEnterByVersion() throws Exception {
    CodeFingerprint print = fingerprint(ROOT, HELPER);
    Set<String> reached = new java.util.TreeSet<>(print.parts().keySet());
    // A class that older compilers make for a switch over an enum.
    reached.remove("sample.Root$1");

    assertEquals(
        Set.of(
            "sample.Root",
            "sample.Root$Mode",
            "sample.Root$Pair",
            "sample.Helper",
            "sample.Other",
            "library org.apache.commons.math3.*"),
        reached);
    assertEquals("3.6.1", print.parts().get("library org.apache.commons.math3.*"));
    assertEquals(64, print.hash().length());
  }

  @ParameterizedTest
  @CsvSource({"-g", "-g:none", "-parameters"})
  void compilingWithOtherDebugInformationChangesNothing(String option) throws Exception {
    assertEquals(fingerprint(ROOT, HELPER), fingerprint(ROOT, HELPER, option));
  }

  @Test
  void commentsEmptyLinesAndNamesOfVariablesChangeNothing() throws Exception {
    assertEquals(
        fingerprint(ROOT, HELPER),
        fingerprint(
            "// A comment.\n\n"
                + ROOT.replace("text", "line")
                    .replace(" base", " start")
                    .replace("(base", "(start"),
            HELPER.replace("sum", "total")));
  }

  @ParameterizedTest
  @CsvSource({"0.5,0.25", "x * RATE,x + RATE", "case A -> 1,case A -> 3", "> 2,>= 2"})
  void aChangeOfTheExperimentChangesIt(String from, String to) throws Exception {
    CodeFingerprint before = fingerprint(ROOT, HELPER);
    CodeFingerprint after = fingerprint(ROOT.replace(from, to), HELPER);

    assertNotEquals(before.hash(), after.hash());
    assertEquals(Set.of("sample.Root"), after.changesSince(before));
  }

  @Test
  void aChangeOfAConstantInAClassThatItReachesChangesIt() throws Exception {
    CodeFingerprint before = fingerprint(ROOT, HELPER);
    CodeFingerprint after = fingerprint(ROOT, HELPER.replace("3L", "4L"));

    assertNotEquals(before.hash(), after.hash());
    assertEquals(Set.of("sample.Helper"), after.changesSince(before));
    assertEquals(Set.of(), after.changesSince(after));
  }

  @Test
  void exchangingTheBodiesOfTwoLambdasChangesIt() throws Exception {
    String two =
        ROOT.replace(
            "String text",
            "DoubleUnaryOperator g = x -> x + 1; DoubleUnaryOperator h = x -> x + 2; String text");

    assertNotEquals(
        fingerprint(two, HELPER).hash(),
        fingerprint(
                two.replace("x + 1", "x + 9").replace("x + 2", "x + 1").replace("x + 9", "x + 2"),
                HELPER)
            .hash());
  }

  @Test
  void takenTogetherTheyAreThoseTakenAlone() throws Exception {
    CodeFingerprints together = new CodeFingerprints();
    String other = HELPER.replace("3L", "4L");

    // Classes of one name from two loaders, and classes that two roots share.
    assertEquals(fingerprint(ROOT, HELPER), fingerprint(together, ROOT, HELPER));
    assertEquals(fingerprint(ROOT, other), fingerprint(together, ROOT, other));
    for (Class<?> type : List.of(Multiplying.class, Provenance.class, Multiplying.class)) {
      assertEquals(CodeFingerprint.of(type, List.of()), together.of(type, List.of()));
    }
  }

  @Test
  void kernelsEnterAndChecksOfCellsDoNot() {
    CodeFingerprint print = CodeFingerprint.of(Multiplying.class, List.of());

    assertTrue(print.parts().containsKey("temper.tensor.ScalarFloat32Kernels"));
    assertTrue(print.parts().containsKey("temper.tensor.Gemm"));
    assertFalse(print.parts().containsKey(Refusing.class.getName()), print.parts().toString());
  }

  /** Only its byte code is looked at. */
  @SuppressWarnings("UnusedMethod")
  private static final class Multiplying {

    Object kernels() {
      return KernelProviders.best().create(Precision.FLOAT32);
    }

    Object check() {
      return new Refusing();
    }
  }

  private static final class Refusing implements CellCheck<Refusing.None> {

    private record None() {}

    @Override
    public List<Misfit> check(None parameters) {
      return List.of();
    }
  }

  @Test
  void classesOfTheEngineAreLeftOut() {
    CodeFingerprint print = CodeFingerprint.of(Provenance.class, List.of());

    assertTrue(print.parts().containsKey("temper.lab.store.Provenance"));
    assertFalse(print.parts().keySet().stream().anyMatch(name -> name.startsWith("java")));
    assertEquals(
        1, print.parts().keySet().stream().filter(name -> name.startsWith("temper.lab")).count());
  }
}
