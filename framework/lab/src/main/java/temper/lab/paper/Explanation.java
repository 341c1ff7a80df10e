package temper.lab.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import temper.lab.report.ClaimRow;
import temper.lab.report.Numerals;
import temper.lab.report.PartRow;
import temper.lab.report.Verdict;
import temper.lab.study.Study;
import temper.plugin.Names;
import temper.plugin.Registry;

/**
 * Why a number, verdict or figure of results is what it is: the row, the trials, the seeds, the
 * configuration, the code and the command behind it.
 *
 * @param id the name by which it was asked for, in full
 * @param text as a paper shows it
 * @param entries what is known, by what it is called; texts, numbers and lists of such maps
 * @since 0.3
 */
public record Explanation(String id, String text, Map<String, Object> entries) {

  private static final String ALL = "*";

  /** Copies the map, and keeps its order. */
  public Explanation {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Explains something.
   *
   * @param name such as {@code study/CLAIM}, {@code study/CLAIM.estimate} or {@code study/figure}
   * @param folder the folder that holds a folder for each study; or a result folder, or one that
   *     holds result folders, in which everything has the same names
   * @param known the studies that there are
   * @return the explanation
   * @throws IllegalArgumentException naming the nearest name if there is no such thing
   * @throws temper.lab.store.StoreException if results cannot be read
   */
  public static Explanation of(String name, Path folder, Registry<Study> known) {
    try {
      return new Search(folder, known).of(name);
    } catch (Unresolved unresolved) {
      String nearest =
          unresolved.known().isEmpty()
              ? ""
              : Names.nearest(unresolved.given(), unresolved.known())
                  .map(one -> " Did you mean '" + one + "'?")
                  .orElse("");
      throw new IllegalArgumentException(unresolved.getMessage() + "." + nearest, unresolved);
    }
  }

  /** Explains what was found. */
  static Explanation of(Results results, Subject subject) {
    return new Writer(results, subject).explanation();
  }

  /** The same under another name. */
  Explanation named(String other) {
    return new Explanation(other, text, entries);
  }

  /** Puts an explanation together. */
  private static final class Writer {

    private final Results results;
    private final Subject subject;
    private final StudyResults study;
    private final Map<String, Object> entries = new LinkedHashMap<>();

    Writer(Results results, Subject subject) {
      this.results = results;
      this.subject = subject;
      this.study = results.study(subject.study());
    }

    Explanation explanation() {
      Value value = value();
      entries.put("value", value.exact());
      if (!value.file().isEmpty()) {
        entries.put("row", results.folder().resolve(value.file()) + line(value));
      }
      if (!value.claim().isEmpty()) {
        claim(study.claim(value.claim()));
      }
      if (subject instanceof Subject.OfFigure figure) {
        figure(figure.figure());
      }
      if (subject instanceof Subject.OfComparison comparison) {
        comparison(study.comparisons(), comparison);
      }
      if (study.ran()) {
        origin();
      } else {
        entries.put("command", "./temper run " + study.name() + " --profile full");
      }
      return new Explanation(subject.id(), value.text(), entries);
    }

    private static String line(Value value) {
      return value.line() > 0 ? ":" + value.line() : "";
    }

    /** A claim without a number still has a verdict. */
    private Value value() {
      Values values = new Values(results);
      if (subject instanceof Subject.OfClaim claim
          && claim.field().isNumber()
          && study.claim(claim.claim()).verdict().equals(Verdict.NOT_RUN.name())) {
        return values.of(
            new Subject.OfClaim(claim.study(), claim.claim(), Field.VERDICT), Values.Shape.PLAIN);
      }
      return values.of(subject, Values.Shape.PLAIN);
    }

    private void claim(ClaimRow row) {
      entries.put("claim", row.claim());
      entries.put("statement", row.statement());
      entries.put("source", row.source());
      entries.put("verdict", row.verdict());
      put("reason", row.reason());
      put("standing", study.claimStanding(row.claim()));
      put("reduced", row.reduced());
      put("quantity", row.quantity());
      put("region", row.region());
      entries.put("test", row.test());
      if (!row.verdict().equals(Verdict.NOT_RUN.name())) {
        entries.put("n", row.n());
        if (row.low() != row.high()) {
          entries.put("interval", Numerals.interval(row.low(), row.high()));
          entries.put("p_adjusted", Numerals.probability(row.pAdjusted()));
        }
        if (subject instanceof Subject.OfClaim) {
          findings(row);
        }
      }
    }

    private void findings(ClaimRow row) {
      List<Object> findings = new ArrayList<>();
      for (PartRow part : study.findings(row.claim())) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("quantity", part.quantity());
        one.put("estimate", Numerals.estimate(part.estimate()));
        one.put("region", part.region());
        one.put("verdict", part.verdict());
        findings.add(one);
      }
      if (findings.size() > 1) {
        entries.put("findings", findings);
      }
    }

    private void put(String name, String text) {
      if (!text.isBlank()) {
        entries.put(name, text);
      }
    }

    private void figure(String figure) {
      Path folder = study.folder().resolve("figures");
      if (study.declares(figure)) {
        entries.put("caption", study.figure(figure).caption());
      }
      entries.put("figure", folder.resolve(figure + ".svg").toString());
      entries.put("data", folder.resolve(figure + ".csv").toString());
      entries.put("drawn_from", folder.resolve(figure + "-trials.csv").toString());
    }

    /** The whole row: what was compared, on how many pairs, and what came out. */
    private void comparison(Sheet sheet, Subject.OfComparison comparison) {
      int row = Values.row(sheet, comparison.where());
      entries.remove("value");
      sheet.columns().forEach(column -> put(column, sheet.text(row, column)));
    }

    /** Where it all came from. */
    private void origin() {
      Registered registered = study.registered();
      List<Object> experiments = new ArrayList<>();
      drawnFrom().forEach((name, drawn) -> experiments.add(experiment(registered, name, drawn)));
      entries.put("experiments", experiments);
      entries.put("root", registered.root());
      entries.put("config", study.folder().resolve("study.yaml").toString());
      put("config_sha256", registered.config());
      put("claim_code", registered.claimCode());
      entries.put("check", "./temper verify " + study.folder());
    }

    private Map<String, Object> experiment(Registered registered, String name, String drawn) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("experiment", name);
      if (study.tables().experiments().contains(name)) {
        Sheet trials = study.table(name, "trials");
        one.put("trials", drawn.equals(ALL) ? (long) trials.rows() : Long.parseLong(drawn));
        Map<String, Long> outcomes = new TreeMap<>();
        trials.texts("outcome").forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
        if (drawn.equals(ALL)) {
          outcomes.forEach(one::put);
        }
        one.put("file", trials.file().toString());
      } else {
        one.put("trials", 0L);
      }
      Registered.OfExperiment ran = registered.experiments().get(name);
      if (ran != null) {
        one.put("code", ran.code());
        one.put("command", ran.command());
        one.put("commit", ran.commit());
      }
      return one;
    }

    /** The experiments behind the subject, each with how many of its trials count. */
    private Map<String, String> drawnFrom() {
      Map<String, String> from = new LinkedHashMap<>();
      if (subject instanceof Subject.OfClaim claim) {
        ofClaim(claim.claim(), from);
      } else if (subject instanceof Subject.OfFinding finding) {
        ofClaim(finding.claim(), from);
      } else if (subject instanceof Subject.OfCell cell) {
        from.put(cell.experiment(), ALL);
      } else if (subject instanceof Subject.OfComparison comparison) {
        Sheet sheet = study.comparisons();
        from.put(sheet.text(Values.row(sheet, comparison.where()), "experiment"), ALL);
      } else if (subject instanceof Subject.OfSetting setting) {
        from.put(setting.experiment(), ALL);
      } else if (subject instanceof Subject.OfCount count) {
        if (count.experiment().isEmpty()) {
          study.tables().experiments().forEach(name -> from.put(name, ALL));
        } else {
          from.put(count.experiment(), ALL);
        }
      } else if (subject instanceof Subject.OfFigure figure) {
        ofFigure(figure.figure(), from);
      }
      return from;
    }

    private void ofClaim(String claim, Map<String, String> from) {
      Registered.OfClaim registered = study.registered().claims().get(claim);
      if (registered != null) {
        registered.experiments().forEach(name -> from.put(name, ALL));
      }
    }

    private void ofFigure(String figure, Map<String, String> from) {
      Path file = study.folder().resolve("figures").resolve(figure + "-trials.csv");
      if (!Files.exists(file)) {
        return;
      }
      Sheet trials = Sheet.read(file, List.of("experiment", "trial"));
      for (int i = 0; i < trials.rows(); i++) {
        String name = trials.text(i, "experiment");
        if (trials.text(i, "trial").equals(ALL)) {
          from.put(name, ALL);
        } else {
          from.merge(name, "1", (a, b) -> Long.toString(Long.parseLong(a) + 1));
        }
      }
    }
  }
}
