package temper.lab.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Makes the layout of a chart. */
final class LayoutBuilder {

  /** Between a plot and the low one of a second quantity. */
  static final double LOW_GAP = 6;

  private static final double LOW_PART = 0.34;
  private static final double COLUMN_GAP = 8;
  private static final double ROW_GAP = 8;
  private static final int TITLE_LINES = 2;
  private static final int WIDE_IMAGES = 5;

  private final Chart chart;
  private final Fonts fonts;
  private final List<PanelDraft> drafts = new ArrayList<>();
  private final int columns;
  private final double width;
  private final double[] left;
  private final double[] right;
  private List<String> sharedY = List.of();
  private double plotWidth;
  private double plotHeight;
  private double lowHeight;

  LayoutBuilder(Chart chart, Fonts fonts) {
    this.chart = chart;
    this.fonts = fonts;
    columns = Math.min(chart.columns(), chart.panels().size());
    for (Panel panel : chart.panels()) {
      PanelSpans spans = chart.facets() ? PanelSpans.common(chart.panels()) : PanelSpans.of(panel);
      drafts.add(new PanelDraft(panel, spans, fonts));
    }
    boolean wide =
        drafts.stream().anyMatch(d -> d.images.filter(i -> i.columns() >= WIDE_IMAGES).isPresent());
    width = columns == 1 && !wide ? Style.SINGLE_WIDTH : Style.DOUBLE_WIDTH;
    left = new double[columns];
    right = new double[columns];
    if (chart.facets()) {
      share();
    }
  }

  /** Facets carry numbers at the edge only, and no labels. */
  private void share() {
    List<Layer.HeatMap> maps = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      PanelDraft draft = drafts.get(i);
      draft.labelledX = i + columns >= drafts.size();
      draft.labelledY = i % columns == 0;
      draft.barred = i % columns == columns - 1 || i == drafts.size() - 1;
      draft.titled = false;
      draft.map.ifPresent(maps::add);
    }
    if (!maps.isEmpty()) {
      HeatScale common = HeatScale.common(maps);
      drafts.forEach(draft -> draft.heat = draft.map.map(map -> common));
    }
  }

  FigureLayout build() {
    double guess = (width - 2 * Style.PAGE_MARGIN) / columns - 42;
    plotHeight = Math.rint(guess * aspect());
    lowHeight = Math.rint(LOW_PART * plotHeight);
    boolean images = drafts.stream().allMatch(draft -> draft.images.isPresent());
    if (images) {
      plotHeight = 0;
    }
    if (chart.facets()) {
      int rows = (drafts.size() + columns - 1) / columns;
      String label = chart.panels().get(0).y().label();
      sharedY = drafts.get(0).lines(label, rows * plotHeight);
    }
    for (PanelDraft draft : drafts) {
      draft.measureHeight(plotHeight, lowHeight);
    }
    // The last label below may reach past the plot, and room for it changes the labels.
    for (int round = 0; round < 3; round++) {
      measureColumns();
      for (PanelDraft draft : drafts) {
        draft.chooseX(plotWidth);
      }
    }
    return arrange();
  }

  private double aspect() {
    double lines = columns == 1 ? 0.66 : 0.72;
    return columns > 2 || drafts.stream().anyMatch(PanelDraft::plane) ? 0.85 : lines;
  }

  private double start() {
    return Style.PAGE_MARGIN
        + (sharedY.isEmpty() ? 0 : Style.LINE_HEIGHT * sharedY.size() + Style.LABEL_GAP);
  }

  private void measureColumns() {
    double around = start() + Style.PAGE_MARGIN + COLUMN_GAP * (columns - 1);
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

  private FigureLayout arrange() {
    Optional<Legend> shared = shared();
    List<PanelView> views = new ArrayList<>();
    double y = Style.PAGE_MARGIN;
    for (int first = 0; first < drafts.size(); first += columns) {
      int last = Math.min(first + columns, drafts.size());
      y = arrangeRow(views, first, last, y, shared.isPresent() || chart.facets());
    }
    y -= ROW_GAP;
    Optional<FigureLayout.SharedTitles> titles = Optional.empty();
    if (chart.facets()) {
      FigureLayout.SharedTitles placed = titles(views, y);
      titles = Optional.of(placed);
      int lines = Math.max(placed.x().size(), factorBelow(views) ? 1 : 0);
      y += lines == 0 ? 0 : Style.LABEL_GAP + lines * Style.LINE_HEIGHT;
    }
    Optional<Legend.Placed> legend = Optional.empty();
    if (shared.isPresent()) {
      double edge = width - Style.PAGE_MARGIN;
      Legend.Placed placed = shared.get().place(fonts.labels(), Style.PAGE_MARGIN, edge, y + 4);
      y = placed.area().getMaxY();
      legend = Optional.of(placed);
    }
    double height = Math.ceil(y + Style.PAGE_MARGIN);
    return new FigureLayout(width, height, List.copyOf(views), titles, legend);
  }

  private boolean factorBelow(List<PanelView> views) {
    return !views.get(views.size() - 1).xTicks().factor().isEmpty();
  }

  private FigureLayout.SharedTitles titles(List<PanelView> views, double bottom) {
    double from = views.get(0).area().getMinX();
    double to = views.get(columns - 1).area().getMaxX();
    double top = views.get(0).area().getMinY();
    double low = views.get(views.size() - 1).area().getMaxY();
    String label = chart.panels().get(0).x().label();
    double room = to - from - (factorBelow(views) ? 60 : 0);
    List<String> x = drafts.get(0).lines(label, room);
    double baseline = bottom + Style.LABEL_GAP + fonts.labels().capital();
    return new FigureLayout.SharedTitles(x, (from + to) / 2, baseline, sharedY, (top + low) / 2);
  }

  private double arrangeRow(
      List<PanelView> views, int first, int last, double top, boolean shared) {
    double above = 0;
    for (int i = first; i < last; i++) {
      above = Math.max(above, above(i));
    }
    double plotTop = Math.ceil(top + above);
    double bottom = plotTop + plotHeight;
    double x = start();
    for (int i = first; i < last; i++) {
      int column = i - first;
      double plotLeft = Math.ceil(x + left[column]);
      Rectangle2D area = new Rectangle2D.Double(plotLeft, plotTop, plotWidth, plotHeight);
      double cellRight = plotLeft + plotWidth + right[column];
      PanelView view = view(i, area);
      PanelDraft draft = drafts.get(i);
      if (!shared && !draft.legend.isEmpty()) {
        view = view.with(draft.legend.place(fonts.labels(), x, cellRight, below(view) + 4));
      }
      views.add(view);
      bottom = Math.max(bottom, below(view));
      x = cellRight + COLUMN_GAP;
    }
    return bottom + ROW_GAP;
  }

  private double above(int index) {
    PanelDraft draft = drafts.get(index);
    int lines = title(index).size();
    boolean sides =
        draft.side.filter(side -> !side.ticks().factor().isEmpty()).isPresent()
            || !draft.barTicks.factor().isEmpty();
    boolean factor = (draft.labelledY && !draft.yTicks.factor().isEmpty()) || sides;
    double half = fonts.ticks().capital() / 2 + 1;
    return Math.max(lines * Style.LINE_HEIGHT + (lines > 0 ? 3 : 0), factor ? 11 : half);
  }

  private List<String> title(int index) {
    String title = drafts.get(index).panel.title();
    if (title.isBlank()) {
      return letter(index).isEmpty() ? List.of() : List.of("");
    }
    double letter = fonts.letters().width(letter(index)) + 4;
    double room = plotWidth - (letter(index).isEmpty() ? 0 : letter);
    return fonts.labels().wrapped(title, room, TITLE_LINES);
  }

  private String letter(int index) {
    return drafts.size() == 1 || chart.facets() ? "" : "(" + (char) ('a' + index % 26) + ")";
  }

  private PanelView view(int index, Rectangle2D area) {
    PanelDraft draft = drafts.get(index);
    double factor = fonts.ticks().width(draft.xTicks.factor());
    double room = plotWidth - (factor > 0 ? 2 * (factor + 4) : 0);
    List<String> xTitle = draft.titled ? draft.lines(draft.panel.x().label(), room) : List.of();
    Optional<PanelView> low = low(draft, area, xTitle);
    boolean numbersHere = draft.labelledX && low.isEmpty();
    PanelView view =
        new PanelView(
            draft.panel,
            draft.spans,
            area,
            title(index),
            letter(index),
            numbersHere ? draft.xTicks : draft.xTicks.unlabelled(),
            draft.labelledY ? draft.yTicks : draft.yTicks.unlabelled(),
            low.isEmpty() ? xTitle : List.of(),
            draft.yTitle,
            draft.room(),
            draft.heat,
            draft.barred ? draft.heat.map(scale -> bar(draft, scale, area)) : Optional.empty(),
            draft.side,
            low,
            draft.images.map(
                images ->
                    ImageGrid.of(images, fonts, area.getMinX(), area.getMinY(), area.getWidth())),
            List.of(),
            Optional.empty());
    return InnerLabels.added(view, fonts);
  }

  /** Returns the low plot of a second quantity. */
  private Optional<PanelView> low(PanelDraft draft, Rectangle2D area, List<String> xTitle) {
    return draft
        .low()
        .map(
            second -> {
              Axis x = draft.panel.x();
              Rectangle2D place =
                  new Rectangle2D.Double(
                      area.getMinX(), area.getMaxY() + LOW_GAP, plotWidth, lowHeight);
              return new PanelView(
                  new Panel("", x, second.axis(), second.layers()),
                  new PanelSpans(
                      draft.spans.x(), draft.spans.second().orElseThrow(), Optional.empty()),
                  place,
                  List.of(),
                  "",
                  draft.xTicks,
                  draft.lowTicks,
                  xTitle,
                  draft.lowTitle,
                  draft.room(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  Optional.empty());
            });
  }

  private static PanelView.Bar bar(PanelDraft draft, HeatScale scale, Rectangle2D area) {
    Rectangle2D place =
        new Rectangle2D.Double(
            area.getMaxX() + PanelDraft.BAR_GAP,
            area.getMinY(),
            PanelDraft.BAR_WIDTH,
            area.getHeight());
    return new PanelView.Bar(draft.map.orElseThrow(), scale, draft.barTicks, draft.barTitle, place);
  }

  private double below(PanelView view) {
    if (view.legend().isPresent()) {
      return view.legend().get().area().getMaxY();
    }
    if (view.images().isPresent()) {
      return view.images().get().bottom();
    }
    PanelView lowest = view.lowest();
    boolean marks = lowest.xTicks().major().stream().anyMatch(tick -> !tick.label().isEmpty());
    if (chart.facets() && !marks) {
      return view.bottom() + Style.TICK_LENGTH;
    }
    double ticks = Style.TICK_LENGTH + Style.TICK_GAP + fonts.depth(lowest.xTicks()) + 1;
    int factor = chart.facets() || lowest.xTicks().factor().isEmpty() ? 0 : 1;
    int lines = Math.max(lowest.xTitle().size(), factor);
    double title = lines == 0 ? 0 : Style.LABEL_GAP + lines * Style.LINE_HEIGHT;
    return view.bottom() + ticks + title;
  }

  /**
   * Panels share a legend if none of them says anything that the largest does not say; facets share
   * one that says everything.
   */
  private Optional<Legend> shared() {
    if (chart.facets()) {
      Legend all = Legend.merged(drafts.stream().map(draft -> draft.legend).toList());
      return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
    Legend largest = new Legend(List.of());
    for (PanelDraft draft : drafts) {
      if (draft.legend.entries().size() > largest.entries().size()) {
        largest = draft.legend;
      }
    }
    if (largest.isEmpty()) {
      return Optional.empty();
    }
    for (PanelDraft draft : drafts) {
      if (!largest.entries().containsAll(draft.legend.entries())) {
        return Optional.empty();
      }
    }
    return Optional.of(largest);
  }
}
