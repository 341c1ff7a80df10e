package temper.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;

/** What a study declares is checked where it is declared. */
class DeclarationsTest {

  private record Cell(int value) {}

  private static final Column LOSS = Column.number("loss", "train loss");

  @ParameterizedTest
  @ValueSource(strings = {"", "Loss", "a b", "../x", "a/b", "trials", "plan", "a--b", "-a"})
  void aTableThatCouldNotBeAFileOfItsOwnIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new TableSchema(name, "", List.of(LOSS)));
  }

  @Test
  void aTableNeedsColumnsWithDifferentNames() {
    assertThrows(IllegalArgumentException.class, () -> new TableSchema("curve", "", List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new TableSchema("curve", "", List.of(LOSS, LOSS)));
    assertEquals(List.of(LOSS), new TableSchema("curve", "", List.of(LOSS)).columns());
  }

  @Test
  void aDesignCountsItsTrials() {
    Design<Cell> design = Design.of(List.of(new Cell(1), new Cell(2)), 12);

    assertEquals(24, design.trials());
    assertEquals(new Cell(2), design.cell().apply(1));
    assertEquals(5, Design.single(new Cell(3), 5).trials());
    assertThrows(IllegalArgumentException.class, () -> Design.of(List.<Cell>of(), 0));
    assertThrows(IllegalArgumentException.class, () -> new Design<>(-1, i -> new Cell(0), 1));
  }

  @Test
  void aProfileIsFoundByItsLabel() {
    for (Profile profile : Profile.values()) {
      assertEquals(profile, Profile.of(profile.label()));
    }
    assertThrows(IllegalArgumentException.class, () -> Profile.of("FULL"));
  }

  @Test
  void columnsSayWhatTheyHold() {
    assertEquals(Column.Type.INTEGER, Column.integer("k", "").type());
    assertEquals(Column.Type.TEXT, Column.text("k", "").type());
    assertEquals(Column.Type.BOOLEAN, Column.truth("k", "").type());
    assertEquals(new Column("loss", Column.Type.NUMBER, "nats", "train loss"), LOSS.in("nats"));
  }

  @Test
  void axesAndChartsThatCannotBeDrawnAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Axis.linear("x").from(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Axis.log("x").from(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Chart(List.of(), 1));
    assertEquals(Ink.Dash.DOTTED, Ink.of(2).dotted().dash());
    assertEquals(new Ink(2, Ink.Dash.DASHED), Ink.of(2).dashed());
  }
}
