package temper.lab.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import temper.lab.study.Column;

/**
 * The file {@code summary.csv}, written while the trials pass by: a row for each cell with the
 * means of its metrics and their intervals.
 */
final class Summary {

  private static final double LEVEL_975 = 0.975;

  private final Layout layout;
  private final ReplacingOutput out;
  private final CsvLine line = new CsvLine();
  private final CsvWriter text = new CsvWriter();
  private final MetricCells cells;
  private final List<Integer> numeric = new ArrayList<>();
  private final double[][] values;
  private final int[] counts;
  private double[] quantiles = new double[16];
  private long cell = -1;
  private byte[] parameters = {};
  private long ok;
  private long diverged;
  private long failed;
  private long incomplete;

  Summary(Layout layout, ReplacingOutput out) throws IOException {
    this.layout = layout;
    this.out = out;
    for (int i = 0; i < layout.metrics().size(); i++) {
      if (layout.metrics().get(i).holdsNumbers()) {
        numeric.add(i);
      }
    }
    this.cells = new MetricCells(layout.metrics().size());
    this.values = new double[numeric.size()][8];
    this.counts = new int[numeric.size()];
    List<String> header = new ArrayList<>(layout.parameters().stream().map(Column::name).toList());
    columns(layout.metrics()).forEach(column -> header.add(column.name()));
    out.write(new CsvWriter().row(header).toBytes());
  }

  /** The columns behind the parameters. */
  static List<Column> columns(List<Column> metrics) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.integer("ok", "trials that ended ok"));
    columns.add(Column.integer("diverged", "trials that diverged"));
    columns.add(Column.integer("failed", "trials that failed"));
    columns.add(
        Column.integer(
            "incomplete", "trials that ended ok in which a metric is missing or not finite"));
    for (Column metric : metrics) {
      if (metric.holdsNumbers()) {
        String of = " of the finite values of trials that ended ok: " + metric.description();
        columns.add(Column.number(metric.name() + "_mean", "mean" + of).in(metric.unit()));
        columns.add(
            Column.number(
                    metric.name() + "_ci95_low",
                    "lower end of the 95 % t interval for the mean" + of)
                .in(metric.unit()));
        columns.add(
            Column.number(
                    metric.name() + "_ci95_high",
                    "upper end of the 95 % t interval for the mean" + of)
                .in(metric.unit()));
      }
    }
    return columns;
  }

  /** Takes in a trial; trials of a cell come one after another. */
  void add(long ofCell, byte[] ofParameters, StoredRecord record) throws IOException {
    if (ofCell != cell) {
      finish();
      cell = ofCell;
      parameters = ofParameters;
    }
    switch (record.outcome()) {
      case DIVERGED -> diverged++;
      case FAILED -> failed++;
      case OK -> {
        ok++;
        addValues(record);
      }
    }
  }

  private void addValues(StoredRecord record) {
    cells.split(record.bytes(), record.metricsStart(), record.metricsLength());
    boolean whole = true;
    for (int i = 0; i < counts.length; i++) {
      double value = cells.number(numeric.get(i));
      if (Double.isFinite(value)) {
        if (counts[i] == values[i].length) {
          values[i] = Arrays.copyOf(values[i], 2 * counts[i]);
        }
        values[i][counts[i]++] = value;
      } else {
        whole = false;
      }
    }
    if (!whole) {
      incomplete++;
    }
  }

  /** Writes the row of the last cell. */
  void finish() throws IOException {
    if (ok + diverged + failed == 0) {
      return;
    }
    text.clear().cell(ok).cell(diverged).cell(failed).cell(incomplete);
    for (int i = 0; i < counts.length; i++) {
      interval(values[i], counts[i]);
    }
    line.clear();
    if (!layout.parameters().isEmpty()) {
      line.append(parameters).append((byte) ',');
    }
    out.write(line.append(text.endRow().toBytes()));
    ok = 0;
    diverged = 0;
    failed = 0;
    incomplete = 0;
    Arrays.fill(counts, 0);
  }

  /** Mean and interval; two passes, so that a large mean does not drown a small spread. */
  private void interval(double[] all, int n) {
    if (n == 0) {
      text.missing().missing().missing();
      return;
    }
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(all[i]));
    }
    // A power of two changes no digit, and keeps squares within range.
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    int scale = Math.abs(exponent) > 400 ? exponent : 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.scalb(all[i], -scale);
    }
    double rough = sum / n;
    double rest = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double apart = Math.scalb(all[i], -scale) - rough;
      rest += apart;
      squares += apart * apart;
    }
    double mean = rough + rest / n;
    text.cell(Math.scalb(mean, scale));
    if (n == 1) {
      text.missing().missing();
      return;
    }
    double variance = Math.max(0, squares - rest * rest / n) / (n - 1);
    double half = quantile(n - 1) * Math.sqrt(variance / n);
    text.cell(Math.scalb(mean - half, scale)).cell(Math.scalb(mean + half, scale));
  }

  private double quantile(int degrees) {
    if (degrees >= quantiles.length) {
      quantiles = Arrays.copyOf(quantiles, Math.max(degrees + 1, 2 * quantiles.length));
    }
    if (quantiles[degrees] == 0) {
      quantiles[degrees] = new TDistribution(null, degrees).inverseCumulativeProbability(LEVEL_975);
    }
    return quantiles[degrees];
  }
}
