package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlainPngTest {

  private static BufferedImage image(int width, int height, boolean grey) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int level = i * 7 & 0xff;
      int rgb = grey ? level << 16 | level << 8 | level : i * 0x010307 & 0xffffff;
      image.setRGB(i % width, i / width, rgb);
    }
    return image;
  }

  private static void check(BufferedImage image) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PlainPng.of(image)));

    assertEquals(image.getWidth(), read.getWidth());
    assertEquals(image.getHeight(), read.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        for (int band = 0; band < 3; band++) {
          int of = Math.min(band, read.getRaster().getNumBands() - 1);
          assertEquals(
              image.getRaster().getSample(x, y, band), read.getRaster().getSample(x, y, of));
        }
      }
    }
  }

  @Test
  void everyPixelIsReadBack() throws IOException {
    check(image(32, 32, false));
    check(image(28, 28, true));
    check(image(1, 1, false));
  }

  @Test
  void largeImagesTakeSeveralBlocks() throws IOException {
    check(image(300, 200, false));
  }

  @Test
  void aGreyImageTakesAByteForEachPixel() {
    int colored = PlainPng.of(image(32, 32, false)).length;
    int grey = PlainPng.of(image(32, 32, true)).length;

    assertEquals(2 * 32 * 32, colored - grey);
  }

  @Test
  void imagesOfADocumentAreTheirPixels() throws IOException {
    String svg = new FigureRenderer().svg(Gallery.charts().get("grey-images"), "");
    Matcher address = Pattern.compile("data:image/png;base64,([^\"]+)\"").matcher(svg);
    int found = 0;
    while (address.find()) {
      byte[] png = Base64.getDecoder().decode(address.group(1).getBytes(StandardCharsets.US_ASCII));
      assertEquals(28, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
      found++;
    }

    assertEquals(4, found);
    assertTrue(svg.contains("image-rendering:pixelated"));
  }
}
