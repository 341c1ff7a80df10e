package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import temper.lab.study.chart.Chart;

/**
 * Draws charts in the style of a paper: one column of 3.3 inches for panels below one another, two
 * columns of 7 inches for panels side by side, text of 8 points at that size, colours that
 * colour-blind readers and grey print keep apart, legends below the plots.
 *
 * <p>The SVG is the record: its bytes depend on the chart alone. PDF is for papers, PNG for looking
 * at.
 *
 * @since 0.1
 */
public final class FigureRenderer {

  private final Fonts fonts = Fonts.bundled();

  /**
   * Draws a chart as SVG.
   *
   * @param chart what to draw
   * @param title what it shows, for readers who cannot see it
   * @return an SVG document, letters as shapes
   */
  public String svg(Chart chart, String title) {
    FigureLayout layout = FigureLayout.of(chart, fonts);
    SvgCanvas canvas = new SvgCanvas();
    new FigurePainter(canvas.graphics(), fonts).paint(layout);
    return canvas.text(layout.width(), layout.height(), title);
  }

  /**
   * Draws a chart as PDF of one page in its final size. The bytes are the same for the same chart
   * and Java runtime.
   *
   * @param chart what to draw
   * @param title what it shows, as the title of the document
   * @return the bytes of a PDF file, letters as shapes
   */
  public byte[] pdf(Chart chart, String title) {
    return PdfCanvas.draw(FigureLayout.of(chart, fonts), fonts, title);
  }

  /**
   * Draws a chart as PNG.
   *
   * @param chart what to draw
   * @param dotsPerInch resolution, 36 to 1200
   * @return the bytes of a PNG file
   */
  public byte[] png(Chart chart, int dotsPerInch) {
    if (dotsPerInch < 36 || dotsPerInch > 1200) {
      throw new IllegalArgumentException(
          "dotsPerInch must lie between 36 and 1200, got " + dotsPerInch);
    }
    FigureLayout layout = FigureLayout.of(chart, fonts);
    double scale = dotsPerInch / 72.0;
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(layout.width() * scale),
            (int) Math.ceil(layout.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setColor(Color.WHITE); // The last row and column are covered only in part below.
    g2.fillRect(0, 0, image.getWidth(), image.getHeight());
    g2.scale(scale, scale);
    new FigurePainter(g2, fonts).paint(layout);
    g2.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write PNG to memory", e);
    }
    return out.toByteArray();
  }
}
