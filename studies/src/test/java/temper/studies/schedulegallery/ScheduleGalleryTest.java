package temper.studies.schedulegallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Panel;
import temper.plugin.Registry;
import temper.schedule.SchedulePlugin;
import temper.studies.MemoryRun;

final class ScheduleGalleryTest {

  private static final ScheduleGallery STUDY = new ScheduleGallery();
  private static final List<String> SCHEDULES =
      Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).names();

  private static Tables run;

  @BeforeAll
  static void runTheStudy() {
    run = MemoryRun.of(STUDY, Profile.SMOKE, name -> null);
  }

  @Test
  void everyStatementOfAPaperHolds() {
    for (Claim claim : STUDY.claims()) {
      for (Claim.Part part : claim.evaluation().apply(run)) {
        assertTrue(part.evidence().exact());
        assertTrue(
            part.region().contains(part.evidence().estimate()),
            claim.id() + ": " + part.evidence().estimate());
      }
    }
    double[] compared = run.trials(Statements.NAME).numbers("compared");
    assertTrue(Arrays.stream(compared).allMatch(n -> n >= 4), Arrays.toString(compared));
  }

  @Test
  void everyScheduleIsDrawnOnce() {
    List<String> drawn =
        STUDY.figures().stream()
            .filter(figure -> figure.experiments().contains(Curves.NAME))
            .map(figure -> figure.chart().apply(run))
            .flatMap(chart -> chart.panels().stream().map(Panel::title))
            .sorted()
            .toList();

    assertEquals(SCHEDULES, drawn);
    assertTrue(
        Stream.of(GalleryFigures.CYCLES, GalleryFigures.TEMPERATURES, GalleryFigures.COMBINATORS)
            .allMatch(SCHEDULES::containsAll));
  }

  @Test
  void everyExampleIsTabulatedFromTheFirstStepToTheLast() {
    Table trials = run.trials(Curves.NAME);
    Table values = run.table(Curves.NAME, Curves.VALUES);

    assertEquals(51 * trials.rows(), values.rows());
    double[] step = values.numbers("step");
    double[] value = values.numbers("value");
    for (int i = 0; i < trials.rows(); i++) {
      assertEquals(0, step[51 * i]);
      assertEquals(1000, step[51 * i + 50]);
      assertEquals(trials.numbers("first")[i], value[51 * i]);
      assertEquals(trials.numbers("last")[i], value[51 * i + 50]);
    }
  }

  /** False alarm below 1e-6: the errors differ by a factor of ten or more in each of 5 runs. */
  @Test
  void theSelfTuningTemperatureFollowsTheTargetAtEveryScale() {
    Table trials = run.trials(SteeredAcceptance.NAME);
    for (double scale : new double[] {10, 100}) {
      Table at = trials.where("scale", scale);
      double modified = largest(at.where("name", "modified-lam"), false);
      double tuned = largest(at.where("name", "self-tuning-lam"), true);
      assertTrue(tuned < modified, scale + ": " + tuned + " and " + modified);
    }
    assertTrue(largest(trials.where("name", "self-tuning-lam"), true) < 0.02);
  }

  private static double largest(Table trials, boolean most) {
    double[] errors = trials.numbers("error");
    return most
        ? Arrays.stream(errors).max().orElseThrow()
        : Arrays.stream(errors).min().orElseThrow();
  }

  @Test
  void aRunOfOneOwnScheduleIsDrawnToo() {
    Tables own =
        new Tables() {
          @Override
          public java.util.Set<String> experiments() {
            return java.util.Set.of(Curves.NAME);
          }

          @Override
          public Table trials(String experiment) {
            return run.trials(experiment).where("name", "rex");
          }

          @Override
          public Table table(String experiment, String table) {
            return run.table(experiment, table);
          }
        };
    for (Figure figure : STUDY.figures()) {
      if (figure.experiments().contains(Curves.NAME)) {
        assertEquals(1, figure.chart().apply(own).panels().size(), figure.name());
      }
    }
  }
}
