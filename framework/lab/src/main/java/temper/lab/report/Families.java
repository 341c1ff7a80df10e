package temper.lab.report;

import java.util.ArrayList;
import java.util.List;
import temper.lab.compare.ComparisonRow;
import temper.lab.config.Comparison;
import temper.lab.report.ReportModel.FamilyRows;

/** The comparisons of a report, family by family, each with how it was made. */
final class Families {

  private Families() {}

  /** A line for each family: what was compared, and how many findings of each kind there are. */
  static List<String> lines(List<Comparison> comparisons, List<ComparisonRow> rows) {
    List<String> lines = new ArrayList<>();
    for (FamilyRows family : of(comparisons, rows)) {
      List<String> counts = new ArrayList<>();
      for (ComparisonRow.Finding finding : ComparisonRow.Finding.values()) {
        long count = family.rows().stream().filter(row -> row.finding() == finding).count();
        if (count > 0) {
          counts.add(count + " " + finding.label());
        }
      }
      lines.add(family.heading() + ": " + String.join(", ", counts));
    }
    return lines;
  }

  static List<FamilyRows> of(List<Comparison> comparisons, List<ComparisonRow> rows) {
    List<FamilyRows> families = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      int number = i + 1;
      List<ComparisonRow> own = rows.stream().filter(row -> row.family() == number).toList();
      if (!own.isEmpty()) {
        families.add(
            new FamilyRows(comparisons.get(i).described(), method(comparisons.get(i), own), own));
      }
    }
    return families;
  }

  private static String method(Comparison how, List<ComparisonRow> rows) {
    StringBuilder text = new StringBuilder("Value minus baseline within replicates, ");
    text.append(how.test().quantity()).append(" by ").append(how.test().label());
    text.append("; ").append(rows.size()).append(rows.size() == 1 ? " test" : " tests, Holm");
    text.append(" at ").append(Rounded.text(how.level()));
    text.append("; ");
    text.append(
        how.divergence() == Comparison.Divergence.EXCLUDED
            ? "pairs with a trial that diverged are left out and counted"
            : "a trial that diverged counts as the worst");
    int without = rows.stream().mapToInt(ComparisonRow::leftOut).sum();
    int diverged = rows.stream().mapToInt(row -> row.diverged() + row.divergedBaseline()).sum();
    if (how.divergence() == Comparison.Divergence.EXCLUDED && diverged > 0 && without > 0) {
      text.append(": what is left speaks of the trials that did not diverge");
    }
    return text.append('.').toString();
  }
}
