package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Chart;

/**
 * Writes every kind of figure to target/gallery, with a page to look at in light, dark and print.
 */
class GalleryTest {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Every kind of figure</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #1b1f24; }
      main { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
      figure { margin: 0; break-inside: avoid; }
      h2 { font-size: 1rem; margin: 0 0 .3rem; }
      .card { background: #fff; border: 1px solid #d9dce1; border-radius: 8px; padding: .75rem; width: fit-content; }
      img { display: block; zoom: 1.2; }
      @media (prefers-color-scheme: dark) { body { background: #14171b; color: #e4e7eb; } }
      @media print { @page { size: A4; margin: 14mm; } .card { border: 0; padding: 0; } img { zoom: 1; } }
      </style></head><body><h1>Every kind of figure</h1><main>
      """;

  @Test
  void everyKindOfLayerIsDrawnWithoutANumberThatIsNone() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "gallery"));
    FigureRenderer renderer = new FigureRenderer();
    StringBuilder page = new StringBuilder(HEAD);
    for (Map.Entry<String, Chart> entry : Gallery.charts().entrySet()) {
      String svg = renderer.svg(entry.getValue(), entry.getKey());
      Files.writeString(folder.resolve(entry.getKey() + ".svg"), svg);
      Files.write(folder.resolve(entry.getKey() + ".png"), renderer.png(entry.getValue(), 200));

      assertTrue(svg.contains("<path"), entry.getKey());
      assertFalse(
          svg.contains("NaN") || svg.contains("Infinity") || svg.contains("∞"), entry.getKey());
      assertFalse(svg.contains("�"), entry.getKey());
      assertFalse(svg.contains("<text"), entry.getKey());
      page.append("<figure><h2>")
          .append(entry.getKey())
          .append("</h2><div class=\"card\"><img src=\"");
      page.append(entry.getKey()).append(".svg\" alt=\"").append(entry.getKey());
      page.append("\"></div></figure>\n");
    }
    Files.writeString(folder.resolve("index.html"), page.append("</main></body></html>\n"));
  }
}
