package temper.lab.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import temper.data.FileData;
import temper.data.FileDataset;
import temper.data.table.TableException;
import temper.data.table.TableProblem;
import temper.lab.config.CellPlaces;
import temper.lab.config.ConfigException;
import temper.lab.config.Parameters;
import temper.lab.config.Place;
import temper.lab.config.Problem;
import temper.lab.data.DataFolder;
import temper.lab.data.MissingDataException;
import temper.lab.study.Experiment;
import temper.plugin.Choice;

/**
 * Refuses files of the user's own that are missing or do not hold what they should, all mistakes at
 * once, before any trial runs.
 *
 * @since 0.3
 */
public final class FileChecks {

  private final String experiment;
  private final CellPlaces places;
  private final Parameters parameters;
  private final DataFolder folder;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> lines = new LinkedHashSet<>();

  private FileChecks(
      String experiment, CellPlaces places, Parameters parameters, DataFolder folder) {
    this.experiment = experiment;
    this.places = places;
    this.parameters = parameters;
    this.folder = folder;
  }

  /**
   * Checks the files of one cell.
   *
   * @param experiment the experiment
   * @param places where its cells were set
   * @param cell index of the cell
   * @param values the cell
   * @param parameters the texts of parameter records
   * @param folder finds and reads the files
   * @param <P> the record of parameters
   * @throws ConfigException if the user set what does not fit
   * @throws PlanException if the study did
   */
  public static <P extends Record> void require(
      Experiment<P> experiment,
      CellPlaces places,
      long cell,
      P values,
      Parameters parameters,
      DataFolder folder) {
    FileChecks checks = new FileChecks(experiment.name(), places, parameters, folder);
    experiment.files(values).forEach(data -> checks.check(data, cell, values));
    checks.refuse();
  }

  /**
   * Refuses files of a plan that are not there, without reading any.
   *
   * @param missing paths of files
   */
  static <P extends Record> void requirePresent(
      ExperimentPlan<P> plan, Set<String> missing, Parameters parameters, DataFolder folder) {
    FileChecks checks = new FileChecks(plan.experiment().name(), plan.places(), parameters, folder);
    plan.files()
        .forEach(
            (data, cell) -> {
              Record values = plan.parametersOf(cell * plan.replicates());
              data.files().stream()
                  .filter(missing::contains)
                  .forEach(file -> checks.checkPresent(data, file, cell, values));
            });
    checks.refuse();
  }

  /** Checks the files of the cells of which a trial is not finished. */
  static <P extends Record> void require(
      ExperimentPlan<P> plan,
      LongPredicate finished,
      Parameters parameters,
      DataFolder folder,
      StopSignal stop) {
    if (plan.files().isEmpty()) {
      return;
    }
    Map<FileData, Long> unfinished = new LinkedHashMap<>();
    for (long index = 0; index < plan.size(); index++) {
      stop.giveWay(plan.experiment().name());
      if (!finished.test(index)) {
        for (FileData data : plan.experiment().files(plan.parametersOf(index))) {
          unfinished.putIfAbsent(data, plan.cell(index));
        }
        index += plan.replicates() - 1 - plan.replicate(index); // On to the next cell.
      }
    }
    FileChecks checks = new FileChecks(plan.experiment().name(), plan.places(), parameters, folder);
    unfinished.forEach(
        (data, cell) -> checks.check(data, cell, plan.parametersOf(cell * plan.replicates())));
    checks.refuse();
  }

  private void check(FileData data, long cell, Record values) {
    boolean present = true;
    for (String file : data.files()) {
      present &= checkPresent(data, file, cell, values);
    }
    if (!present) {
      return;
    }
    try {
      folder.read(data);
    } catch (MissingDataException refused) {
      if (refused.getCause() instanceof TableException table) {
        table.problems().forEach(problem -> add(problem, data, cell, values));
      } else {
        add(String.valueOf(refused.getMessage()), pathOf(data, values), cell);
      }
    } catch (OutOfMemoryError full) {
      String message = " needs more memory than Java may take; set TEMPER_JAVA_OPTS=-Xmx8g";
      add(String.join(" and ", data.files()) + message, pathOf(data, values), cell);
    }
  }

  private boolean checkPresent(FileData data, String file, long cell, Record values) {
    Optional<String> problem = folder.problemOfFile(file);
    problem.ifPresent(message -> add(message, pathOf(data, file, values), cell));
    return problem.isEmpty();
  }

  private void add(TableProblem problem, FileData data, long cell, Record values) {
    if (problem.parameter().isEmpty()) {
      String found = folder.findFile(problem.file()).map(Object::toString).orElse(problem.file());
      problems.add(
          new Problem(
              new Place(found, problem.line(), problem.column()),
              problem.name(),
              problem.message(),
              problem.suggestions(),
              problem.allowed()));
      return;
    }
    String path = pathOf(data, values);
    String whole = path.isEmpty() ? problem.parameter() : path + "." + problem.parameter();
    add(whole, cell, problem.message(), problem.suggestions(), problem.allowed());
  }

  private void add(String message, String parameter, long cell) {
    add(parameter, cell, message, List.of(), List.of());
  }

  private void add(
      String parameter, long cell, String message, List<String> suggestions, List<String> allowed) {
    Optional<CellPlaces.Origin> origin =
        parameter.isEmpty() ? Optional.empty() : places.origin(cell, parameter);
    if (origin.isEmpty()) {
      String what = parameter.isEmpty() ? "" : parameter + ": ";
      lines.add(
          what
              + new Problem(new Place("", 1, 1), "", message, suggestions, allowed)
                  .toString()
                  .replaceFirst("^:1:1 ", ""));
      return;
    }
    problems.add(
        new Problem(
            origin.get().place(),
            origin.get().path(),
            CellChecks.subject(origin.get(), parameter) + message,
            suggestions,
            allowed));
  }

  /** The path of the choice that reads some data; empty where none does. */
  private String pathOf(FileData data, Record values) {
    return parameters.find(values, value -> reads(value, data)).orElse("");
  }

  /** The path of the parameter that names a file. */
  private String pathOf(FileData data, String file, Record values) {
    String choice = pathOf(data, values);
    return parameters
        .find(values, value -> value.equals(file) || value.equals(Optional.of(file)))
        .filter(path -> path.startsWith(choice))
        .orElse(choice);
  }

  @SuppressWarnings("unchecked") // FileDataset.sources asks what kind of plug-in it is.
  private static boolean reads(Object value, FileData data) {
    return value instanceof Choice<?> choice
        && choice.plugin() instanceof FileDataset<?>
        && FileDataset.sources((Choice<temper.data.DatasetPlugin<?>>) choice).contains(data);
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      throw new ConfigException(new ArrayList<>(problems));
    }
    if (!lines.isEmpty()) {
      throw new PlanException(
          "experiment '%s' cannot run: %s".formatted(experiment, String.join("; ", lines)));
    }
  }
}
