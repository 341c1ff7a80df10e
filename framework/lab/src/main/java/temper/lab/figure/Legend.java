package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * What the signs of a panel mean. Layers of the same label share an entry, such as a line and its
 * band.
 *
 * @param entries in the order of the layers
 */
record Legend(List<Entry> entries) {

  /** Width of a sample. */
  static final double SAMPLE = 18;

  private static final double AFTER_SAMPLE = 4;
  private static final double BETWEEN = 11;
  private static final int MOST_LINES_OF_ENTRY = 3;

  /**
   * A sign and its meaning.
   *
   * @param label the meaning
   * @param signs what is drawn as a sample, the first at the bottom
   */
  record Entry(String label, List<Sign> signs) {}

  /**
   * What a sample looks like.
   *
   * @param kind how it is drawn
   * @param ink in which ink
   */
  record Sign(Kind kind, Ink ink) {}

  /** How a sample is drawn. */
  enum Kind {
    LINE,
    MARKED_LINE,
    BAND,
    POINTS,
    INTERVALS,
    TRAJECTORY,
    CONTOUR,
    RULE,
    MISSING,
    BAR,
    BOX,
    SHAPE
  }

  /** Returns the legend of a panel, with what is drawn against its second axis at the end. */
  static Legend of(Panel panel) {
    Map<String, List<Sign>> byLabel = new LinkedHashMap<>();
    collect(byLabel, panel);
    panel
        .second()
        .ifPresent(
            second -> collect(byLabel, new Panel("", panel.x(), second.axis(), second.layers())));
    return new Legend(entries(byLabel));
  }

  /** Returns the legend that says what any of some legends say. */
  static Legend merged(List<Legend> legends) {
    Map<String, List<Sign>> byLabel = new LinkedHashMap<>();
    for (Legend legend : legends) {
      for (Entry entry : legend.entries()) {
        entry.signs().forEach(sign -> add(byLabel, entry.label(), sign));
      }
    }
    return new Legend(entries(byLabel));
  }

  private static void collect(Map<String, List<Sign>> byLabel, Panel panel) {
    for (Layer layer : panel.layers()) {
      if (layer instanceof Layer.HeatMap heat) {
        if (HeatScale.of(heat).lacksSome(heat)) {
          add(byLabel, "no value", new Sign(Kind.MISSING, Ink.NEUTRAL));
        }
      } else if (!layer.label().isBlank()) {
        sign(panel, layer).ifPresent(sign -> add(byLabel, layer.label(), sign));
      }
    }
  }

  private static List<Entry> entries(Map<String, List<Sign>> byLabel) {
    List<Entry> entries = new ArrayList<>();
    byLabel.forEach((label, signs) -> entries.add(new Entry(label, List.copyOf(signs))));
    return List.copyOf(entries);
  }

  private static void add(Map<String, List<Sign>> byLabel, String label, Sign sign) {
    List<Sign> signs = byLabel.computeIfAbsent(label, l -> new ArrayList<>());
    if (!signs.contains(sign)) {
      signs.add(sign);
    }
  }

  private static Optional<Sign> sign(Panel panel, Layer layer) {
    if (layer instanceof Layer.Line line) {
      boolean marked = PanelPlot.needsMarks(panel, line);
      return Optional.of(new Sign(marked ? Kind.MARKED_LINE : Kind.LINE, line.ink()));
    } else if (layer instanceof Layer.Band band) {
      return Optional.of(new Sign(Kind.BAND, band.ink()));
    } else if (layer instanceof Layer.Points points) {
      return Optional.of(new Sign(Kind.POINTS, points.ink()));
    } else if (layer instanceof Layer.Intervals intervals) {
      return Optional.of(new Sign(Kind.INTERVALS, intervals.ink()));
    } else if (layer instanceof Layer.Trajectory trajectory) {
      return Optional.of(new Sign(Kind.TRAJECTORY, trajectory.ink()));
    } else if (layer instanceof Layer.Contour contour) {
      return Optional.of(new Sign(Kind.CONTOUR, contour.ink()));
    } else if (layer instanceof Layer.Rule rule) {
      return Optional.of(new Sign(Kind.RULE, rule.ink()));
    }
    return Sketch.of(layer).sign();
  }

  /** Returns whether there is nothing to explain. */
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Lays the entries out below a place of the page, centred: in one row if they fit, else in
   * columns of equal width.
   */
  Placed place(Typeface face, double left, double right, double top) {
    double room = right - left - SAMPLE - AFTER_SAMPLE;
    List<Cell> cells = new ArrayList<>();
    double sum = 0;
    double widest = 0;
    for (Entry entry : entries) {
      List<String> lines = face.wrapped(entry.label(), room, MOST_LINES_OF_ENTRY);
      double text = lines.stream().mapToDouble(face::width).max().orElse(0);
      Cell cell = new Cell(entry, lines, SAMPLE + AFTER_SAMPLE + text, 0, 0);
      cells.add(cell);
      sum += cell.width();
      widest = Math.max(widest, cell.width());
    }
    int columns = cells.size();
    boolean oneRow = sum + BETWEEN * (columns - 1) <= right - left;
    if (!oneRow) {
      int most = Math.max(1, (int) ((right - left + BETWEEN) / (widest + BETWEEN)));
      int rows = (cells.size() + most - 1) / most;
      columns = (cells.size() + rows - 1) / rows;
    }
    double width = oneRow ? sum + BETWEEN * (columns - 1) : columns * (widest + BETWEEN) - BETWEEN;
    double start = left + Math.max(0, (right - left - width) / 2);
    double stride = oneRow ? 0 : widest + BETWEEN;
    return positioned(cells, columns, stride, new Rectangle2D.Double(start, top, width, 0));
  }

  private static Placed positioned(
      List<Cell> cells, int columns, double stride, Rectangle2D place) {
    List<Cell> out = new ArrayList<>();
    double y = place.getMinY();
    for (int first = 0; first < cells.size(); first += columns) {
      double x = place.getMinX();
      int lines = 1;
      for (Cell cell : cells.subList(first, Math.min(cells.size(), first + columns))) {
        out.add(new Cell(cell.entry(), cell.lines(), cell.width(), x, y));
        lines = Math.max(lines, cell.lines().size());
        x += stride > 0 ? stride : cell.width() + BETWEEN;
      }
      y += lines * Style.LINE_HEIGHT + 1;
    }
    Rectangle2D area =
        new Rectangle2D.Double(
            place.getMinX(), place.getMinY(), place.getWidth(), y - place.getMinY());
    return new Placed(List.copyOf(out), area);
  }

  /**
   * An entry with its place.
   *
   * @param entry the sign and its meaning
   * @param lines its label in lines
   * @param width of sample and label
   * @param x left side
   * @param y upper side
   */
  record Cell(Entry entry, List<String> lines, double width, double x, double y) {}

  /**
   * A legend with its place.
   *
   * @param cells the entries
   * @param area what they cover
   */
  record Placed(List<Cell> cells, Rectangle2D area) {

    void draw(Graphics2D g2, Fonts fonts) {
      Pen pen = new Pen(g2);
      for (Cell cell : cells) {
        double baseline = cell.y() + 7.5;
        double middle = baseline - fonts.labels().capital() / 2;
        for (Sign sign : cell.entry().signs()) {
          LegendSample.draw(g2, sign, cell.x(), middle);
        }
        double x = cell.x() + SAMPLE + AFTER_SAMPLE;
        for (String line : cell.lines()) {
          pen.text(fonts.labels(), line, x, baseline, 0);
          baseline += Style.LINE_HEIGHT;
        }
      }
    }
  }
}
