package temper.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Constraints;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Registry;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** What every controller that is found by name must keep, with all of its examples. */
class ControllerContractTest {

  private static final Registry<ControllerPlugin<?>> CONTROLLERS =
      Registry.of(ControllerPlugin.class);

  private record Case(ControllerPlugin<?> plugin, Example<?> example) {

    @SuppressWarnings("unchecked")
    private static <P extends Record> Controller create(ControllerPlugin<P> plugin, Record p) {
      return plugin.create((P) p, Horizon.ofSteps(1000));
    }

    Controller create() {
      return create(plugin, example.parameters());
    }

    @Override
    public String toString() {
      return plugin.name() + ": " + example.label();
    }
  }

  private static Stream<Case> cases() {
    return CONTROLLERS.all().stream()
        .flatMap(plugin -> plugin.examples().stream().map(example -> new Case(plugin, example)));
  }

  private static RandomStream measurements() {
    return new StreamRoot("controller-contract").stream("test", 0, "measurements");
  }

  @Test
  void theControllersAreDiscovered() {
    assertEquals(
        List.of("modified-lam", "reduce-on-plateau", "self-tuning-lam"), CONTROLLERS.names());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCatalogueEntryIsComplete(Case c) {
    assertTrue(c.plugin.summary().endsWith("."));
    assertTrue(c.plugin.formula().endsWith("."));
    assertEquals(List.of(), Formulas.unknownNames(c.plugin, c.plugin.formula()));
    assertEquals(List.of(), Constraints.check(c.example.parameters()));
    for (RecordComponent component : c.example.parameters().getClass().getRecordComponents()) {
      assertNotNull(component.getAnnotation(Doc.class), "@Doc on " + component);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalMeasurementsGiveEqualValues(Case c) {
    Controller one = c.create();
    Controller other = c.create();
    RandomStream measurements = measurements();

    for (int i = 0; i < 2000; i++) {
      assertEquals(one.value(), other.value());
      // Infinite is the temperature at which everything is accepted, before it is known how high.
      assertTrue(one.value() > 0 && (Double.isFinite(one.value()) || i < 100), "step " + i);
      double m = measurements.uniform();
      one.observe(m);
      other.observe(m);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRestoredControllerGoesOnWithTheSameBits(Case c) {
    for (int at : new int[] {0, 1, 149, 150, 400, 649, 650, 651, 999, 1000, 1500}) {
      Controller original = c.create();
      RandomStream measurements = measurements();
      for (int i = 0; i < at; i++) {
        original.observe(measurements.uniform());
      }

      Controller restored = c.create();
      restored.restore(original.save());

      assertEquals(original.save(), restored.save());
      for (int i = 0; i < 1200; i++) {
        assertEquals(original.value(), restored.value(), "saved at " + at + ", then " + i);
        double m = measurements.uniform();
        original.observe(m);
        restored.observe(m);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void askingForTheValueDoesNotChangeIt(Case c) {
    Controller asked = c.create();
    Controller other = c.create();
    RandomStream measurements = measurements();

    for (int i = 0; i < 1200; i++) {
      for (int k = 0; k < i % 4; k++) {
        asked.value();
        asked.save();
      }
      double m = measurements.uniform();
      asked.observe(m);
      other.observe(m);
      assertEquals(other.save(), asked.save(), "step " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aProposalIsOneMeasurement(Case c) {
    Controller proposed = c.create();
    RandomStream measurements = measurements();

    for (int i = 0; i < 1200; i++) {
      Controller accepted = c.create();
      accepted.restore(proposed.save());
      Controller changed = c.create();
      changed.restore(proposed.save());
      double change = measurements.uniform() - 0.5;
      proposed.observeProposal(change, i % 3 != 0);
      accepted.observe(i % 3 != 0 ? 1 : 0);
      changed.observe(change);

      assertTrue(
          proposed.save().equals(accepted.save()) || proposed.save().equals(changed.save()),
          "step " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSnapshotOfAnotherKindIsRefused(Case c) {
    assertThrows(
        IllegalArgumentException.class,
        () -> c.create().restore(Controller.Snapshot.of(1, 2, 3, 4, 5, 6, 7)));
  }

  @Test
  void aScheduleIsAControllerThatCountsItsSteps() {
    Controller controller = Controller.of(step -> 10 * step);

    controller.observe(3);
    controller.observe(Double.NaN);
    Controller restored = Controller.of(step -> 10 * step);
    restored.restore(controller.save());
    restored.observe(0);

    assertEquals(20, controller.value());
    assertEquals(30, restored.value());
  }
}
