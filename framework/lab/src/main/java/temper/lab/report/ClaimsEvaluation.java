package temper.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import temper.lab.config.Change;
import temper.lab.store.Outcome;
import temper.lab.study.Claim;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.stats.Conjunction;
import temper.stats.Holm;
import temper.stats.Hypothesis;
import temper.stats.Interval;
import temper.stats.Position;

/**
 * Decides the claims of a study on its tables.
 *
 * <p>One interval for each quantity, at the claim's level by Holm over all statistical claims of
 * the study: wholly inside its region is {@link Verdict#REPRODUCED}, wholly outside {@link
 * Verdict#REFUTED}, or {@link Verdict#NOT_AT_THIS_SCALE} for a claim that says in which respects it
 * is reduced. Claims that were not run count in the family. Exact claims stand outside of it.
 *
 * @since 0.1
 */
public final class ClaimsEvaluation {

  /** Probability that any claim of a study is decided wrongly. */
  public static final double ALPHA = 0.05;

  private record Evaluated(
      Claim claim, List<Claim.Part> parts, Conjunction conjunction, String reason) {

    boolean ran() {
      return !parts.isEmpty();
    }
  }

  private ClaimsEvaluation() {}

  /**
   * Decides all claims.
   *
   * @param study the study
   * @param changes how each of its experiments differs from what the study says
   * @param tables tables of its complete experiments
   * @param notRun experiments that are not complete, each with the reason
   * @return one row for each claim, in the order of the study
   */
  public static List<ClaimRow> evaluate(
      Study study, Function<String, Change> changes, Tables tables, Map<String, String> notRun) {
    List<Evaluated> evaluated = new ArrayList<>();
    for (Claim claim : study.claims()) {
      evaluated.add(evaluate(changes, claim, tables, notRun));
    }
    List<Evaluated> family =
        evaluated.stream().filter(one -> one.ran() && !one.claim().exact()).toList();
    int familySize = (int) study.claims().stream().filter(claim -> !claim.exact()).count();
    Holm holm =
        Holm.of(
            family.stream().mapToDouble(one -> one.conjunction().p()).toArray(),
            Math.max(1, familySize),
            ALPHA);
    List<ClaimRow> rows = new ArrayList<>();
    for (Evaluated one : evaluated) {
      int place = family.indexOf(one);
      rows.add(
          !one.ran()
              ? notRun(study, one)
              : place < 0
                  ? row(study, one, ALPHA, Double.NaN)
                  : row(study, one, holm.level(place), holm.adjusted(place)));
    }
    return rows;
  }

  private static Evaluated evaluate(
      Function<String, Change> changes, Claim claim, Tables tables, Map<String, String> notRun) {
    Optional<String> obstacle = obstacle(changes, claim, tables, notRun);
    if (obstacle.isPresent()) {
      return without(claim, obstacle.get());
    }
    try {
      Evaluated evaluated = evaluated(claim, tables);
      // Evidence may be computed only when it is asked for.
      evaluated.conjunction().decide(ALPHA);
      evaluated.conjunction().p();
      return evaluated;
    } catch (RuntimeException e) {
      // One that cannot be decided, such as where all trials diverged, does not hide the others.
      boolean changed =
          claim.experiments().stream().anyMatch(name -> changes.apply(name) != Change.NONE);
      // A claim is written for the cells of its study; on others it may find nothing to compare.
      return without(
          claim,
          changed
              ? "cannot be evaluated with these settings: " + Messages.of(e)
              : "cannot be evaluated: " + Messages.placed(e));
    }
  }

  private static Optional<String> obstacle(
      Function<String, Change> changes, Claim claim, Tables tables, Map<String, String> notRun) {
    for (String experiment : claim.experiments()) {
      Change change = changes.apply(experiment);
      if (change == Change.NOT_SELECTED) {
        return Optional.of(experiment + " was not selected");
      }
      if (change == Change.SWEPT) {
        return Optional.of(experiment + " is swept, so that its cells are not those of the claim");
      }
      if (!tables.experiments().contains(experiment)) {
        return Optional.of(notRun.getOrDefault(experiment, experiment + " is not complete"));
      }
      // Claims are not decided on what failures left over.
      int failed = tables.trials(experiment).where("outcome", Outcome.FAILED.label()).rows();
      if (failed > 0) {
        return Optional.of(failed + " trials of " + experiment + " failed");
      }
    }
    return Optional.empty();
  }

  private static Evaluated evaluated(Claim claim, Tables tables) {
    List<Claim.Part> parts = claim.evaluation().apply(tables);
    if (parts.isEmpty()) {
      throw new IllegalStateException("its test returned no parts");
    }
    if (claim.exact() && !parts.stream().allMatch(part -> part.evidence().exact())) {
      // It would be decided outside of the family, at a level of its own.
      throw new IllegalStateException(
          "its test is '" + Claim.EXACT + "' but its evidence has a sampling error");
    }
    return new Evaluated(
        claim,
        parts,
        new Conjunction(parts.stream().map(ClaimsEvaluation::hypothesis).toList()),
        "");
  }

  private static Evaluated without(Claim claim, String reason) {
    // A claim without parts is never decided; the conjunction only fills its place.
    return new Evaluated(
        claim,
        List.of(),
        new Conjunction(
            List.of(new Hypothesis(new temper.stats.Exact(0), temper.stats.Region.atLeast(0)))),
        reason);
  }

  private static ClaimRow notRun(Study study, Evaluated one) {
    Claim claim = one.claim();
    return new ClaimRow(
        claim.id(),
        source(study, claim),
        claim.statement(),
        claim.quantity(),
        claim.test(),
        claim.region(),
        0,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Verdict.NOT_RUN.name(),
        claim.reduced(),
        one.reason(),
        List.of());
  }

  private static ClaimRow row(Study study, Evaluated one, double level, double adjusted) {
    Claim claim = one.claim();
    Claim.Part shown = shown(one, level);
    Interval interval = shown.evidence().atLevel(level);
    List<PartRow> parts = one.parts().stream().map(part -> part(claim, part, level)).toList();
    return new ClaimRow(
        claim.id(),
        source(study, claim),
        claim.statement(),
        claim.quantity(),
        claim.test(),
        claim.region(),
        shown.evidence().n(),
        shown.evidence().estimate(),
        interval.low(),
        interval.high(),
        claim.exact() ? Double.NaN : one.conjunction().p(),
        adjusted,
        verdict(one.conjunction().decide(level), claim).name(),
        claim.reduced(),
        "",
        parts);
  }

  /**
   * The part that stands for the claim in a table: of exact claims one that fails; else the one
   * that is decided last, of a claim that fails among the parts that fail.
   */
  private static Claim.Part shown(Evaluated one, double level) {
    if (one.claim().exact()) {
      return one.parts().stream()
          .filter(part -> hypothesis(part).decide(level) != Position.INSIDE)
          .findFirst()
          .orElse(one.parts().get(0));
    }
    boolean fails = one.conjunction().decide(level) == Position.OUTSIDE;
    List<Claim.Part> candidates =
        one.parts().stream()
            .filter(part -> !fails || hypothesis(part).decide(level) == Position.OUTSIDE)
            .toList();
    Hypothesis weakest =
        new Conjunction(candidates.stream().map(ClaimsEvaluation::hypothesis).toList()).weakest();
    return candidates.stream()
        .filter(part -> part.evidence() == weakest.evidence())
        .findFirst()
        .orElseThrow();
  }

  private static Hypothesis hypothesis(Claim.Part part) {
    return new Hypothesis(part.evidence(), part.region());
  }

  private static PartRow part(Claim claim, Claim.Part part, double level) {
    Hypothesis hypothesis = hypothesis(part);
    Interval interval = part.evidence().atLevel(level);
    return new PartRow(
        part.quantity(),
        part.evidence().test(),
        part.region().toString(),
        part.evidence().n(),
        part.evidence().estimate(),
        interval.low(),
        interval.high(),
        part.evidence().exact() ? Double.NaN : hypothesis.p(),
        verdict(hypothesis.decide(level), claim).name());
  }

  private static Verdict verdict(Position position, Claim claim) {
    return switch (position) {
      case INSIDE -> Verdict.REPRODUCED;
      case OUTSIDE -> claim.reduced().isEmpty() ? Verdict.REFUTED : Verdict.NOT_AT_THIS_SCALE;
      case UNDECIDED -> Verdict.INCONCLUSIVE;
    };
  }

  private static String source(Study study, Claim claim) {
    // A study that is of no one paper says with each claim which paper it is of.
    return study.source().year() == 0
        ? claim.place()
        : study.source().citation() + ", " + claim.place();
  }
}
