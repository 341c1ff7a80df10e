package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Chart;

class GalleryTest {

  @Test
  void everyKindOfLayerIsDrawnWithoutANumberThatIsNone() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "gallery"));
    FigureRenderer renderer = new FigureRenderer();
    for (Map.Entry<String, Chart> entry : Gallery.charts().entrySet()) {
      String svg = renderer.svg(entry.getValue(), entry.getKey());
      Files.writeString(folder.resolve(entry.getKey() + ".svg"), svg);
      Files.write(folder.resolve(entry.getKey() + ".png"), renderer.png(entry.getValue(), 200));

      assertTrue(svg.contains("<path"), entry.getKey());
      assertFalse(
          svg.contains("NaN") || svg.contains("Infinity") || svg.contains("∞"), entry.getKey());
      assertFalse(svg.contains("�"), entry.getKey());
      assertFalse(svg.contains("<text"), entry.getKey());
    }
  }
}
