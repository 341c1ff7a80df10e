package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import temper.lab.study.chart.Chart;

class FigureLayoutTest {

  private static final Fonts FONTS = Fonts.bundled();

  @TestFactory
  List<DynamicTest> nothingOverlapsOrLeavesThePage() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Chart> entry : Gallery.charts().entrySet()) {
      FigureLayout layout = FigureLayout.of(entry.getValue(), FONTS);
      tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> check(layout)));
    }
    return tests;
  }

  private static void check(FigureLayout layout) {
    Rectangle2D page = new Rectangle2D.Double(0, 0, layout.width(), layout.height());
    List<Rectangle2D> boxes = new ArrayList<>();
    for (PanelView view : layout.panels()) {
      boxes.add(view.area());
      view.bar().ifPresent(bar -> boxes.add(bar.area()));
      view.legend().ifPresent(legend -> addCells(boxes, legend));
      boxes.addAll(tickLabels(view));
    }
    layout.legend().ifPresent(legend -> addCells(boxes, legend));
    for (int i = 0; i < boxes.size(); i++) {
      assertTrue(page.contains(boxes.get(i)), boxes.get(i) + " on " + page);
      for (int k = 0; k < i; k++) {
        assertFalse(boxes.get(i).intersects(boxes.get(k)), boxes.get(i) + " and " + boxes.get(k));
      }
    }
  }

  private static void addCells(List<Rectangle2D> boxes, Legend.Placed legend) {
    for (Legend.Cell cell : legend.cells()) {
      double height = Style.LINE_HEIGHT * cell.lines().size();
      boxes.add(new Rectangle2D.Double(cell.x(), cell.y(), cell.width(), height));
    }
  }

  private static List<Rectangle2D> tickLabels(PanelView view) {
    List<Rectangle2D> boxes = new ArrayList<>();
    Frame frame = new Frame(view.area(), view.spans().x(), view.spans().y());
    double height = FONTS.ticks().capital();
    for (Ticks.Tick tick : view.xTicks().major()) {
      double width = FONTS.ticks().width(tick.label());
      double x = frame.pageX(tick.position()) - width / 2;
      boxes.add(new Rectangle2D.Double(x, view.area().getMaxY() + 4, width, height));
    }
    for (Ticks.Tick tick : view.yTicks().major()) {
      double width = FONTS.ticks().width(tick.label());
      double y = frame.pageY(tick.position()) - height / 2;
      boxes.add(new Rectangle2D.Double(view.area().getMinX() - 4.6 - width, y, width, height));
    }
    return boxes;
  }

  @Test
  void plotsOfAChartAreOfEqualSize() {
    FigureLayout layout = FigureLayout.of(Gallery.charts().get("four"), FONTS);

    Rectangle2D first = layout.panels().get(0).area();
    for (PanelView view : layout.panels()) {
      assertEquals(first.getWidth(), view.area().getWidth());
      assertEquals(first.getHeight(), view.area().getHeight());
    }
    assertEquals(first.getMinX(), layout.panels().get(2).area().getMinX());
    assertEquals("(d)", layout.panels().get(3).letter());
  }

  @Test
  void equalLegendsAreShownOnce() {
    FigureLayout shared = FigureLayout.of(Gallery.charts().get("shared-legend"), FONTS);
    FigureLayout own = FigureLayout.of(Gallery.charts().get("own-legends"), FONTS);

    assertTrue(shared.legend().isPresent());
    assertTrue(shared.panels().stream().allMatch(p -> p.legend().isEmpty()));
    assertTrue(own.legend().isEmpty());
    assertTrue(own.panels().stream().allMatch(p -> p.legend().isPresent()));
  }

  @Test
  void aLineAndItsBandShareAnEntry() {
    Legend legend = Legend.of(Gallery.losses("", true));

    assertEquals(4, legend.entries().size());
    Legend.Entry first = legend.entries().get(0);
    assertEquals("small rate, η = 0.01", first.label());
    assertEquals(
        List.of(Legend.Kind.BAND, Legend.Kind.MARKED_LINE),
        first.signs().stream().map(Legend.Sign::kind).toList());
  }

  @Test
  void pagesAreAsWideAsTheColumnsOfAPaper() {
    assertEquals(238, FigureLayout.of(Gallery.charts().get("seven"), FONTS).width());
    assertEquals(504, FigureLayout.of(Gallery.charts().get("three"), FONTS).width());
  }
}
