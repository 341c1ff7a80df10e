package temper.lab.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import temper.lab.config.Place;
import temper.lab.report.ClaimRow;
import temper.lab.store.StoreException;

/**
 * What the macros of a manuscript stand for.
 *
 * @param values what each call of a macro says, by {@link Tex.Call#key()}
 * @param studies the studies that it speaks of, in order of their first mention
 * @param first where each study is mentioned first
 */
record Resolution(Map<String, Value> values, List<String> studies, Map<String, Place> first) {

  /** What a call says. */
  Value of(Tex.Call call) {
    Value value = values.get(call.key());
    if (value == null) {
      throw new IllegalStateException(call.key());
    }
    return value;
  }

  /** Looks up everything that a manuscript asks of results. */
  static Resolution of(Manuscript manuscript, Values lookup, PaperProblems problems) {
    Resolver resolver = new Resolver(manuscript, lookup, problems);
    resolver.studies();
    resolver.values();
    return new Resolution(resolver.values, List.copyOf(resolver.first.keySet()), resolver.first);
  }

  /** Collects values and problems. */
  private static final class Resolver {

    private final Manuscript manuscript;
    private final Values lookup;
    private final PaperProblems problems;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Place> first = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();

    Resolver(Manuscript manuscript, Values lookup, PaperProblems problems) {
      this.manuscript = manuscript;
      this.lookup = lookup;
      this.problems = problems;
    }

    /** Finds out which studies are spoken of, since some macros are about all of them. */
    void studies() {
      for (Tex.Call call : manuscript.calls()) {
        if (call.name().equals("resultfigure")) {
          shown.add(call.raw(0));
        }
        if (isAboutResults(call) && !call.arguments().isEmpty()) {
          String name = call.raw(0).replaceAll("/.*", "");
          if (lookup.results().names().contains(name)) {
            first.putIfAbsent(name, call.place());
          }
        }
      }
    }

    private static boolean isAboutResults(Tex.Call call) {
      Command.Role role = call.command().role();
      return role == Command.Role.VALUE
          || role == Command.Role.BLOCK
          || call.name().equals("holds")
          || call.name().equals("allhold");
    }

    void values() {
      for (Tex.Call call : manuscript.calls()) {
        if (!isAboutResults(call)) {
          continue;
        }
        try {
          resolve(call);
        } catch (Unresolved unresolved) {
          problems.unknown(
              call.place(),
              "\\" + call.name() + ": " + unresolved.getMessage(),
              unresolved.given(),
              unresolved.known());
        } catch (StoreException | NumberFormatException damaged) {
          problems.add(call.place(), "\\" + call.name() + ": " + damaged.getMessage());
        }
      }
    }

    private void resolve(Tex.Call call) {
      switch (call.name()) {
        case "holds" -> holds(call);
        case "allhold" -> allHold(call);
        case "claimstable" -> lookup.results().study(call.raw(0)).claimRows();
        case "verdictstable", "allclaims" ->
            first.keySet().forEach(name -> lookup.results().study(name).claimRows());
        default -> values.put(call.key(), value(call));
      }
      if (call.name().equals("figureref") && !shown.contains(call.raw(0))) {
        throw new Unresolved(
            "figure '" + call.raw(0) + "' is not shown by \\resultfigure", call.raw(0), shown);
      }
    }

    private Value value(Tex.Call call) {
      Values.Shape shape = Values.Shape.of(call.option());
      switch (call.name()) {
        case "claimcount", "verdictcount" -> {
          if (call.raw(0).equals("all")) {
            boolean claims = call.name().equals("claimcount");
            return lookup.sum(
                new ArrayList<>(first.keySet()), claims ? "claims" : Calls.verdict(call.raw(1)));
          }
          return lookup.of(Calls.subject(call), shape);
        }
        case "claim" -> {
          Value verdict = lookup.of(Calls.subject(call), shape);
          return verdict.saying(verdict.claim());
        }
        case "cellinterval" -> {
          return lookup.interval(
              Calls.cell(call, "_ci95_low"), Calls.cell(call, "_ci95_high"), shape);
        }
        case "runcommand", "rootname" -> {
          return lookup.registered(call.raw(0), call.name());
        }
        default -> {
          return lookup.of(Calls.subject(call), shape);
        }
      }
    }

    /** A sentence about all claims of a study. */
    private void allHold(Tex.Call call) {
      String wanted = Calls.verdict(call.raw(1));
      List<String> others =
          lookup.results().study(call.raw(0)).claimRows().stream()
              .filter(row -> !row.verdict().equals(wanted))
              .map(row -> row.claim() + " is " + row.verdict())
              .toList();
      if (!others.isEmpty()) {
        throw new Unresolved(
            "this sentence no longer holds: it needs all claims of '"
                + call.raw(0)
                + "' to be "
                + wanted
                + ", and "
                + Values.listed(others));
      }
    }

    /** A sentence stands only as long as its claim fell as the sentence says. */
    private void holds(Tex.Call call) {
      Subject.OfClaim subject = Calls.claim(call.raw(0), Field.VERDICT);
      String wanted = Calls.verdict(call.raw(1));
      ClaimRow row = lookup.results().study(subject.study()).claim(subject.claim());
      if (!row.verdict().equals(wanted)) {
        throw new Unresolved(
            "this sentence no longer holds: it needs claim '"
                + row.claim()
                + "' to be "
                + wanted
                + ", and it is "
                + row.verdict());
      }
      values.put(call.key(), lookup.of(subject, Values.Shape.PLAIN));
    }
  }
}
