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

  /** Looks at the ink itself, whoever put it there: labels, legends, numbers, remarks. */
  private static void check(FigureLayout layout) {
    Rectangle2D page = new Rectangle2D.Double(0, 0, layout.width(), layout.height());
    LabelRecorder ink = new LabelRecorder();
    new FigurePainter(ink, FONTS).paint(layout);
    List<Rectangle2D> labels = ink.labels();
    assertFalse(labels.isEmpty());
    for (int i = 0; i < labels.size(); i++) {
      assertTrue(page.contains(labels.get(i)), labels.get(i) + " on " + page);
      for (int k = 0; k < i; k++) {
        assertFalse(
            labels.get(i).intersects(labels.get(k)), labels.get(i) + " and " + labels.get(k));
      }
    }
    for (PanelView view : layout.panels()) {
      outsidePlots(view, labels);
      view.low().ifPresent(low -> outsidePlots(low, labels));
    }
    for (Rectangle2D mark : legendSamples(layout)) {
      assertTrue(page.contains(mark), mark + " on " + page);
      labels.forEach(label -> assertFalse(label.intersects(mark), label + " and " + mark));
    }
  }

  /** Only words that belong into a plot stand there. */
  private static void outsidePlots(PanelView view, List<Rectangle2D> labels) {
    List<Rectangle2D> kept = new ArrayList<>();
    view.bar().ifPresent(bar -> kept.add(bar.area()));
    if (view.images().isPresent()) {
      view.images().get().cells().forEach(cell -> kept.add(cell.area()));
    } else {
      kept.add(view.area());
    }
    for (Rectangle2D label : labels) {
      boolean inner = view.labels().stream().anyMatch(words -> words.box().contains(label));
      for (Rectangle2D area : kept) {
        assertTrue(inner || !label.intersects(area), label + " in " + area);
      }
    }
  }

  private static List<Rectangle2D> legendSamples(FigureLayout layout) {
    List<Rectangle2D> samples = new ArrayList<>();
    List<Legend.Placed> legends = new ArrayList<>();
    layout.legend().ifPresent(legends::add);
    layout.panels().forEach(view -> view.legend().ifPresent(legends::add));
    for (Legend.Placed legend : legends) {
      for (Legend.Cell cell : legend.cells()) {
        samples.add(new Rectangle2D.Double(cell.x(), cell.y() + 1, Legend.SAMPLE, 7));
      }
    }
    return samples;
  }

  @Test
  void numbersOfContoursAndRemarksStandInTheirPlot() {
    PanelView contours =
        FigureLayout.of(Gallery.charts().get("numbered-contours"), FONTS).panels().get(0);
    PanelView remarks = FigureLayout.of(Gallery.charts().get("remarks"), FONTS).panels().get(0);

    assertTrue(contours.labels().size() >= 7, contours.labels().toString());
    assertEquals(4, remarks.labels().size());
    for (PanelView view : List.of(contours, remarks)) {
      view.labels().forEach(label -> assertTrue(view.area().contains(label.box())));
    }
  }

  @Test
  void facetsCarryNumbersAtTheEdgeOnly() {
    FigureLayout layout = FigureLayout.of(Gallery.charts().get("facets-incomplete"), FONTS);

    List<Boolean> below = layout.panels().stream().map(v -> labelled(v.xTicks())).toList();
    List<Boolean> left = layout.panels().stream().map(v -> labelled(v.yTicks())).toList();

    assertEquals(List.of(false, false, true, true, true), below);
    assertEquals(List.of(true, false, false, true, false), left);
    assertEquals(
        1, layout.panels().stream().map(PanelView::spans).distinct().count(), "one pair of spans");
    List<String> entries =
        layout.legend().orElseThrow().cells().stream().map(cell -> cell.entry().label()).toList();
    assertEquals(List.of("annealed", "constant", "only here"), entries);
  }

  private static boolean labelled(Ticks ticks) {
    return ticks.major().stream().anyMatch(tick -> !tick.label().isEmpty());
  }

  @Test
  void facetsOfHeatShareOneScale() {
    FigureLayout layout = FigureLayout.of(Gallery.charts().get("facets-of-heat"), FONTS);

    assertEquals(1, layout.panels().stream().map(PanelView::heat).distinct().count());
    assertEquals(new Span(0, 4), layout.panels().get(0).heat().orElseThrow().span());
    List<Boolean> bars = layout.panels().stream().map(view -> view.bar().isPresent()).toList();
    assertEquals(List.of(false, true, false, true), bars);
  }

  @Test
  void aLowPlotSharesTheHorizontalAxis() {
    PanelView view = FigureLayout.of(Gallery.charts().get("rate-below"), FONTS).panels().get(0);
    PanelView low = view.low().orElseThrow();

    assertEquals(view.spans().x(), low.spans().x());
    assertEquals(view.area().getMinX(), low.area().getMinX());
    assertEquals(view.area().getWidth(), low.area().getWidth());
    assertTrue(low.area().getMinY() > view.area().getMaxY());
    assertFalse(labelled(view.xTicks()));
    assertTrue(labelled(low.xTicks()));
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
