package temper.lab.importance;

import java.util.List;
import temper.lab.store.CsvWriter;

/**
 * The table of importance in a result folder.
 *
 * @since 0.1
 */
public final class ImportanceCsv {

  /** The name of the file. */
  public static final String FILE = "importance.csv";

  /** How the names of its figures begin. */
  public static final String FIGURES = "figures/importance-";

  private static final List<String> HEADER =
      List.of(
          "experiment",
          "metric",
          "scale",
          "rows",
          "left_out",
          "explained",
          "chance",
          "rank",
          "parameter",
          "shap",
          "share",
          "permutation",
          "trend");

  private ImportanceCsv() {}

  /**
   * Writes importance.
   *
   * @param all importance of metrics; of one that is not ranked only what its forest explains
   * @return CSV with a header
   */
  public static byte[] of(List<Importance> all) {
    CsvWriter out = new CsvWriter();
    out.row(HEADER);
    for (Importance one : all) {
      if (!one.ranked()) {
        begin(out, one).missing().missing().missing().missing().missing().missing().endRow();
        continue;
      }
      int rank = 0;
      for (Importance.Parameter parameter : one.parameters()) {
        rank++;
        begin(out, one).cell(rank).cell(parameter.name()).cell(parameter.shap());
        out.cell(parameter.share()).cell(parameter.permutation());
        if (Double.isNaN(parameter.trend())) {
          out.missing();
        } else {
          out.cell(parameter.trend());
        }
        out.endRow();
      }
    }
    return out.toBytes();
  }

  private static CsvWriter begin(CsvWriter out, Importance one) {
    out.cell(one.experiment()).cell(one.metric()).cell(one.logarithmic() ? "log" : "linear");
    out.cell(one.rows()).cell(one.leftOut()).cell(one.explained());
    return out.cell(one.chance());
  }
}
