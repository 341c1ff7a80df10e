package temper.lab.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import temper.lab.source.SourceCode;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;

/**
 * A study together with what a user changed in it, checked.
 *
 * @since 0.1
 */
public final class Configuration {

  private final Parameters parameters;
  private final Optional<SourceCode> code;
  private final Study study;
  private final String name;
  private final List<Experiment<?>> experiments;
  private final Map<String, List<Setting>> settings;
  private final Map<String, SweptCells> sweeps;
  private final OptionalInt replicates;
  private final Optional<StudySpec> file;
  private final Optional<Experiment<?>> chosen;

  Configuration(
      Parameters parameters,
      Optional<SourceCode> code,
      Study study,
      String name,
      List<Experiment<?>> experiments,
      Map<String, List<Setting>> settings,
      Map<String, SweptCells> sweeps,
      OptionalInt replicates,
      Optional<StudySpec> file,
      Optional<Experiment<?>> chosen) {
    this.parameters = parameters;
    this.code = code;
    this.study = study;
    this.name = name;
    this.experiments = List.copyOf(experiments);
    this.settings = new LinkedHashMap<>(settings);
    this.sweeps = new LinkedHashMap<>(sweeps);
    this.replicates = replicates;
    this.file = file;
    this.chosen = chosen;
  }

  /**
   * The study.
   *
   * @return the study as it is built
   */
  public Study study() {
    return study;
  }

  /**
   * The Java file of the study, or of plug-ins that it uses.
   *
   * @return empty where all code is on the class path
   */
  public Optional<SourceCode> code() {
    return code;
  }

  /**
   * The name of the run.
   *
   * @return a safe file name; the study's own where the user gave none
   */
  public String name() {
    return name;
  }

  /**
   * The study file from which this was loaded.
   *
   * @return empty for a study as it is built
   */
  public Optional<StudySpec> file() {
    return file;
  }

  /**
   * The texts of parameter records.
   *
   * @return shared and thread-safe
   */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * The number of replicates that the user asked for.
   *
   * @return empty where the design's own number holds
   */
  public OptionalInt replicates() {
    return replicates;
  }

  /**
   * The experiments that run, in the order of the study.
   *
   * @return all, or the one that the file names and those that decide it
   */
  public List<Experiment<?>> experiments() {
    return experiments;
  }

  /**
   * Whether any parameter, cell or number of replicates differs from the study as it is built, so
   * that its seeds must be exploratory.
   *
   * @return true if something is overridden
   */
  public boolean overridden() {
    return replicates.isPresent()
        || !sweeps.isEmpty()
        || settings.values().stream().anyMatch(list -> !list.isEmpty());
  }

  /**
   * How an experiment differs from what the study says.
   *
   * @param experiment name of an experiment of the study
   * @return what a user did to it
   */
  public Change change(String experiment) {
    Optional<Experiment<?>> selected =
        experiments.stream().filter(one -> one.name().equals(experiment)).findFirst();
    if (selected.isEmpty()) {
      return Change.NOT_SELECTED;
    }
    if (sweeps.containsKey(experiment)) {
      return Change.SWEPT;
    }
    boolean overridden =
        replicates.isPresent()
            || !settings.getOrDefault(experiment, List.of()).isEmpty()
            || selected.get().decidedBy().stream().anyMatch(one -> change(one) != Change.NONE);
    return overridden ? Change.OVERRIDDEN : Change.NONE;
  }

  /**
   * The experiments whose results decide the cells of an experiment. Nothing decides the cells of a
   * sweep, as the file says them.
   *
   * @param experiment an experiment of the study
   * @return their names
   */
  public List<String> deciders(Experiment<?> experiment) {
    return change(experiment.name()) == Change.SWEPT ? List.of() : experiment.decidedBy();
  }

  /**
   * What a user set of the parameters of an experiment, in each of its cells.
   *
   * @param experiment name of an experiment of the study
   * @return the settings, without a sweep
   */
  public GivenSettings settings(String experiment) {
    return GivenSettings.of(
        parameters.binder().shapes(), settings.getOrDefault(experiment, List.of()));
  }

  /**
   * The same configuration with a number of replicates.
   *
   * @param count replicates of each cell, at least 1
   * @return the changed configuration
   * @throws IllegalArgumentException if there are fewer than 1
   */
  public Configuration withReplicates(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("replicates must be >= 1, got " + count);
    }
    return new Configuration(
        parameters,
        code,
        study,
        name,
        experiments,
        settings,
        sweeps,
        OptionalInt.of(count),
        file,
        chosen);
  }

  /**
   * What the file asks to be made of the results of a run.
   *
   * @param profile size of the run
   * @return comparisons and plots, held against the cells of that size
   * @throws ConfigException if there is a mistake in them
   */
  Products products(Profile profile) {
    Problems problems = new Problems();
    Products products = products(profile, problems);
    problems.throwIfAny();
    return products;
  }

  /** What the file asks to be made of results; mistakes become problems. */
  Products products(Profile profile, Problems problems) {
    return file.map(
            spec -> new ProductsReader(this, profile, problems).read(spec, experiments, chosen))
        .orElse(Products.NONE);
  }

  /**
   * The design of an experiment: its sweep if it has one, otherwise its own design with each cell
   * changed as the user said.
   *
   * @param experiment one of {@link #experiments()}
   * @param profile size of the run
   * @param earlier tables of the experiments that decide this one
   * @param <P> the record of parameters
   * @return the design
   * @throws ConfigException if a cell becomes impossible by what the user changed
   */
  public <P extends Record> SweptDesign<P> design(
      Experiment<P> experiment, Profile profile, Tables earlier) {
    SweptDesign<P> design = designed(experiment, profile, earlier);
    return file.map(
            spec ->
                new SweptDesign<>(
                    design.design(),
                    design.labelColumns(),
                    design.labels(),
                    design.notices(),
                    new DocumentPlaces(design.places(), spec.document())))
        .orElse(design);
  }

  private <P extends Record> SweptDesign<P> designed(
      Experiment<P> experiment, Profile profile, Tables earlier) {
    SweptCells sweep = sweeps.get(experiment.name());
    if (sweep != null) {
      @SuppressWarnings("unchecked") // The sweep was made from the defaults of this experiment.
      SweptDesign<P> swept = (SweptDesign<P>) sweep.design();
      boolean decided = !experiment.decidedBy().isEmpty();
      int own = decided ? 1 : experiment.design(profile, earlier).replicates();
      return replicated(swept, replicates.orElse(own));
    }
    Design<P> own = experiment.design(profile, earlier);
    int count = replicates.orElse(own.replicates());
    List<Setting> changes = settings.getOrDefault(experiment.name(), List.of());
    if (changes.isEmpty()) {
      return replicated(SweptDesign.of(own), count);
    }
    Problems problems = new Problems();
    Optional<SweptDesign<P>> changed = changed(own, changes, count, problems);
    problems.throwIfAny();
    return changed.orElseThrow();
  }

  private <P extends Record> Optional<SweptDesign<P>> changed(
      Design<P> own, List<Setting> changes, int count, Problems problems) {
    Place place = changes.get(0).axis().place();
    if (own.cells() > DesignBuilder.MOST_CELLS) {
      problems.add(place, "", "the design has too many cells to be changed: " + own.cells());
      return Optional.empty();
    }
    Cells cells =
        new Cells(
            parameters.binder().shapes(),
            own.cells(),
            own.cell(),
            Setting.blocks(changes),
            Map.of());
    boolean shared = changes.stream().allMatch(Setting::shared);
    return new DesignBuilder(parameters, cells, List.of(), true, place, problems, !shared)
        .<P>build(count)
        .map(
            design ->
                new SweptDesign<>(
                    design.design(), List.of(), i -> List.of(), design.notices(), design.places()));
  }

  private static <P extends Record> SweptDesign<P> replicated(
      SweptDesign<P> swept, int replicates) {
    Design<P> design = swept.design();
    return new SweptDesign<>(
        new Design<>(design.cells(), design.cell(), replicates),
        swept.labelColumns(),
        swept.labels(),
        swept.notices(),
        swept.places());
  }
}
