package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;

class CellTextsTest {

  record Point(int x, double y) {}

  private static final class Idle implements Experiment<Point> {
    @Override
    public String name() {
      return "idle";
    }

    @Override
    public String summary() {
      return "Does nothing";
    }

    @Override
    public Point defaults() {
      return new Point(1, 0.5);
    }

    @Override
    public List<Column> metrics() {
      return List.of();
    }

    @Override
    public Design<Point> design(Profile profile, Tables earlier) {
      return Design.single(defaults(), 1);
    }

    @Override
    public void run(Point parameters, Trial trial) {}
  }

  private static final Design<Point> CELLS =
      Design.of(List.of(new Point(1, 0.5), new Point(2, 0.25)), 1);

  private static CellTexts<Point> texts(SweptDesign<Point> design) {
    return CellTexts.of(new Idle(), design, new Parameters(Plugins.given(List.of())));
  }

  private static List<String> names(Collection<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  @Test
  void withoutLabelsTheColumnsAreTheLeavesOfTheRecord() {
    CellTexts<Point> texts = texts(SweptDesign.of(CELLS));

    assertEquals(List.of("x", "y"), names(texts.columns()));
    assertEquals(List.of("2", "0.25"), texts.of(1, new Point(2, 0.25)));
  }

  @Test
  void aLabelStandsInThePlaceOfItsParameterAndOthersStandBehind() {
    CellTexts<Point> texts =
        texts(
            new SweptDesign<>(
                CELLS,
                List.of(Column.text("speed", "label"), Column.text("x", "label")),
                cell -> List.of("speed " + cell, "x " + cell),
                List.of(),
                CellPlaces.NONE));

    assertEquals(List.of("x", "y", "speed"), names(texts.columns()));
    assertEquals(Column.Type.TEXT, texts.columns().get(0).type());
    assertEquals(List.of("x 1", "0.25", "speed 1"), texts.of(1, new Point(2, 0.25)));
  }
}
