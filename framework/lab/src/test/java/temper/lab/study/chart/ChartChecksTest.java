package temper.lab.study.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChartChecksTest {

  private static final double[] ONE = {1};
  private static final double[] NONE = {};
  private static final byte[] NONE_BYTES = {};
  private static final Axis X = Axis.linear("x");
  private static final Axis Y = Axis.linear("y");
  private static final Layer LINE = new Layer.Line("", Ink.of(0), ONE, ONE);

  private static void refused(String words, Executable made) {
    String message = assertThrows(IllegalArgumentException.class, made).getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void barsMustStandOnZero() {
    Layer bars = new Layer.Bars("", Ink.of(0), ONE, ONE, NONE, NONE, 0.5);

    refused("must show 0", () -> Panel.of("", X, Y.from(1, 2), bars));
    refused("must show 0", () -> Panel.of("", X, Y.from(-2, -1), bars.from(List.of("id"))));
    assertEquals(1, Panel.of("", X, Y.from(0, 2), bars).layers().size());
    assertEquals(1, Panel.of("", X, Axis.log("y").from(1, 2), bars).layers().size());
  }

  @Test
  void imagesStandAlone() {
    Layer images = new Layer.Images(1, List.of(ImageTile.grey("", 1, ONE, 0, 1)));

    refused("only layer", () -> Panel.of("t", X, Y, images, LINE));
    refused("only layer", () -> Panel.of("t", X, Y, images).below(Y, LINE));
    refused("second axis", () -> Panel.of("t", X, Y, LINE).right(Y, images));
    refused("second axis", () -> Panel.of("t", X, Y, LINE).right(Y));
    refused("at least one image", () -> new Layer.Images(2, List.of()));
  }

  @Test
  void facetsHaveOnePairOfAxes() {
    Panel panel = Panel.of("a", X, Y, LINE);

    refused("'b'", () -> Chart.facets(2, List.of(panel, Panel.of("b", Y, Y, LINE))));
    refused("'a'", () -> Chart.facets(2, List.of(panel.below(Y, LINE))));
    assertTrue(Chart.facets(2, List.of(panel, panel)).facets());
  }

  @Test
  void namesStandAtWholeNumbers() {
    Axis axis = Axis.named("law", List.of("a", "b", "c"));

    assertEquals(-0.5, axis.min());
    assertEquals(2.5, axis.max());
    assertEquals(List.of("a", "b", "c"), axis.from(0, 1).names());
    refused("at least one name", () -> Axis.named("law", List.of()));
    refused("cannot be logarithmic", () -> new Axis("law", Axis.Scale.LOG, 1, 2, List.of("a")));
  }

  @Test
  void membersOfGroupsStandSideBySide() {
    assertArrayEquals(new double[] {-0.2, 0.8}, Layer.Bars.places(0, 2, 2), 1e-15);
    assertArrayEquals(new double[] {0.2, 1.2}, Layer.Bars.places(1, 2, 2), 1e-15);
    assertArrayEquals(new double[] {0}, Layer.Bars.places(0, 1, 1), 1e-15);
    refused("member must lie between 0 and 1, got 2", () -> Layer.Bars.places(2, 2, 1));
  }

  @Test
  void pixelsAreScaledAndKeptWithinTheirRange() {
    double[] values = {-1, 0, 0.5, 2, Double.NaN, 1};
    ImageTile tile = ImageTile.grey("g", 3, values, 0, 1);

    assertEquals(2, tile.height());
    assertArrayEquals(new byte[] {0, 0, (byte) 128, -1, 0, -1}, tile.pixels());
    assertEquals(1, ImageTile.rgb("c", 2, values, 0, 1).height());
    assertArrayEquals(
        new byte[] {-1, 0}, ImageTile.grey("g", 1, new double[] {0, 1}, 1, 0).pixels());
    refused("must have 3 bytes, got 2", () -> new ImageTile("", 1, 1, 3, new byte[2]));
    refused("channels must be 1 or 3, got 2", () -> new ImageTile("", 1, 1, 2, new byte[2]));
    refused("between 1 and 1024", () -> new ImageTile("", 0, 1, 1, NONE_BYTES));
    refused("must differ", () -> ImageTile.grey("", 1, ONE, 1, 1));
  }

  @Test
  void aLayerKnowsItsTrials() {
    Layer traced = LINE.from(List.of("t1")).from(List.of("t2"));

    assertEquals(new Layer.Traced(LINE, List.of("t2")), traced);
    assertEquals(LINE, traced.drawn());
    assertEquals("", traced.label());
  }
}
