package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;
import temper.lab.figure.Ticks.Tick;

/**
 * An axis of positions that draws ticks chosen beforehand and letters as shapes: JFreeChart's own
 * axes would measure text with the fonts of the machine.
 */
final class PlotAxis extends NumberAxis {

  private static final long serialVersionUID = 1;

  private final transient Ticks ticks;
  private final transient List<String> title;
  private final double room;
  private final transient Fonts fonts;

  /**
   * An axis.
   *
   * @param span what it shows
   * @param ticks its ticks
   * @param title lines of its label
   * @param fonts how labels are written
   */
  PlotAxis(Span span, Ticks ticks, List<String> title, Fonts fonts) {
    this(span, ticks, title, fonts.widest(ticks), fonts);
  }

  /**
   * An axis whose label leaves room for the numbers of others.
   *
   * @param span what it shows
   * @param ticks its ticks
   * @param title lines of its label
   * @param room for numbers of a vertical axis
   * @param fonts how labels are written
   */
  PlotAxis(Span span, Ticks ticks, List<String> title, double room, Fonts fonts) {
    this.ticks = ticks;
    this.title = title;
    this.room = room;
    this.fonts = fonts;
    setAutoRange(false);
    setRange(span.low(), span.high());
  }

  @Override
  public AxisSpace reserveSpace(
      Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, @Nullable AxisSpace space) {
    return space == null ? new AxisSpace() : space;
  }

  @Override
  public AxisState draw(
      Graphics2D g2,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      @Nullable PlotRenderingInfo info) {
    Pen pen = new Pen(g2);
    if (RectangleEdge.isLeftOrRight(edge)) {
      drawVertical(pen, dataArea, edge);
    } else {
      drawHorizontal(pen, dataArea, edge);
    }
    AxisState state = new AxisState(cursor);
    List<NumberTick> grid = new ArrayList<>();
    boolean named = ticks.kind() != Ticks.Kind.NUMBERS;
    for (Tick tick : named ? List.<Tick>of() : ticks.major()) {
      grid.add(new NumberTick(tick.position(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0));
    }
    state.setTicks(grid);
    return state;
  }

  private void drawHorizontal(Pen pen, Rectangle2D area, RectangleEdge edge) {
    double base = area.getMaxY();
    for (double position : ticks.minor()) {
      double x = valueToJava2D(position, area, edge);
      pen.line(Style.AXIS, Style.AXIS_LINE, x, base, x, base + Style.MINOR_TICK_LENGTH);
    }
    double first = base + Style.TICK_LENGTH + Style.TICK_GAP;
    double text = first + fonts.depth(ticks);
    for (Tick tick : ticks.major()) {
      double x = valueToJava2D(tick.position(), area, edge);
      switch (ticks.kind()) {
        case NUMBERS -> {
          pen.line(Style.AXIS, Style.AXIS_LINE, x, base, x, base + Style.TICK_LENGTH);
          pen.text(fonts.ticks(), tick.label(), x, text, 0.5);
        }
        case NAMES -> {
          double line = first + fonts.ticks().capital();
          for (String part : tick.label().lines().toList()) {
            pen.text(fonts.ticks(), part, x, line, 0.5);
            line += Style.TICK_LINE_HEIGHT;
          }
        }
        case UPRIGHT_NAMES -> {
          double half = fonts.ticks().width(tick.label()) / 2;
          pen.upwards(fonts.ticks(), tick.label(), x + fonts.ticks().capital() / 2, first + half);
        }
      }
    }
    double y = text;
    for (String line : title) {
      y += y == text ? Style.LABEL_GAP + fonts.labels().capital() + 1 : Style.LINE_HEIGHT;
      pen.text(fonts.labels(), line, area.getCenterX(), y, 0.5);
    }
    double factor = text + Style.LABEL_GAP + fonts.labels().capital() + 1;
    pen.text(fonts.ticks(), ticks.factor(), area.getMaxX(), factor, 1);
  }

  private void drawVertical(Pen pen, Rectangle2D area, RectangleEdge edge) {
    boolean left = RectangleEdge.LEFT.equals(edge);
    double side = left ? -1 : 1;
    double base = left ? area.getMinX() : area.getMaxX();
    for (double position : ticks.minor()) {
      double y = valueToJava2D(position, area, edge);
      double end = base + side * Style.MINOR_TICK_LENGTH;
      pen.line(Style.AXIS, Style.AXIS_LINE, base, y, end, y);
    }
    double text = base + side * (Style.TICK_LENGTH + Style.TICK_GAP);
    for (Tick tick : ticks.major()) {
      double y = valueToJava2D(tick.position(), area, edge);
      pen.line(Style.AXIS, Style.AXIS_LINE, base, y, base + side * Style.TICK_LENGTH, y);
      double baseline = y + fonts.ticks().capital() / 2;
      pen.text(fonts.ticks(), tick.label(), text, baseline, left ? 1 : 0);
    }
    pen.text(
        fonts.ticks(), ticks.factor(), left ? base - 2 : base, area.getMinY() - 4, left ? 1 : 0);
    double x = text + side * (room + Style.LABEL_GAP);
    if (left) {
      x -= Style.LINE_HEIGHT * (title.size() - 1) + 1;
    } else {
      x += fonts.labels().capital() + 1;
    }
    for (String line : title) {
      pen.upwards(fonts.labels(), line, x, area.getCenterY());
      x += Style.LINE_HEIGHT;
    }
  }
}
