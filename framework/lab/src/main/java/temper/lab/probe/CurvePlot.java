package temper.lab.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import temper.numerics.StableMath;
import temper.train.RateFinder;

/**
 * Draws the curve of a range test in letters.
 *
 * @since 0.2
 */
public final class CurvePlot {

  private static final int HEIGHT = 14;
  private static final int MARGIN = 11;

  private CurvePlot() {}

  /**
   * The curve over the logarithm of the rate.
   *
   * @param curve at least one step
   * @param marks a letter for each rate that is to be marked
   * @param width characters of a line, {@code >= 40}
   * @return lines of text
   */
  public static String text(RateFinder curve, Map<Character, Double> marks, int width) {
    int columns = Math.max(20, width - MARGIN - 2);
    double left = StableMath.log(curve.rate(0));
    double right = StableMath.log(curve.rate(curve.length() - 1));
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < curve.length(); i++) {
      low = Math.min(low, curve.loss(i));
      high = Math.max(high, curve.loss(i));
    }
    char[][] page = new char[HEIGHT][columns];
    for (char[] row : page) {
      Arrays.fill(row, ' ');
    }
    for (Map.Entry<Character, Double> mark : marks.entrySet()) {
      int column = place(StableMath.log(mark.getValue()), left, right, columns);
      for (char[] row : page) {
        row[column] = row[column] == ' ' ? ':' : row[column];
      }
      int top = 0;
      while (top < HEIGHT - 1 && page[top][column] != ':') {
        top++; // Two marks at one rate stand below one another.
      }
      page[top][column] = mark.getKey();
    }
    for (int i = 0; i < curve.length(); i++) {
      int column = place(StableMath.log(curve.rate(i)), left, right, columns);
      int row = HEIGHT - 1 - place(curve.loss(i), low, high, HEIGHT);
      if (page[row][column] == ' ' || page[row][column] == ':') {
        page[row][column] = '*';
      }
    }
    return lines(page, curve, low, high);
  }

  private static int place(double value, double low, double high, int count) {
    double share = high > low ? (value - low) / (high - low) : 0;
    return (int) Math.max(0, Math.min(count - 1, Math.rint(share * (count - 1))));
  }

  private static String lines(char[][] page, RateFinder curve, double low, double high) {
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < HEIGHT; row++) {
      String label = row == 0 ? number(high) : row == HEIGHT - 1 ? number(low) : "";
      out.append(" ".repeat(MARGIN - 1 - label.length())).append(label).append(" |");
      out.append(new String(page[row]).stripTrailing()).append('\n');
    }
    String first = number(curve.rate(0));
    String last = number(curve.rate(curve.length() - 1));
    int columns = page[0].length;
    out.append(" ".repeat(MARGIN)).append('+').append("-".repeat(columns)).append('\n');
    out.append(" ".repeat(MARGIN + 1)).append(first);
    out.append(" ".repeat(Math.max(1, columns - first.length() - last.length()))).append(last);
    return out.append('\n').toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
