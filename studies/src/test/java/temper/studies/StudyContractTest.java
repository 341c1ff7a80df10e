package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.stats.Interval;

/** What every study found by ServiceLoader must do; a new study is tested without a new test. */
final class StudyContractTest {

  static Stream<Study> studies() {
    return ServiceLoader.load(Study.class).stream().map(ServiceLoader.Provider::get);
  }

  private static final Map<String, Tables> RUNS = new ConcurrentHashMap<>();

  /** One run of each study, shared by the tests that look at results. */
  private static Tables run(Study study) {
    return RUNS.computeIfAbsent(
        study.name(), name -> MemoryRun.of(study, Profile.SMOKE, TestData::find));
  }

  @Test
  void findsTheStudiesOfThisModule() {
    assertEquals(
        List.of(
            "convex-linear-regression",
            "cooling-theory",
            "known-accuracies",
            "large-initial-rate",
            "schedule-gallery",
            "training"),
        studies().map(Study::name).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("studies")
  void namesAreLegalAndUnique(Study study) {
    Set<String> experiments = new HashSet<>();
    for (Experiment<?> experiment : study.experiments()) {
      assertTrue(experiment.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), experiment.name());
      assertTrue(experiments.add(experiment.name()), experiment.name());
      assertFalse(experiment.summary().isBlank());
      assertFalse(experiment.summary().contains("\n"));
      Set<String> columns = new HashSet<>();
      for (Column column : experiment.metrics()) {
        assertTrue(column.name().matches("[a-z0-9]+(_[a-z0-9]+)*"), column.name());
        assertTrue(columns.add(column.name()), column.name());
      }
      Set<String> tables = new HashSet<>();
      for (TableSchema schema : experiment.tables()) {
        assertTrue(tables.add(schema.name()), schema.name());
      }
    }
    Set<String> claims = new HashSet<>();
    for (Claim claim : study.claims()) {
      assertTrue(claims.add(claim.id()), claim.id());
      assertTrue(experiments.containsAll(claim.experiments()), claim.id());
      for (String text : List.of(claim.place(), claim.statement(), claim.region(), claim.test())) {
        assertFalse(text.isBlank(), claim.id());
      }
    }
    Set<String> figures = new HashSet<>();
    for (Figure figure : study.figures()) {
      assertTrue(figure.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), figure.name());
      assertTrue(figures.add(figure.name()), figure.name());
      assertTrue(experiments.containsAll(figure.experiments()), figure.name());
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void twoRunsGiveTheSameTables(Study study) {
    Tables first = run(study);
    Tables second = MemoryRun.of(study, Profile.SMOKE, TestData::find);

    for (String experiment : first.experiments()) {
      assertSame(first.trials(experiment), second.trials(experiment), experiment);
    }
  }

  private static void assertSame(Table first, Table second, String what) {
    assertEquals(first.columns(), second.columns(), what);
    assertTrue(first.rows() > 0, what);
    for (String column : first.columns()) {
      try {
        assertEquals(first.texts(column), second.texts(column), what + " " + column);
      } catch (IllegalArgumentException numbers) {
        assertTrue(
            java.util.Arrays.equals(first.numbers(column), second.numbers(column)),
            what + " " + column);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void claimsAndFiguresAreMadeFromTheTablesTheyName(Study study) {
    Tables tables = run(study);

    for (Claim claim : study.claims()) {
      if (tables.experiments().containsAll(claim.experiments())) {
        List<Claim.Part> parts = claim.evaluation().apply(tables);
        assertFalse(parts.isEmpty(), claim.id());
        for (Claim.Part part : parts) {
          assertFalse(part.quantity().isBlank(), claim.id());
          Interval wide = part.evidence().interval(0.999);
          Interval narrow = part.evidence().interval(0.9);
          assertTrue(wide.low() <= narrow.low() && narrow.high() <= wide.high(), claim.id());
          assertEquals(claim.exact(), claim.exact() && part.evidence().exact(), claim.id());
        }
      }
    }
    for (Figure figure : study.figures()) {
      if (tables.experiments().containsAll(figure.experiments())) {
        assertFalse(figure.chart().apply(tables).panels().isEmpty(), figure.name());
      }
    }
  }
}
