package temper.lab.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import temper.data.DatasetPlugin;
import temper.lab.config.CellPlaces;
import temper.lab.config.ConfigException;
import temper.lab.config.Problem;
import temper.lab.study.CellCheck;

/**
 * Refuses cells that cannot run, all of them at once, before any of them runs, and remarks on those
 * that were hardly meant.
 */
final class CellChecks {

  private static final int REPORTED = 20;

  /** Something wrong, and what set it. */
  private record Found(Optional<CellPlaces.Origin> origin, CellCheck.Misfit misfit) {}

  /** The cells in which the same is wrong. */
  private record Where(long first, long count) {

    Where and(Where later) {
      return new Where(first, count + later.count);
    }
  }

  private CellChecks() {}

  /**
   * Checks the cells of which a trial is not finished.
   *
   * @param finished whether the trial of an index is finished
   * @param library gives files of the user's own
   * @return remarks on what the user set
   * @throws ConfigException if the user set what does not fit
   * @throws PlanException if the study did
   */
  static <P extends Record> List<String> require(
      ExperimentPlan<P> plan,
      LongPredicate finished,
      DatasetPlugin.Library library,
      StopSignal stop) {
    Optional<CellCheck<P>> check = plan.experiment().check(library);
    if (check.isEmpty()) {
      return List.of();
    }
    Map<Found, Where> found = new LinkedHashMap<>();
    Map<Found, Where> remarked = new LinkedHashMap<>();
    for (long first = 0; first < plan.size(); first += plan.replicates()) {
      stop.giveWay(plan.experiment().name());
      if (allFinished(plan, first, finished)) {
        continue;
      }
      long cell = plan.cell(first);
      P parameters = plan.parametersOf(first);
      add(plan, cell, check.get().check(parameters), found);
      if (found.isEmpty()) {
        add(plan, cell, check.get().remarks(parameters), remarked);
      }
    }
    if (!found.isEmpty()) {
      refuse(plan, found);
    }
    // What a study set itself was meant.
    return Messages.of(plan, remarked).placed().stream().map(Problem::toString).toList();
  }

  private static void add(
      ExperimentPlan<?> plan, long cell, List<CellCheck.Misfit> misfits, Map<Found, Where> found) {
    for (CellCheck.Misfit misfit : misfits) {
      Found one = new Found(plan.places().origin(cell, misfit.parameter()), misfit);
      found.merge(one, new Where(cell, 1), Where::and);
    }
  }

  private static boolean allFinished(ExperimentPlan<?> plan, long first, LongPredicate finished) {
    for (long index = first; index < first + plan.replicates(); index++) {
      if (!finished.test(index)) {
        return false;
      }
    }
    return true;
  }

  private static void refuse(ExperimentPlan<?> plan, Map<Found, Where> found) {
    Messages messages = Messages.of(plan, found);
    if (!messages.placed().isEmpty()) {
      throw new ConfigException(messages.placed());
    }
    throw new PlanException(
        "experiment '%s' cannot run: %s"
            .formatted(plan.experiment().name(), String.join("; ", messages.elsewhere())));
  }

  /** What is told of places in a config, and what of cells that a study set. */
  private record Messages(List<Problem> placed, List<String> elsewhere) {

    static Messages of(ExperimentPlan<?> plan, Map<Found, Where> found) {
      Messages messages = new Messages(new ArrayList<>(), new ArrayList<>());
      found.entrySet().stream()
          .limit(REPORTED)
          .forEach(entry -> messages.add(entry.getKey(), cells(plan, entry.getValue())));
      return messages;
    }

    private void add(Found found, String cells) {
      String parameter = found.misfit().parameter();
      String message = found.misfit().reason() + cells;
      found
          .origin()
          .ifPresentOrElse(
              origin -> placed.add(problem(origin, parameter, message)),
              () -> elsewhere.add(parameter + ": " + message));
    }
  }

  /**
   * What set the parameter may stand under another path, such as that of a whole data set; values
   * of a list are numbered.
   */
  private static Problem problem(CellPlaces.Origin origin, String parameter, String message) {
    return new Problem(
        origin.place(), origin.path(), subject(origin, parameter) + message, List.of(), List.of());
  }

  /** The parameter that a message is about; nothing where the place says it. */
  static String subject(CellPlaces.Origin origin, String parameter) {
    String path = origin.path().replaceFirst("\\[\\d+]$", "");
    String last = parameter.substring(parameter.lastIndexOf('.') + 1);
    boolean named = path.endsWith(parameter) || path.endsWith("." + last);
    return named ? "" : parameter + ": ";
  }

  private static String cells(ExperimentPlan<?> plan, Where where) {
    if (plan.cells() == 1) {
      return "";
    }
    String described = plan.places().described(where.first());
    return where.count() == 1
        ? " (in the cell " + described + ")"
        : " (in " + where.count() + " cells, the first " + described + ")";
  }
}
