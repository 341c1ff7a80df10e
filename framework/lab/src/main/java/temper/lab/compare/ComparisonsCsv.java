package temper.lab.compare;

import java.util.List;
import temper.lab.store.CsvWriter;

/**
 * The table of comparisons in a result folder.
 *
 * @since 0.1
 */
public final class ComparisonsCsv {

  /** The name of the file. */
  public static final String FILE = "comparisons.csv";

  /** Its columns. */
  public static final List<String> COLUMNS =
      List.of(
          "family",
          "experiment",
          "metric",
          "baseline",
          "value",
          "within",
          "test",
          "quantity",
          "n",
          "diverged_baseline",
          "diverged",
          "left_out",
          "estimate",
          "ci_low",
          "ci_high",
          "confidence",
          "p",
          "p_adjusted",
          "finding",
          "standing",
          "reason");

  private ComparisonsCsv() {}

  /**
   * Writes comparisons.
   *
   * @param rows the comparisons
   * @param confirmatory whether the run is
   * @return CSV with a header
   */
  public static byte[] of(List<ComparisonRow> rows, boolean confirmatory) {
    CsvWriter out = new CsvWriter();
    out.row(COLUMNS);
    for (ComparisonRow row : rows) {
      out.cell(row.family()).cell(row.experiment()).cell(row.metric()).cell(row.baseline());
      out.cell(row.value()).cell(row.within()).cell(row.test()).cell(row.quantity());
      out.cell(row.n()).cell(row.divergedBaseline()).cell(row.diverged()).cell(row.leftOut());
      boolean any = row.n() > 0;
      number(out, row.estimate());
      number(out, any ? row.interval().low() : Double.NaN);
      number(out, any ? row.interval().high() : Double.NaN);
      number(out, row.confidence());
      number(out, row.p());
      number(out, row.adjusted());
      out.cell(row.finding().label());
      out.cell(confirmatory ? "confirmatory" : "exploratory").cell(row.reason()).endRow();
    }
    return out.toBytes();
  }

  private static void number(CsvWriter out, double value) {
    if (Double.isNaN(value)) {
      out.missing();
    } else {
      out.cell(value);
    }
  }
}
