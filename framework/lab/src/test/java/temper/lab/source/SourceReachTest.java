package temper.lab.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class is known by what it can reach of its file, by whatever way, and by nothing else. */
class SourceReachTest {

  private static final String STUDY =
      """
      import java.util.List;
      final class OwnStudy implements temper.lab.study.Study {
        public String name() { return "empty"; }
        public String summary() { return ""; }
        public temper.plugin.Source source() { return temper.plugin.Source.FOLKLORE; }
        public List<temper.lab.study.Experiment<?>> experiments() { return null; }
        public List<temper.lab.study.Claim> claims() { return null; }
      }
      """;

  /**
   * A way to come by a number.
   *
   * @param declarations where it stands as N, members of a class W
   * @param expression a number that depends on it and on x
   */
  private record Way(String declarations, String expression) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("static double f(double x) { return x * N; }", "f(x)"),
          new Way(
              "static double f(double x) { return x * N; }",
              "((java.util.function.DoubleUnaryOperator) W::f).applyAsDouble(x)"),
          new Way(
              "static final class H { double k; H() { k = N; } }",
              "((java.util.function.Supplier<H>) H::new).get().k"),
          new Way("static final class H { static final double K = N; }", "x * H.K"),
          new Way("static final class H { static double k = N; }", "x * H.k"),
          new Way("static final class H { static final double K; static { K = N; } }", "x * H.K"),
          new Way(
              "static final class H { static final double[] K = {0}; static { K[0] = N; } }",
              "x * H.K[0]"),
          new Way(
              "static final class H { static double k; static { k = N; }"
                  + " static double f() { return k; } }",
              "x * H.f()"),
          new Way(
              "static final class H { double go() { return N; } }"
                  + " static H make() { return new H(); }",
              "x * new Object() { double of() { var h = make(); return h.go(); } }.of()"),
          new Way(
              "static abstract class B { double go() { return N; } }"
                  + " static final class H extends B { }",
              "x * new H().go()"),
          new Way(
              "static abstract class B { abstract double go(); }"
                  + " static final class H extends B { double go() { return N; } }"
                  + " static B make() { return new H(); }",
              "x * make().go()"),
          new Way(
              "interface B { default double go() { return N; } static double s() { return 1; } }"
                  + " record H(double x) implements B { }",
              "x * new H(1).go()"),
          new Way("interface B { static double s() { return N; } }", "x * B.s()"),
          new Way("interface B { double K = N; }", "x * B.K"),
          new Way(
              "enum H { A { double go() { return N; } }; abstract double go(); }", "x * H.A.go()"),
          new Way("enum H { A(N); final double k; H(double k) { this.k = k; } }", "x * H.A.k"),
          new Way("record H(double k) { H { k = k * N; } }", "x * new H(1).k()"),
          new Way("record H(double k) { public double k() { return N; } }", "x * new H(1).k()"),
          new Way(
              "static final java.util.function.DoubleUnaryOperator LAW = y -> y * N;",
              "LAW.applyAsDouble(x)"),
          new Way(
              "static final class O { static final class I { static double v() { return N; } } }",
              "x * W.O.I.v()"),
          new Way(
              "static class A { static class I { static double v() { return N; } } }"
                  + " static final class C extends A { }",
              "x * C.I.v()"),
          new Way(
              "static final class H implements Iterable<Double> {"
                  + " public java.util.Iterator<Double> iterator() {"
                  + " return List.of((double) N).iterator(); } }",
              "x * new H().iterator().next()"),
          new Way(
              "static final class H { public String toString() { return \"\" + N; } }",
              "x * (\"\" + new H()).length()"),
          new Way("static <T extends Number> double f(T t) { return N; }", "x * f(1)"),
          new Way(
              "static final class H extends java.util.ArrayList<Double> {"
                  + " { add((double) N); } }",
              "x * new H().get(0)"),
          new Way(
              "static class H { static double f() { return N; } }"
                  + " static double g() { return H.f(); }",
              "x * g()"));

  /** Ways to make an object of a class R that differs by N, all of it in a class W. */
  private static final List<Way> OBJECTS =
      List.of(
          new Way("record R(double k) { }", "new R(N)"),
          new Way(
              "record R(double k) { } static R of(double k) { return new R(k); }"
                  + " static R two() { return of(N); }",
              "two()"),
          new Way("record R(double k) { static R of(double k) { return new R(k); } }", "R.of(N)"),
          new Way(
              "static final class R { double k; } static R of() { R r = new R(); r.k = N;"
                  + " return r; }",
              "of()"),
          new Way(
              "static final class R { double k; R with(double k) { this.k = k; return this; } }",
              "new R().with(N)"),
          new Way(
              "static class B { double k; void set(double k) { this.k = k; } }"
                  + " static final class R extends B { }"
                  + " static R of() { R r = new R(); r.set(N); return r; }",
              "of()"),
          new Way("static Object of(double k) { return new Object() { double v = k; }; }", "of(N)"),
          new Way(
              "static Object of(double k) { class R { double v() { return k; } } return new R(); }"
                  + " static Object two(double k) { return of(k); }",
              "two(N)"),
          new Way(
              "record R(double k) { } static final List<R> ALL = List.of(new R(N));", "ALL.get(0)"),
          new Way(
              "record R(double k) { }",
              "((java.util.function.DoubleFunction<R>) R::new).apply(N)"));

  @TempDir Path folder;

  /** A class R for each way, which uses the class W of its way by one method. */
  private static String file(List<Way> ways, String type, IntPredicate changed) {
    StringBuilder out = new StringBuilder(STUDY);
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      String holder =
          "final class W { "
              + way.declarations()
              + " static "
              + type
              + " go(double x) { return "
              + way.expression()
              + "; } }\n";
      holder = holder.replaceAll("\\bN\\b", changed.test(i) ? "2" : "1");
      out.append(holder.replaceAll("\\bW\\b", "W" + i));
      out.append(
          "final class R%d { %s run(double x) { return W%d.go(x); } }\n".formatted(i, type, i));
    }
    return out.toString();
  }

  private interface Root {
    Class<?> of(ClassLoader loader, int way) throws ReflectiveOperationException;
  }

  private List<String> hashes(List<Way> ways, String type, Root root, IntPredicate changed)
      throws Exception {
    ClassLoader loader =
        SourceCode.compile(OwnStudy.write(folder, file(ways, type, changed)))
            .study()
            .orElseThrow()
            .getClass()
            .getClassLoader();
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      hashes.add(SourceReach.of(root.of(loader, i)).orElseThrow().hash());
    }
    return hashes;
  }

  private void assertEachCounts(List<Way> ways, String type, Root root) throws Exception {
    List<String> before = hashes(ways, type, root, i -> false);
    List<String> even = hashes(ways, type, root, i -> i % 2 == 0);
    List<String> odd = hashes(ways, type, root, i -> i % 2 == 1);

    for (int i = 0; i < ways.size(); i++) {
      List<String> changed = i % 2 == 0 ? even : odd;
      List<String> same = i % 2 == 0 ? odd : even;
      assertNotEquals(before.get(i), changed.get(i), ways.get(i).toString());
      assertEquals(before.get(i), same.get(i), ways.get(i).toString());
    }
  }

  @Test
  void whateverAClassCanReachCountsAndNothingElse() throws Exception {
    assertEachCounts(WAYS, "double", (loader, way) -> loader.loadClass("R" + way));
  }

  @Test
  void whatAnObjectIsMadeOfCounts() throws Exception {
    assertEachCounts(
        OBJECTS,
        "Object",
        (loader, way) -> {
          Method make = loader.loadClass("W" + way).getDeclaredMethod("go", double.class);
          make.setAccessible(true);
          return make.invoke(null, 0.0).getClass();
        });
  }
}
