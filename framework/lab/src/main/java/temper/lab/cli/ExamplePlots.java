package temper.lab.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import temper.numerics.NumberText;
import temper.plugin.Choice;
import temper.plugin.Example;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/** The examples of a schedule as small plots, as many in a row as the line is wide. */
final class ExamplePlots {

  private static final Horizon RUN = Horizon.ofEpochs(10, 100);
  private static final int COLUMNS = 24;
  private static final int ROWS = 6;
  private static final int GAP = 3;
  private static final int DIGITS = 4;

  private ExamplePlots() {}

  static String text(SchedulePlugin<?> plugin, int width) {
    List<List<String>> plots = new ArrayList<>();
    for (Example<?> example : plugin.examples()) {
      plots.add(plot(plugin, example));
    }
    StringBuilder out = new StringBuilder("Examples, over a run of 1000 steps in 10 epochs:\n");
    int inRow = Math.max(1, (width + GAP) / (COLUMNS + GAP));
    for (int first = 0; first < plots.size(); first += inRow) {
      out.append('\n');
      row(plots.subList(first, Math.min(first + inRow, plots.size())), out);
    }
    return out.toString();
  }

  private static void row(List<List<String>> plots, StringBuilder out) {
    for (int line = 0; line < ROWS + 2; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < plots.size(); i++) {
        text.append(" ".repeat(Math.max(0, i * (COLUMNS + GAP) - text.length())));
        text.append(plots.get(i).get(line));
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  /** Two lines of heading and the curve. */
  private static List<String> plot(SchedulePlugin<?> plugin, Example<?> example) {
    List<String> lines = new ArrayList<>();
    lines.add(cut(example.label()));
    try {
      Schedule schedule =
          Schedule.of(new Choice<SchedulePlugin<?>>(plugin, example.parameters()), RUN);
      double[] values = new double[BraillePlot.samples(COLUMNS)];
      for (int i = 0; i < values.length; i++) {
        values[i] = schedule.at(RUN.totalSteps() * i / (values.length - 1));
      }
      double[] all = new double[(int) RUN.totalSteps() + 1];
      schedule.fill(0, all);
      double low = Arrays.stream(all).min().orElseThrow();
      double high = Arrays.stream(all).max().orElseThrow();
      lines.add(low == high ? number(low) : number(low) + " to " + number(high));
      lines.addAll(BraillePlot.lines(values, low, high, ROWS));
    } catch (IllegalArgumentException doesNotFit) {
      lines.add("needs another run");
      lines.addAll(Collections.nCopies(ROWS, ""));
    }
    return lines;
  }

  private static String number(double value) {
    return NumberText.format(
        new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).doubleValue());
  }

  private static String cut(String label) {
    String line = Printable.line(label);
    return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "\u2026";
  }
}
