package temper.lab.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * Where everything of a chart lies on the page. Plots of a chart have equal sizes; what stands
 * around them has as much room as it needs, and legends lie below the plots.
 *
 * @param width of the page, in points
 * @param height of the page, in points
 * @param panels the panels, in reading order
 * @param legend the legend that panels share
 */
record FigureLayout(
    double width, double height, List<PanelView> panels, Optional<Legend.Placed> legend) {

  private static final double BAR_GAP = 5;
  private static final double BAR_WIDTH = 7;
  private static final double COLUMN_GAP = 8;
  private static final double ROW_GAP = 8;
  private static final int MOST_X_TICKS = 8;
  private static final int MOST_Y_TICKS = 7;
  private static final int TITLE_LINES = 2;

  static FigureLayout of(Chart chart, Fonts fonts) {
    return new Builder(chart, fonts).build();
  }

  /** What a panel needs around its plot. */
  private static final class Draft {
    final Panel panel;
    final PanelSpans spans;
    final Legend legend;
    Optional<Layer.HeatMap> heat = Optional.empty();
    Ticks yTicks = new Ticks(List.of(), List.of(), "");
    Ticks xTicks = yTicks;
    Ticks barTicks = yTicks;
    List<String> yTitle = List.of();
    List<String> barTitle = List.of();
    double left;
    double right;

    Draft(Panel panel) {
      this.panel = panel;
      spans = PanelSpans.of(panel);
      legend = Legend.of(panel);
      for (Layer layer : panel.layers()) {
        if (layer instanceof Layer.HeatMap map) {
          heat = Optional.of(map);
        }
      }
    }
  }

  private static final class Builder {
    private final Fonts fonts;
    private final List<Draft> drafts = new ArrayList<>();
    private final int columns;
    private final double width;
    private final double[] left;
    private final double[] right;
    private double plotWidth;
    private double plotHeight;

    Builder(Chart chart, Fonts fonts) {
      this.fonts = fonts;
      for (Panel panel : chart.panels()) {
        drafts.add(new Draft(panel));
      }
      columns = Math.min(chart.columns(), drafts.size());
      width = columns == 1 ? Style.SINGLE_WIDTH : Style.DOUBLE_WIDTH;
      left = new double[columns];
      right = new double[columns];
    }

    FigureLayout build() {
      double guess = (width - 2 * Style.PAGE_MARGIN) / columns - 42;
      plotHeight = Math.rint(guess * aspect());
      for (Draft draft : drafts) {
        measureHeight(draft);
      }
      // The last label below may reach past the plot, and room for it changes the labels.
      for (int round = 0; round < 3; round++) {
        measureColumns();
        for (Draft draft : drafts) {
          chooseX(draft);
        }
      }
      return arrange();
    }

    private double aspect() {
      boolean plane = false;
      for (Draft draft : drafts) {
        for (Layer layer : draft.panel.layers()) {
          plane |= layer instanceof Layer.HeatMap;
          plane |= layer instanceof Layer.Contour;
          plane |= layer instanceof Layer.Trajectory;
        }
      }
      double lines = columns == 1 ? 0.66 : 0.72;
      return plane || columns > 2 ? 0.85 : lines;
    }

    private void measureHeight(Draft draft) {
      double size = fonts.ticks().capital();
      TickChooser chooser = new TickChooser(plotHeight, 5, MOST_Y_TICKS, label -> size);
      draft.yTicks = chooser.choose(draft.panel.y().scale(), draft.spans.y());
      draft.yTitle = lines(draft.panel.y().label(), plotHeight);
      draft.left =
          Math.max(
              aside(draft.yTicks, draft.yTitle), fonts.ticks().width(draft.yTicks.factor()) + 4);
      draft.right = 4;
      if (draft.heat.isPresent()) {
        HeatScale scale = HeatScale.of(draft.heat.get());
        draft.barTicks = chooser.choose(scale.scale(), scale.span());
        draft.barTitle = lines(draft.heat.get().label(), plotHeight);
        draft.right = BAR_GAP + BAR_WIDTH + aside(draft.barTicks, draft.barTitle);
      }
    }

    private double aside(Ticks ticks, List<String> title) {
      double label = title.isEmpty() ? 0 : Style.LABEL_GAP + title.size() * Style.LINE_HEIGHT;
      return Style.TICK_LENGTH + Style.TICK_GAP + fonts.widest(ticks) + label;
    }

    private List<String> lines(String text, double room) {
      return text.isBlank() ? List.of() : fonts.labels().wrapped(text, room, TITLE_LINES);
    }

    private void measureColumns() {
      double around = 2 * Style.PAGE_MARGIN + COLUMN_GAP * (columns - 1);
      for (int i = 0; i < drafts.size(); i++) {
        int column = i % columns;
        left[column] = Math.max(left[column], Math.ceil(drafts.get(i).left));
        right[column] = Math.max(right[column], Math.ceil(drafts.get(i).right));
      }
      for (int column = 0; column < columns; column++) {
        around += left[column] + right[column];
      }
      plotWidth = Math.max(40, Math.floor((width - around) / columns));
    }

    private void chooseX(Draft draft) {
      TickChooser chooser =
          new TickChooser(plotWidth, 6, MOST_X_TICKS, label -> fonts.ticks().width(label));
      Span span = draft.spans.x();
      draft.xTicks = chooser.choose(draft.panel.x().scale(), span);
      for (Ticks.Tick tick : draft.xTicks.major()) {
        double half = fonts.ticks().width(tick.label()) / 2;
        double at = (tick.position() - span.low()) / span.length() * plotWidth;
        draft.left = Math.max(draft.left, half - at);
        draft.right = Math.max(draft.right, at + half - plotWidth);
      }
    }

    private FigureLayout arrange() {
      Optional<Legend> shared = shared();
      List<PanelView> views = new ArrayList<>();
      double y = Style.PAGE_MARGIN;
      for (int first = 0; first < drafts.size(); first += columns) {
        int last = Math.min(first + columns, drafts.size());
        y = arrangeRow(views, first, last, y, shared.isPresent());
      }
      y -= ROW_GAP;
      Optional<Legend.Placed> legend = Optional.empty();
      if (shared.isPresent()) {
        double edge = width - Style.PAGE_MARGIN;
        Legend.Placed placed = shared.get().place(fonts.labels(), Style.PAGE_MARGIN, edge, y + 4);
        y = placed.area().getMaxY();
        legend = Optional.of(placed);
      }
      return new FigureLayout(width, Math.ceil(y + Style.PAGE_MARGIN), List.copyOf(views), legend);
    }

    private double arrangeRow(
        List<PanelView> views, int first, int last, double top, boolean shared) {
      double above = 0;
      for (int i = first; i < last; i++) {
        above = Math.max(above, above(i));
      }
      double plotTop = Math.ceil(top + above);
      double bottom = plotTop + plotHeight;
      double x = Style.PAGE_MARGIN;
      for (int i = first; i < last; i++) {
        int column = i - first;
        double plotLeft = Math.ceil(x + left[column]);
        Rectangle2D area = new Rectangle2D.Double(plotLeft, plotTop, plotWidth, plotHeight);
        double cellRight = plotLeft + plotWidth + right[column];
        PanelView view = view(i, area, x, cellRight, shared);
        views.add(view);
        bottom = Math.max(bottom, below(view));
        x = cellRight + COLUMN_GAP;
      }
      return bottom + ROW_GAP;
    }

    private double above(int index) {
      Draft draft = drafts.get(index);
      int lines = title(index).size();
      boolean factor = !draft.yTicks.factor().isEmpty() || !draft.barTicks.factor().isEmpty();
      double half = fonts.ticks().capital() / 2 + 1;
      return Math.max(lines * Style.LINE_HEIGHT + (lines > 0 ? 3 : 0), factor ? 11 : half);
    }

    private List<String> title(int index) {
      String title = drafts.get(index).panel.title();
      if (title.isBlank()) {
        return drafts.size() > 1 ? List.of("") : List.of();
      }
      double letter = fonts.letters().width(letter(index)) + 4;
      double room = plotWidth - (drafts.size() > 1 ? letter : 0);
      return fonts.labels().wrapped(title, room, TITLE_LINES);
    }

    private String letter(int index) {
      return drafts.size() == 1 ? "" : "(" + (char) ('a' + index % 26) + ")";
    }

    private PanelView view(
        int index, Rectangle2D area, double cellLeft, double cellRight, boolean shared) {
      Draft draft = drafts.get(index);
      double factor = fonts.ticks().width(draft.xTicks.factor());
      double room = plotWidth - (factor > 0 ? 2 * (factor + 4) : 0);
      List<String> xTitle = lines(draft.panel.x().label(), room);
      Optional<PanelView.Bar> bar = draft.heat.map(heat -> bar(draft, heat, area));
      PanelView view =
          new PanelView(
              draft.panel,
              draft.spans,
              area,
              title(index),
              letter(index),
              draft.xTicks,
              draft.yTicks,
              xTitle,
              draft.yTitle,
              bar,
              Optional.empty());
      if (shared || draft.legend.isEmpty()) {
        return view;
      }
      Legend.Placed placed =
          draft.legend.place(fonts.labels(), cellLeft, cellRight, below(view) + 4);
      return new PanelView(
          view.panel(),
          view.spans(),
          area,
          view.title(),
          view.letter(),
          view.xTicks(),
          view.yTicks(),
          xTitle,
          view.yTitle(),
          bar,
          Optional.of(placed));
    }

    private static PanelView.Bar bar(Draft draft, Layer.HeatMap heat, Rectangle2D area) {
      Rectangle2D place =
          new Rectangle2D.Double(
              area.getMaxX() + BAR_GAP, area.getMinY(), BAR_WIDTH, area.getHeight());
      HeatScale scale = HeatScale.of(heat);
      return new PanelView.Bar(heat, scale, draft.barTicks, draft.barTitle, place);
    }

    private double below(PanelView view) {
      if (view.legend().isPresent()) {
        return view.legend().get().area().getMaxY();
      }
      double ticks = Style.TICK_LENGTH + Style.TICK_GAP + fonts.ticks().capital() + 1;
      int lines = Math.max(view.xTitle().size(), view.xTicks().factor().isEmpty() ? 0 : 1);
      double title = lines == 0 ? 0 : Style.LABEL_GAP + lines * Style.LINE_HEIGHT;
      return view.area().getMaxY() + ticks + title;
    }

    /** Panels share a legend if none of them says anything that the largest does not say. */
    private Optional<Legend> shared() {
      Legend largest = new Legend(List.of());
      for (Draft draft : drafts) {
        if (draft.legend.entries().size() > largest.entries().size()) {
          largest = draft.legend;
        }
      }
      if (largest.isEmpty()) {
        return Optional.empty();
      }
      for (Draft draft : drafts) {
        if (!largest.entries().containsAll(draft.legend.entries())) {
          return Optional.empty();
        }
      }
      return Optional.of(largest);
    }
  }
}
