package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.config.Change;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.plugin.Source;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.Interval;
import temper.stats.Mean;
import temper.stats.Region;

/** The rule by which claims fall. */
class ClaimsEvaluationTest {

  /** An interval around zero whose half width is 1 / alpha / 1000, so that p is known exactly. */
  private record Widening(double centre) implements Evidence {

    @Override
    public String test() {
      return "widening";
    }

    @Override
    public int n() {
      return 12;
    }

    @Override
    public double estimate() {
      return centre;
    }

    @Override
    public Interval atLevel(double alpha) {
      return new Interval(centre - 0.001 / alpha, centre + 0.001 / alpha);
    }
  }

  /** Evidence of a mean above zero with a p-value. */
  private static Claim.Part part(double p, boolean above) {
    return new Claim.Part("q", new Widening((above ? 1 : -1) * 0.001 / p), Region.above(0));
  }

  private final List<Claim> claims = new ArrayList<>();
  private Source source = new Source("Author", 2020, "Title", "");

  private void claim(String test, String reduced, String experiment, Claim.Part... parts) {
    claims.add(
        new Claim(
            "C-" + (claims.size() + 1),
            "p. 1",
            "s",
            "q",
            test,
            "r",
            "d",
            reduced,
            List.of(experiment),
            tables -> List.of(parts)));
  }

  private List<ClaimRow> rows() {
    Study study =
        new Study() {
          @Override
          public String name() {
            return "study";
          }

          @Override
          public String summary() {
            return "";
          }

          @Override
          public Source source() {
            return source;
          }

          @Override
          public List<Experiment<?>> experiments() {
            return List.of();
          }

          @Override
          public List<Claim> claims() {
            return claims;
          }

          @Override
          public List<Figure> figures() {
            return List.of();
          }
        };
    return ClaimsEvaluation.evaluate(
        study, name -> Change.NONE, TABLES, Map.of("open", "needs data set x"));
  }

  private static final Tables TABLES =
      new Tables() {
        @Override
        public Set<String> experiments() {
          return Set.of("good", "failed");
        }

        @Override
        public Table trials(String experiment) {
          return Table.builder(2)
              .texts("outcome", new String[] {"ok", experiment.equals("failed") ? "failed" : "ok"})
              .build();
        }

        @Override
        public Table table(String experiment, String table) {
          throw new IllegalArgumentException(table);
        }
      };

  private List<String> verdicts() {
    return rows().stream().map(ClaimRow::verdict).toList();
  }

  @Test
  void oneIntervalDecidesInEveryBranchOfTheRule() {
    claim("t", "", "good", part(1e-6, true));
    claim("t", "", "good", part(1e-6, false));
    claim("t", "smaller", "good", part(1e-6, false));
    claim("t", "smaller", "good", part(0.9, true));
    claim("t", "", "open", part(1e-6, true));
    claim("t", "", "failed", part(1e-6, true));
    claim("t", "", "unknown", part(1e-6, true));

    assertEquals(
        List.of(
            "REPRODUCED",
            "REFUTED",
            "NOT_AT_THIS_SCALE",
            "INCONCLUSIVE",
            "NOT_RUN",
            "NOT_RUN",
            "NOT_RUN"),
        verdicts());
    assertEquals("needs data set x", rows().get(4).reason());
    assertEquals("1 trials of failed failed", rows().get(5).reason());
    assertEquals("unknown is not complete", rows().get(6).reason());
    assertEquals(0, rows().get(4).n());
    assertTrue(Double.isNaN(rows().get(4).p()));
    assertEquals("Author (2020), p. 1", rows().get(0).source());
  }

  @Test
  void aClaimOfAStudyThatIsOfNoOnePaperStatesItsOwn() {
    source = new Source("", 0, "the papers named in each claim", "");
    claim("a", "", "good", part(0.5, true));

    assertEquals("p. 1", rows().get(0).source());
  }

  @Test
  void claimsThatWereNotRunCountInTheFamily() {
    claim("t", "", "good", part(0.02, true));
    assertEquals(List.of("REPRODUCED"), verdicts());

    claim("t", "", "open", part(0.5, true));
    claim("t", "", "failed", part(0.5, true));

    assertEquals(List.of("INCONCLUSIVE", "NOT_RUN", "NOT_RUN"), verdicts());
    assertEquals(0.06, rows().get(0).pAdjusted(), 1e-9);
    assertEquals(0.02, rows().get(0).p(), 1e-9);
  }

  @Test
  void holmStepsDownFromTheSmallestPValue() {
    claim("t", "", "good", part(0.03, true));
    claim("t", "", "good", part(0.001, true));
    claim("t", "", "good", part(0.02, true));

    assertEquals(List.of("REPRODUCED", "REPRODUCED", "REPRODUCED"), verdicts());
    assertEquals(0.003, rows().get(1).pAdjusted(), 1e-9);
    assertEquals(0.04, rows().get(2).pAdjusted(), 1e-9);
    assertEquals(0.04, rows().get(0).pAdjusted(), 1e-9);
  }

  @Test
  void exactClaimsStandOutsideOfHolm() {
    claim("t", "", "good", part(0.04, true));
    for (int i = 0; i < 5; i++) {
      claim(Claim.EXACT, "", "good", new Claim.Part("e", new Exact(i), Region.atLeast(2)));
    }

    List<ClaimRow> rows = rows();

    assertEquals("REPRODUCED", rows.get(0).verdict());
    assertEquals(0.04, rows.get(0).pAdjusted(), 1e-9);
    assertEquals("REFUTED", rows.get(1).verdict());
    assertEquals("REPRODUCED", rows.get(3).verdict());
    assertTrue(Double.isNaN(rows.get(3).p()));
    assertTrue(Double.isNaN(rows.get(3).pAdjusted()));
  }

  @Test
  void ofAnExactConjunctionAPartThatFailsStandsInTheTable() {
    claim(
        Claim.EXACT,
        "",
        "good",
        new Claim.Part("first", new Exact(5), Region.atLeast(2)),
        new Claim.Part("second", new Exact(1), Region.atLeast(2)));

    assertEquals(1, rows().get(0).estimate());
    assertEquals("REFUTED", rows().get(0).verdict());
    assertEquals(
        List.of("REPRODUCED", "REFUTED"),
        rows().get(0).parts().stream().map(PartRow::verdict).toList());
  }

  @Test
  void aConjunctionIsDecidedByItsWeakestPart() {
    claim("t", "", "good", part(1e-6, true), part(0.9, true));
    claim("t", "", "good", part(1e-6, true), part(1e-5, false));

    List<ClaimRow> rows = rows();

    assertEquals("INCONCLUSIVE", rows.get(0).verdict());
    assertEquals(0.9, rows.get(0).p(), 1e-9);
    assertEquals("REFUTED", rows.get(1).verdict());
    assertEquals(1e-5, rows.get(1).p(), 1e-9);
  }

  @Test
  void aRefutedConjunctionShowsAPartThatFails() {
    claim("t", "", "good", part(1e-5, true), part(1e-6, false));

    ClaimRow row = rows().get(0);

    assertEquals("REFUTED", row.verdict());
    assertTrue(row.estimate() < 0, "shown: " + row.estimate());
  }

  @Test
  void aClaimThatCannotBeEvaluatedHidesNoOther() {
    claim("t", "", "good");
    claim(Claim.EXACT, "", "good", part(1e-6, true));
    claims.add(
        new Claim(
            "C-3", "p. 1", "s", "q", "t", "r", "d", "", List.of("good"), this::withoutTrials));
    claim("t", "", "good", part(1e-6, true));

    List<ClaimRow> rows = rows();

    assertEquals(
        List.of("NOT_RUN", "NOT_RUN", "NOT_RUN", "REPRODUCED"),
        rows.stream().map(ClaimRow::verdict).toList());
    assertEquals("cannot be evaluated: its test returned no parts", rows.get(0).reason());
    assertEquals(
        "cannot be evaluated: its test is 'exact' but its evidence has a sampling error",
        rows.get(1).reason());
    assertTrue(
        rows.get(2)
            .reason()
            .startsWith("cannot be evaluated: length of values must be at least 1, got 0"),
        rows.get(2).reason());
    // Those that could not be evaluated count in the family all the same.
    assertEquals(3e-6, rows.get(3).pAdjusted(), 1e-12);
  }

  private List<Claim.Part> withoutTrials(Tables tables) {
    return List.of(new Claim.Part("q", Mean.of(new double[0]), Region.above(0)));
  }
}
