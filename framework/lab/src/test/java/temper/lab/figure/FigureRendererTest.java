package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

class FigureRendererTest {

  /**
   * All charts of the gallery. The same on every JDK, locale, time zone and machine; when the style
   * is changed on purpose, look at target/gallery and write the new digest here.
   */
  private static final String DIGEST =
      "df3d4d2ae39ab387385c07a070a97fe1e7996d0125572c4f3e61f802de66e3b3";

  @Test
  void bytesDependOnTheChartAlone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("de-DE", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        assertEquals(DIGEST, Gallery.digest(), tag);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aMachineWithoutFontsDrawsTheSameBytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                DrawInAnotherJvm.class.getName())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), out);
    assertTrue(out.contains("digest " + DIGEST));
    assertTrue(out.contains("png "));
    // What is never loaded can neither fail for want of a font nor look for one.
    assertTrue(out.contains("java.awt.Font "), "the log lists classes");
    assertFalse(out.contains("sun.font.FontManager"), "a font manager was asked for");
  }

  @Test
  void eachPointOfAShortLineIsMarkedAndALongLineIsNotCrowded() {
    assertEquals(5, marks(5));
    assertEquals(8, marks(8));
    assertEquals(12, marks(12));
    assertEquals(5, marks(200));
  }

  @Test
  void aLineIsNotMarkedWherePointsOfItsColourStand() {
    double[] x = {0, 1, 2};
    Layer first = new Layer.Line("first", Ink.of(0), x, x);
    Layer second = new Layer.Line("second", Ink.of(1), x, x);
    Layer here = new Layer.Points("measured", Ink.of(1), x, x);
    Layer elsewhere = new Layer.Points("measured", Ink.of(1), new double[] {0.5}, new double[] {1});

    assertEquals(marks(here), marks(first, second, here));
    assertEquals(marks(elsewhere) + 3, marks(first, second, elsewhere));
  }

  private static int marks(int points) {
    double[] x = IntStream.range(0, points).asDoubleStream().toArray();
    return marks(
        new Layer.Line("first", Ink.of(0), x, x),
        new Layer.Line("second", Ink.of(1), x, DoubleStream.of(x).map(v -> -v).toArray()));
  }

  /** The marks of the second colour, by their thin outlines within the frame. */
  private static int marks(Layer... layers) {
    Chart chart = Chart.of(Panel.of("", Axis.linear("x"), Axis.linear("y"), layers));
    return (int)
        Pattern.compile(
                "clip-path=[^>]*fill=\"none\" stroke=\"rgb\\(213,94,0\\)\" stroke-width=\"0.6\"")
            .matcher(new FigureRenderer().svg(chart, ""))
            .results()
            .count();
  }

  @Test
  void hostileTextIsWrittenAsText() throws Exception {
    String hostile = "</svg><script>alert(1)</script>\"&<>'\u0000\u001b\uFFFE\uD800 ]]> --> x";
    double[] one = {1, 2};
    Layer line = new Layer.Line(hostile, Ink.of(0), one, one);
    Chart chart = Chart.of(Panel.of(hostile, Axis.linear(hostile), Axis.linear(hostile), line));

    String svg = new FigureRenderer().svg(chart, hostile);

    assertFalse(svg.contains("<script"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertEquals("svg", document.getDocumentElement().getTagName());
    String title = document.getElementsByTagName("title").item(0).getTextContent().strip();
    assertEquals("</svg><script>alert(1)</script>\"&<>' ]]> --> x", title);
  }

  @Test
  void pdfHasTheSizeOfThePageAndTheSameBytesEachTime() throws IOException {
    FigureRenderer renderer = new FigureRenderer();
    for (String name : List.of("seven", "images", "facets-of-heat")) {
      Chart chart = Gallery.charts().get(name);
      FigureLayout layout = FigureLayout.of(chart, Fonts.bundled());

      byte[] pdf = renderer.pdf(chart, name);

      assertArrayEquals(pdf, renderer.pdf(chart, name));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertEquals(1, document.getNumberOfPages());
        assertEquals(layout.width(), document.getPage(0).getMediaBox().getWidth(), 1e-3);
        assertEquals(layout.height(), document.getPage(0).getMediaBox().getHeight(), 1e-3);
        assertEquals(name, document.getDocumentInformation().getTitle());
        assertNull(document.getDocumentInformation().getCreationDate());
        assertFalse(document.getPage(0).getResources().getFontNames().iterator().hasNext());
      }
    }
  }

  @Test
  void pngHasTheSizeOfThePage() throws IOException {
    FigureRenderer renderer = new FigureRenderer();
    Chart chart = Gallery.charts().get("seven");

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.png(chart, 144)));

    assertEquals(476, image.getWidth());
    assertArrayEquals(renderer.png(chart, 144), renderer.png(chart, 144));
    assertThrows(IllegalArgumentException.class, () -> renderer.png(chart, 20));
    assertThrows(IllegalArgumentException.class, () -> renderer.png(chart, 5000));
  }

  @Test
  void aThousandPointsAreOnePathOfALine() {
    double[] x = Gallery.range(0, 1, 1000);
    Layer line = new Layer.Line("", Ink.of(0), x, x);
    String svg =
        new FigureRenderer()
            .svg(Chart.of(Panel.of("", Axis.linear(""), Axis.linear(""), line)), "");

    assertTrue(svg.length() < 60_000, svg.length() + " characters");
  }

  @Test
  void whatHasNoPlaceIsNotDrawn() {
    double[] places = {Double.NaN, -1, 3};
    double[][] heights = {{1, 2, 3}, {4, Double.NaN, 6}, {7, 8, 1.7e308}};
    Layer map = new Layer.HeatMap("", places, places, heights, Axis.Scale.LINEAR, Double.NaN);
    Layer line = new Layer.Line("", Ink.of(0), places, new double[] {1, -1.7e308, 1.7e308});
    for (Axis axis : List.of(Axis.linear(""), Axis.log(""))) {
      Chart chart =
          Chart.of(Panel.of("", axis, axis, map), Panel.of("", axis, Axis.linear(""), line));

      assertFalse(new FigureRenderer().svg(chart, "").contains("NaN"));
    }
  }

  @Test
  void intervalsWithoutAnEndReachTheEdgeOfThePlot() {
    Span edge = new Span(0, 10);

    assertTrue(Scaling.end(Axis.Scale.LINEAR, Double.POSITIVE_INFINITY, edge) > 10);
    assertTrue(Scaling.end(Axis.Scale.LINEAR, Double.NEGATIVE_INFINITY, edge) < 0);
    assertTrue(Scaling.end(Axis.Scale.LINEAR, 1.7e308, edge) > 10);
    assertTrue(Scaling.end(Axis.Scale.LINEAR, -1.7e308, edge) < 0);
    assertTrue(Scaling.end(Axis.Scale.LOG, -3, edge) < 0);
    assertEquals(2, Scaling.end(Axis.Scale.LOG, 100, edge), 1e-15);
    assertTrue(Double.isNaN(Scaling.end(Axis.Scale.LOG, Double.NaN, edge)));
  }
}
