package temper.lab.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import temper.lab.report.PartRow;
import temper.lab.store.StoreException;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;

/** Finds what a name on the command line stands for. */
final class Subjects {

  private static final Pattern CELL =
      Pattern.compile("([a-z0-9-]+)/([a-z0-9_-]+)(?:\\[(.*)])?\\.([^\\]]+)");

  private static final Pattern COMPARISON =
      Pattern.compile("comparisons(?:\\[(.*)])?(?:\\.([a-z0-9_]+))?");

  /** Begins the names of sums over all studies of a paper. */
  static final String ALL = "all.";

  private static final List<String> COUNTS = List.of("trials", "cells", "replicates");

  private final Results results;

  Subjects(Results results) {
    this.results = results;
  }

  /**
   * What a name stands for.
   *
   * @throws Unresolved naming the nearest name if there is no such thing
   */
  Subject of(String name) {
    int slash = name.indexOf('/');
    if (slash >= 0 && results.names().contains(name.substring(0, slash))) {
      StudyResults study = results.study(name.substring(0, slash));
      Optional<Subject> found = within(study, name.substring(slash + 1));
      if (found.isPresent()) {
        return found.get();
      }
    } else if (slash < 0 && results.names().contains(name)) {
      return new Subject.OfCount(name, "", "trials");
    } else if (slash < 0) {
      Optional<Subject> count = ofStudy(name);
      if (count.isPresent()) {
        return count.get();
      }
      List<Subject> everywhere =
          results.names().stream()
              .flatMap(study -> ofClaim(results.study(study), name).stream())
              .toList();
      if (everywhere.size() == 1) {
        return everywhere.get(0);
      }
    }
    if (name.startsWith(ALL)) {
      throw new Unresolved(
          "'"
              + name
              + "' is a sum over the studies of a paper; ask for one of them, such as '"
              + results.names().get(0)
              + name.substring(ALL.length() - 1)
              + "'");
    }
    throw new Unresolved(
        "nothing in " + results.folder() + " is named '" + name + "'", name, known());
  }

  private Optional<Subject> ofStudy(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
            || !results.names().contains(name.substring(0, dot))
            || !Subject.OfCount.OF_STUDIES.contains(name.substring(dot + 1))
        ? Optional.empty()
        : Optional.of(new Subject.OfCount(name.substring(0, dot), "", name.substring(dot + 1)));
  }

  private Optional<Subject> within(StudyResults study, String rest) {
    return ofClaim(study, rest)
        .or(() -> ofFinding(study, rest))
        .or(() -> ofFigure(study, rest))
        .or(() -> ofComparison(study, rest))
        .or(() -> ofExperiment(study, rest));
  }

  private static Optional<Subject> ofClaim(StudyResults study, String rest) {
    if (study.claimIds().contains(rest)) {
      return Optional.of(new Subject.OfClaim(study.name(), rest, Field.ESTIMATE));
    }
    int dot = rest.lastIndexOf('.');
    return dot < 0 || !study.claimIds().contains(rest.substring(0, dot))
        ? Optional.empty()
        : Field.of(rest.substring(dot + 1))
            .map(field -> new Subject.OfClaim(study.name(), rest.substring(0, dot), field));
  }

  private static Optional<Subject> ofFinding(StudyResults study, String rest) {
    int slash = rest.indexOf('/');
    if (slash < 0 || !study.ran() || !study.claimIds().contains(rest.substring(0, slash))) {
      return Optional.empty();
    }
    String claim = rest.substring(0, slash);
    String quantity = rest.substring(slash + 1);
    List<String> known = study.findings(claim).stream().map(PartRow::quantity).toList();
    if (known.contains(quantity)) {
      return Optional.of(new Subject.OfFinding(study.name(), claim, quantity, Field.ESTIMATE));
    }
    int dot = quantity.lastIndexOf('.');
    return dot < 0 || !known.contains(quantity.substring(0, dot))
        ? Optional.empty()
        : Field.of(quantity.substring(dot + 1))
            .filter(Field::ofFindings)
            .map(
                field ->
                    new Subject.OfFinding(study.name(), claim, quantity.substring(0, dot), field));
  }

  private static Optional<Subject> ofFigure(StudyResults study, String rest) {
    return figures(study).contains(rest)
        ? Optional.of(new Subject.OfFigure(study.name(), rest))
        : Optional.empty();
  }

  /** The figures of a study, and those that a study file asked for. */
  static Set<String> figures(StudyResults study) {
    Set<String> figures = new TreeSet<>(study.drawn().names());
    study.study().figures().stream().map(Figure::name).forEach(figures::add);
    return figures;
  }

  private static Optional<Subject> ofComparison(StudyResults study, String rest) {
    Matcher comparison = COMPARISON.matcher(rest);
    if (!comparison.matches()) {
      return Optional.empty();
    }
    String where = comparison.group(1);
    String column = comparison.group(2);
    return Optional.of(
        new Subject.OfComparison(
            study.name(),
            where == null ? Map.of() : Calls.where(where),
            column == null ? "finding" : column));
  }

  private static Optional<Subject> ofExperiment(StudyResults study, String rest) {
    List<String> names = study.study().experiments().stream().map(Experiment::name).toList();
    if (names.contains(rest)) {
      return Optional.of(new Subject.OfCount(study.name(), rest, "trials"));
    }
    Matcher cell = CELL.matcher(rest);
    if (cell.matches() && names.contains(cell.group(1))) {
      Map<String, String> where =
          cell.group(3) == null ? new LinkedHashMap<>() : Calls.where(cell.group(3));
      return Optional.of(
          new Subject.OfCell(study.name(), cell.group(1), cell.group(2), where, cell.group(4)));
    }
    int dot = rest.indexOf('.');
    if (dot < 0 || !names.contains(rest.substring(0, dot))) {
      return Optional.empty();
    }
    String what = rest.substring(dot + 1);
    return Optional.of(
        COUNTS.contains(what)
            ? new Subject.OfCount(study.name(), rest.substring(0, dot), what)
            : new Subject.OfSetting(study.name(), rest.substring(0, dot), what));
  }

  /** All names but those of cells, of which there are too many. */
  Set<String> known() {
    Set<String> known = new TreeSet<>();
    for (String name : results.names()) {
      StudyResults study = results.study(name);
      known.add(name);
      for (String claim : study.claimIds()) {
        known.add(name + "/" + claim);
        Field.labels().forEach(field -> known.add(name + "/" + claim + "." + field));
        quantities(study, claim).forEach(one -> known.add(name + "/" + claim + "/" + one));
      }
      figures(study).forEach(figure -> known.add(name + "/" + figure));
      study.study().experiments().forEach(one -> known.add(name + "/" + one.name()));
    }
    return known;
  }

  private static List<String> quantities(StudyResults study, String claim) {
    try {
      return new ArrayList<>(study.findings(claim).stream().map(PartRow::quantity).toList());
    } catch (StoreException damaged) {
      return List.of();
    }
  }
}
