package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.chart.ImageTile;
import temper.lab.study.chart.Layer;

/**
 * Images in rows, each above its caption.
 *
 * @param cells the images with their places
 * @param bottom lower end of the last caption
 */
record ImageGrid(List<Cell> cells, double bottom) {

  private static final double GAP = 5;
  private static final double LARGEST = 86;
  private static final int CAPTION_LINES = 2;

  /**
   * An image with its place.
   *
   * @param tile the image
   * @param area of its pixels on the page
   * @param caption lines below it
   */
  record Cell(ImageTile tile, Rectangle2D area, List<String> caption) {}

  /** Lays images out from an upper left corner. */
  static ImageGrid of(Layer.Images images, Fonts fonts, double left, double top, double width) {
    int columns = Math.min(images.columns(), images.tiles().size());
    double slot = Math.min(LARGEST, (width - GAP * (columns - 1)) / columns);
    double start = left + (width - columns * slot - GAP * (columns - 1)) / 2;
    List<Cell> cells = new ArrayList<>();
    double y = top;
    for (int first = 0; first < images.tiles().size(); first += columns) {
      double bottom = y;
      for (int i = first; i < Math.min(first + columns, images.tiles().size()); i++) {
        ImageTile tile = images.tiles().get(i);
        double unit = slot / Math.max(tile.width(), tile.height());
        double x = start + (i - first) * (slot + GAP) + (slot - unit * tile.width()) / 2;
        Rectangle2D area = new Rectangle2D.Double(x, y, unit * tile.width(), unit * tile.height());
        List<String> caption =
            tile.caption().isBlank()
                ? List.of()
                : fonts.ticks().wrapped(tile.caption(), slot + GAP - 2, CAPTION_LINES);
        cells.add(new Cell(tile, area, caption));
        double text = caption.isEmpty() ? 0 : 2 + Style.TICK_LINE_HEIGHT * caption.size();
        bottom = Math.max(bottom, area.getMaxY() + text);
      }
      y = bottom + GAP;
    }
    return new ImageGrid(List.copyOf(cells), y - GAP);
  }

  void draw(Graphics2D g2, Fonts fonts) {
    g2.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    Pen pen = new Pen(g2);
    for (Cell cell : cells) {
      Rectangle2D area = cell.area();
      AffineTransform place = AffineTransform.getTranslateInstance(area.getMinX(), area.getMinY());
      double unit = area.getWidth() / cell.tile().width();
      place.scale(unit, unit);
      g2.drawRenderedImage(pixels(cell.tile()), place);
      g2.setPaint(Style.AXIS);
      g2.setStroke(Style.solid(Style.GRID_LINE));
      g2.draw(area);
      double y = area.getMaxY() + 2 + fonts.ticks().capital() + 1;
      for (String line : cell.caption()) {
        pen.text(fonts.ticks(), line, area.getCenterX(), y, 0.5);
        y += Style.TICK_LINE_HEIGHT;
      }
    }
  }

  private static BufferedImage pixels(ImageTile tile) {
    BufferedImage image =
        new BufferedImage(tile.width(), tile.height(), BufferedImage.TYPE_INT_RGB);
    byte[] bytes = tile.pixels();
    for (int i = 0; i < tile.width() * tile.height(); i++) {
      int at = i * tile.channels();
      int red = bytes[at] & 0xff;
      int green = tile.channels() == 1 ? red : bytes[at + 1] & 0xff;
      int blue = tile.channels() == 1 ? red : bytes[at + 2] & 0xff;
      image.setRGB(i % tile.width(), i / tile.width(), red << 16 | green << 8 | blue);
    }
    return image;
  }
}
