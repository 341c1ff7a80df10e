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

/** Refuses cells that cannot run, all of them at once, before any of them runs. */
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
   * @throws ConfigException if the user set what does not fit
   * @throws PlanException if the study did
   */
  static <P extends Record> void require(
      ExperimentPlan<P> plan,
      LongPredicate finished,
      DatasetPlugin.Library library,
      StopSignal stop) {
    Optional<CellCheck<P>> check = plan.experiment().check(library);
    if (check.isEmpty()) {
      return;
    }
    Map<Found, Where> found = new LinkedHashMap<>();
    for (long first = 0; first < plan.size(); first += plan.replicates()) {
      stop.giveWay(plan.experiment().name());
      if (allFinished(plan, first, finished)) {
        continue;
      }
      long cell = plan.cell(first);
      for (CellCheck.Misfit misfit : check.get().check(plan.parametersOf(first))) {
        Found one = new Found(plan.places().origin(cell, misfit.parameter()), misfit);
        found.merge(one, new Where(cell, 1), Where::and);
      }
    }
    if (!found.isEmpty()) {
      refuse(plan, found);
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
    List<Problem> problems = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    found.entrySet().stream()
        .limit(REPORTED)
        .forEach(
            entry -> {
              CellCheck.Misfit misfit = entry.getKey().misfit();
              String message = misfit.reason() + cells(plan, entry.getValue());
              entry
                  .getKey()
                  .origin()
                  .ifPresentOrElse(
                      origin -> problems.add(problem(origin, misfit.parameter(), message)),
                      () -> lines.add(misfit.parameter() + ": " + message));
            });
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    throw new PlanException(
        "experiment '%s' cannot run: %s"
            .formatted(plan.experiment().name(), String.join("; ", lines)));
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
