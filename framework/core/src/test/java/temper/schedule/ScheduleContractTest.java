package temper.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Registry;

/** What every schedule that is found by name must keep, with all of its examples. */
class ScheduleContractTest {

  private static final Registry<SchedulePlugin<?>> SCHEDULES = Registry.of(SchedulePlugin.class);

  /** A run of whole epochs, a short one, a long one, and one on a continuous clock. */
  private static final List<Horizon> HORIZONS =
      List.of(
          Horizon.ofEpochs(10, 100),
          Horizon.ofSteps(97),
          Horizon.ofSteps(1e9),
          Horizon.ofSteps(62.83185307179586));

  private record Case(SchedulePlugin<?> plugin, String label, Record parameters, Horizon horizon) {
    Schedule create() {
      return Schedule.of(new Choice<SchedulePlugin<?>>(plugin, parameters), horizon);
    }

    @Override
    public String toString() {
      return plugin.name() + ": " + label + ", " + horizon.totalSteps() + " steps";
    }
  }

  private static List<SchedulePlugin<?>> plugins() {
    return SCHEDULES.all();
  }

  private static Stream<Case> cases() {
    return plugins().stream()
        .flatMap(
            plugin ->
                plugin.examples().stream()
                    .flatMap(
                        example ->
                            HORIZONS.stream()
                                .map(
                                    horizon ->
                                        new Case(
                                            plugin, example.label(), example.parameters(), horizon))
                                .filter(ScheduleContractTest::fits)));
  }

  /** Whether an example's lengths in steps leave room in a horizon that was not made for them. */
  private static boolean fits(Case c) {
    if (c.horizon.equals(HORIZONS.get(0))) {
      return true;
    }
    try {
      c.create();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static double[] steps(Horizon horizon) {
    double total = horizon.totalSteps();
    return IntStream.rangeClosed(0, 1100)
        .mapToDouble(i -> total <= 1000 ? i : i * (total / 1000))
        .flatMap(step -> DoubleStream.of(step, step + 0.375))
        .toArray();
  }

  @Test
  void everyScheduleOfThePackageIsDiscovered() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("temper")
                .stream()
                .filter(type -> type.isAssignableTo(SchedulePlugin.class))
                .filter(type -> !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> discovered =
        plugins().stream()
            .map(plugin -> plugin.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, discovered);
    assertTrue(discovered.size() >= 9, "schedules: " + discovered);
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void theCatalogueEntryIsComplete(SchedulePlugin<?> plugin) {
    assertTrue(plugin.summary().endsWith("."), plugin.summary());
    assertFalse(plugin.summary().contains("\n"));
    assertTrue(plugin.formula().endsWith("."), plugin.formula());
    assertEquals(List.of(), Formulas.unknownNames(plugin, plugin.formula()));
    Formulas.assertDocumented(plugin, plugin.formula());
    assertFalse(plugin.source().title().isEmpty());
    assertFalse(plugin.examples().isEmpty());
    List<String> labels = plugin.examples().stream().map(Example::label).toList();
    assertEquals(Set.copyOf(labels).size(), labels.size(), "labels differ: " + labels);
    for (RecordComponent component : plugin.defaults().getClass().getRecordComponents()) {
      assertNotNull(component.getAnnotation(Doc.class), "@Doc on " + component);
    }
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void defaultsAndExamplesKeepTheirConstraints(SchedulePlugin<?> plugin) {
    assertEquals(plugin.defaults(), plugin.defaults());
    assertEquals(List.of(), Constraints.check(plugin.defaults()));
    for (Example<?> example : plugin.examples()) {
      assertEquals(List.of(), Constraints.check(example.parameters()), example.label());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyValueIsFinite(Case c) {
    Schedule schedule = c.create();

    for (double step : steps(c.horizon)) {
      assertTrue(Double.isFinite(schedule.at(step)), "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aValueDoesNotDependOnWhichStepsWereAskedForBefore(Case c) {
    double[] steps = steps(c.horizon);
    Schedule forwards = c.create();
    Schedule scattered = c.create();

    double[] expected =
        IntStream.range(0, steps.length).mapToDouble(i -> forwards.at(steps[i])).toArray();
    double[] actual = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      int j = (int) (i * 7919L % steps.length);
      actual[j] = scattered.at(steps[j]);
    }

    assertArrayEquals(expected, actual);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void manyThreadsReadTheSameValues(Case c) {
    double[] steps = steps(c.horizon);
    Schedule schedule = c.create();

    double[] alone =
        IntStream.range(0, steps.length).mapToDouble(i -> schedule.at(steps[i])).toArray();
    double[] together =
        IntStream.range(0, steps.length)
            .parallel()
            .mapToDouble(i -> schedule.at(steps[i]))
            .toArray();

    assertArrayEquals(alone, together);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fillGivesTheValuesOfConsecutiveSteps(Case c) {
    Schedule schedule = c.create();
    double[] doubles = new double[137];
    float[] floats = new float[137];

    schedule.fill(11, doubles);
    schedule.fill(11, floats);

    for (int i = 0; i < 137; i++) {
      assertEquals(schedule.at(11 + i), doubles[i]);
      assertEquals((float) schedule.at(11 + i), floats[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theValueOfTheHorizonIsKeptBeyondIt(Case c) {
    Schedule schedule = c.create();
    double total = c.horizon.totalSteps();
    double atHorizon = schedule.at(total);

    for (double step : new double[] {total + 0.5, total + 1, 2 * total, 1e18}) {
      assertEquals(atHorizon, schedule.at(step), "step " + step);
    }
    assertEquals(atHorizon, schedule.at(Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStrictHorizonRefusesStepsBeyondItAndChangesNoOthers(Case c) {
    Schedule kept = c.create();
    double total = c.horizon.totalSteps();
    Schedule strict = new Case(c.plugin, c.label, c.parameters, c.horizon.strict()).create();

    for (double step : steps(c.horizon)) {
      if (step <= total) {
        assertEquals(kept.at(step), strict.at(step), "step " + step);
      }
    }
    assertEquals(kept.at(total), strict.at(total));
    for (double step : new double[] {Math.nextUp(total), total + 1, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> strict.at(step), "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void negativeZeroIsTheFirstStep(Case c) {
    assertEquals(c.create().at(0), c.create().at(-0.0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStepThatIsNegativeOrNaNIsRefused(Case c) {
    Schedule schedule = c.create();

    for (double step : new double[] {-1, -Double.MIN_VALUE, Double.NEGATIVE_INFINITY, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> schedule.at(step), "step " + step);
    }
  }
}
