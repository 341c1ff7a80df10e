package temper.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import temper.lab.figure.Ticks.Tick;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.lab.study.chart.SecondAxis;

/** What a panel needs around its plot, measured while the plot has no place yet. */
final class PanelDraft {

  static final double BAR_GAP = 5;
  static final double BAR_WIDTH = 7;

  private static final int MOST_X_TICKS = 8;
  private static final int MOST_Y_TICKS = 7;
  private static final int MOST_LOW_TICKS = 3;
  private static final int TITLE_LINES = 2;
  private static final int NAME_LINES = 3;
  private static final double MOST_UPRIGHT = 90;

  final Panel panel;
  final PanelSpans spans;
  final Legend legend;
  final Optional<Layer.Images> images;
  final Optional<Layer.HeatMap> map;
  Optional<HeatScale> heat;

  /** Whether numbers stand below and to the left. */
  boolean labelledX = true;

  boolean labelledY = true;

  /** Whether labels of the axes stand at this panel. */
  boolean titled = true;

  /** Whether there is a colour bar, if there is a map. */
  boolean barred = true;

  Ticks xTicks = Ticks.NONE;
  Ticks yTicks = Ticks.NONE;
  Ticks barTicks = Ticks.NONE;
  Ticks lowTicks = Ticks.NONE;
  List<String> yTitle = List.of();
  List<String> barTitle = List.of();
  List<String> lowTitle = List.of();
  Optional<PanelView.Side> side = Optional.empty();
  double left;
  double right;

  private final Fonts fonts;

  PanelDraft(Panel panel, PanelSpans spans, Fonts fonts) {
    this.panel = panel;
    this.spans = spans;
    this.fonts = fonts;
    legend = Legend.of(panel);
    images = last(panel, Layer.Images.class);
    map = last(panel, Layer.HeatMap.class);
    heat = map.map(HeatScale::of);
  }

  private static <L extends Layer> Optional<L> last(Panel panel, Class<L> kind) {
    return panel.layers().stream().filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b);
  }

  /** Returns whether the panel shows a plane, whose sides are of one kind. */
  boolean plane() {
    return panel.layers().stream()
        .anyMatch(
            layer ->
                layer instanceof Layer.HeatMap
                    || layer instanceof Layer.Contour
                    || layer instanceof Layer.Trajectory);
  }

  /** Returns the second quantity, if it has a plot of its own. */
  Optional<SecondAxis> low() {
    return panel.second().filter(axis -> axis.place() == SecondAxis.Place.BELOW);
  }

  /** Measures what depends on the height of the plot. */
  void measureHeight(double plotHeight, double lowHeight) {
    if (images.isPresent()) {
      return;
    }
    yTicks = vertical(panel.y(), spans.y(), plotHeight, MOST_Y_TICKS);
    yTitle = titled ? lines(panel.y().label(), plotHeight) : List.of();
    Ticks shown = labelledY ? yTicks : Ticks.NONE;
    left = Math.max(aside(fonts.widest(shown), yTitle), fonts.ticks().width(shown.factor()) + 4);
    right = 4;
    if (low().isPresent()) {
      Axis axis = low().get().axis();
      lowTicks = vertical(axis, spans.second().orElseThrow(), lowHeight, MOST_LOW_TICKS);
      lowTitle = lines(axis.label(), lowHeight + LayoutBuilder.LOW_GAP);
      left = Math.max(left, Math.max(aside(room(), yTitle), aside(room(), lowTitle)));
      left = Math.max(left, fonts.ticks().width(lowTicks.factor()) + 4);
    } else if (panel.second().isPresent()) {
      Axis axis = panel.second().get().axis();
      Span span = spans.second().orElseThrow();
      Ticks ticks = vertical(axis, span, plotHeight, MOST_Y_TICKS);
      List<String> title = lines(axis.label(), plotHeight);
      side = Optional.of(new PanelView.Side(span, ticks, title));
      right = aside(fonts.widest(ticks), title);
    }
    if (heat.isPresent() && barred) {
      HeatScale scale = heat.get();
      barTicks = chooser(plotHeight, MOST_Y_TICKS).choose(scale.scale(), scale.span());
      barTitle = lines(map.orElseThrow().label(), plotHeight);
      right = BAR_GAP + BAR_WIDTH + aside(fonts.widest(barTicks), barTitle);
    }
  }

  private TickChooser chooser(double height, int most) {
    double size = fonts.ticks().capital();
    return new TickChooser(height, 5, most, label -> size);
  }

  private Ticks vertical(Axis axis, Span span, double height, int most) {
    return axis.names().isEmpty()
        ? chooser(height, most).choose(axis.scale(), span)
        : names(axis, span, name -> name, Ticks.Kind.NAMES);
  }

  private static Ticks names(
      Axis axis, Span span, java.util.function.UnaryOperator<String> text, Ticks.Kind kind) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < axis.names().size(); i++) {
      if (i >= span.low() && i <= span.high()) {
        ticks.add(new Tick(i, text.apply(axis.names().get(i))));
      }
    }
    return new Ticks(ticks, List.of(), "", kind);
  }

  private double aside(double numbers, List<String> title) {
    double label = title.isEmpty() ? 0 : Style.LABEL_GAP + title.size() * Style.LINE_HEIGHT;
    return Style.TICK_LENGTH + Style.TICK_GAP + numbers + label;
  }

  /** Returns the width of the widest number at the left; labels of both plots stand beyond it. */
  double room() {
    return Math.max(fonts.widest(yTicks), fonts.widest(lowTicks));
  }

  /** Returns a label as lines. */
  List<String> lines(String text, double room) {
    return text.isBlank() ? List.of() : fonts.labels().wrapped(text, room, TITLE_LINES);
  }

  /** Chooses what depends on the width of the plot. */
  void chooseX(double plotWidth) {
    if (images.isPresent()) {
      return;
    }
    Span span = spans.x();
    xTicks = panel.x().names().isEmpty() ? numbers(plotWidth) : named(plotWidth);
    if (xTicks.kind() == Ticks.Kind.UPRIGHT_NAMES || !labelledX) {
      return;
    }
    for (Tick tick : xTicks.major()) {
      double half = width(tick) / 2;
      double at = (tick.position() - span.low()) / span.length() * plotWidth;
      left = Math.max(left, half - at);
      right = Math.max(right, at + half - plotWidth);
    }
  }

  private double width(Tick tick) {
    return tick.label().lines().mapToDouble(fonts.ticks()::width).max().orElse(0);
  }

  private Ticks numbers(double plotWidth) {
    TickChooser chooser =
        new TickChooser(plotWidth, 6, MOST_X_TICKS, label -> fonts.ticks().width(label));
    return chooser.choose(panel.x().scale(), spans.x());
  }

  /** Names in lines if each word has room; else upwards. */
  private Ticks named(double plotWidth) {
    double room = plotWidth / spans.x().length() - 4;
    boolean fits = panel.x().names().stream().allMatch(name -> inLines(name, room).isPresent());
    return fits
        ? names(panel.x(), spans.x(), name -> inLines(name, room).orElse(""), Ticks.Kind.NAMES)
        : names(
            panel.x(),
            spans.x(),
            name -> fonts.ticks().fitted(name, MOST_UPRIGHT),
            Ticks.Kind.UPRIGHT_NAMES);
  }

  /** Returns a name in few lines, broken between words and behind hyphens, if it has room. */
  private Optional<String> inLines(String name, double room) {
    StringBuilder out = new StringBuilder();
    String line = "";
    int lines = 1;
    for (String part : name.strip().split("(?<=-)|(?<=\\s)", -1)) {
      if (!line.isEmpty() && fonts.ticks().width((line + part).strip()) > room) {
        out.append(line.strip()).append('\n');
        line = "";
        lines++;
      }
      line += part;
      if (fonts.ticks().width(line.strip()) > room) {
        return Optional.empty();
      }
    }
    return lines > NAME_LINES ? Optional.empty() : Optional.of(out + line.strip());
  }
}
