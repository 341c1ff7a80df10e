package temper.lab.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import temper.lab.source.SourceCode;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Registry;
import temper.random.StreamRoot;

/**
 * Loads study files and overrides. Every mistake is reported in one {@link ConfigException}.
 *
 * @since 0.1
 */
public final class ConfigLoader {

  private final Registry<Study> studies;
  private final Plugins plugins;
  private final CodeFiles files;
  private final Optional<SourceCode> code;
  private final Parameters parameters;
  private final Binder binder;

  /**
   * A loader.
   *
   * @param studies the studies that a file can name
   * @param plugins the plug-ins that a parameter can name
   */
  public ConfigLoader(Registry<Study> studies, Plugins plugins) {
    this(studies, plugins, CodeFiles.COMPILED, Optional.empty());
  }

  private ConfigLoader(
      Registry<Study> studies, Plugins plugins, CodeFiles files, Optional<SourceCode> code) {
    this.studies = studies;
    this.plugins = plugins;
    this.files = files;
    this.code = code;
    this.parameters = new Parameters(plugins.with(code.map(SourceCode::plugins).orElse(List.of())));
    this.binder = parameters.binder();
  }

  /**
   * A loader that asks before it compiles.
   *
   * @param asked compiles the Java files that configs name, or refuses to
   * @return a loader that differs only in this
   */
  public ConfigLoader asking(CodeFiles asked) {
    return new ConfigLoader(studies, plugins, asked, code);
  }

  /**
   * A loader that knows the study and the plug-ins of a Java file, and takes it for the one that a
   * config names.
   *
   * @param source the file
   * @return a loader that differs only in this
   */
  public ConfigLoader with(SourceCode source) {
    return new ConfigLoader(studies, plugins, files, Optional.of(source));
  }

  /**
   * The Java file whose study and plug-ins are known beside those on the class path.
   *
   * @return empty unless one was given
   */
  public Optional<SourceCode> code() {
    return code;
  }

  /**
   * The texts of parameter records, by the same plug-ins.
   *
   * @return shared and thread-safe
   */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * Loads a study file.
   *
   * @param file the file
   * @param overrides texts of the form {@code key=value}, stronger than the file
   * @return the configuration
   * @throws IOException if the file cannot be read
   * @throws ConfigException if there is a mistake in the file or in an override
   */
  public Configuration load(Path file, List<String> overrides) throws IOException {
    Problems problems = new Problems();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(YamlReader.MOST_BYTES + 1);
    }
    if (bytes.length > YamlReader.MOST_BYTES) {
      YamlReader.tooLarge(file.toString(), Files.size(file), problems);
      problems.throwIfAny();
    }
    Optional<StudySpec> spec = read(file.toString(), bytes, problems);
    Optional<Node.Scalar> named = code.isPresent() ? Optional.empty() : javaFile(spec);
    if (named.isPresent()) {
      Path java = javaFile(file, named.get(), problems);
      return with(files.open(file, java)).load(spec, overrides, problems);
    }
    return load(spec, overrides, problems);
  }

  /**
   * Loads a study file from its text.
   *
   * @param file name of the file in messages
   * @param text the text
   * @param overrides texts of the form {@code key=value}, stronger than the file
   * @return the configuration
   * @throws ConfigException if there is a mistake in the text or in an override
   */
  public Configuration load(String file, String text, List<String> overrides) {
    Problems problems = new Problems();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return load(read(file, bytes, problems), overrides, problems);
  }

  /**
   * Takes a study as it is built, with overrides.
   *
   * @param study the study
   * @param overrides texts of the form {@code key=value}
   * @return the configuration
   * @throws ConfigException if there is a mistake in an override
   */
  public Configuration load(Study study, List<String> overrides) {
    Problems problems = new Problems();
    Map<String, List<Setting>> settings =
        new Overrides(binder, study.experiments(), problems).read(List.of(), overrides);
    problems.throwIfAny();
    return new Configuration(
        parameters,
        code,
        study,
        study.name(),
        study.experiments(),
        settings,
        Map.of(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Takes a study as it is built.
   *
   * @param study the study
   * @param request what the command line says
   * @return the study with everything that decides its results
   * @throws ConfigException if there is a mistake in an override
   */
  public ResolvedStudy resolve(Study study, RunRequest request) {
    return ResolvedStudy.of(load(study, request.overrides()), request);
  }

  /**
   * Loads a study file.
   *
   * @param file the file
   * @param request what the command line says, stronger than the file
   * @return the study with everything that decides its results
   * @throws IOException if the file cannot be read
   * @throws ConfigException if there is a mistake in the file or in an override
   */
  public ResolvedStudy resolve(Path file, RunRequest request) throws IOException {
    return ResolvedStudy.of(load(file, request.overrides()), request);
  }

  private static Optional<StudySpec> read(String file, byte[] bytes, Problems problems) {
    return YamlReader.read(file, bytes, problems).flatMap(node -> StudySpec.read(node, problems));
  }

  private static Optional<Node.Scalar> javaFile(Optional<StudySpec> spec) {
    return spec.flatMap(StudySpec::javaFile);
  }

  /** The Java file that a config names; its mistakes are told first if there is none. */
  private static Path javaFile(Path config, Node.Scalar named, Problems problems) {
    try {
      Path java = config.resolveSibling(named.text()).normalize();
      if (!Files.isRegularFile(java)) {
        problems.add(named.place(), "", NearestFile.message(java));
      }
      problems.throwIfAny();
      return java;
    } catch (InvalidPathException noPath) {
      problems.add(named.place(), "", Texts.quoted(named.text()) + " cannot be a path");
      throw new ConfigException(problems.list());
    }
  }

  private Configuration load(Optional<StudySpec> spec, List<String> overrides, Problems problems) {
    Optional<Study> study = spec.flatMap(found -> study(found, problems));
    if (study.isEmpty()) {
      problems.throwIfAny();
    }
    Configuration configuration =
        resolve(spec.orElseThrow(), study.orElseThrow(), overrides, problems);
    problems.throwIfAny();
    return configuration;
  }

  private Optional<Study> study(StudySpec spec, Problems problems) {
    String name = spec.study().text();
    Optional<Study> own = code.flatMap(SourceCode::study);
    if (name.endsWith(SourceCode.EXTENSION)) {
      if (own.isEmpty()) {
        problems.add(
            spec.study().place(),
            "study",
            code.map(one -> one.fileName() + " declares plug-ins and no study: name it as code")
                .orElse("a Java file can be named only in a config that is a file"));
      }
      return own;
    }
    Optional<Study> study = own.filter(one -> one.name().equals(name)).or(() -> studies.find(name));
    if (study.isEmpty()) {
      String message = "unknown study " + Texts.quoted(name);
      problems.unknown(spec.study().place(), "study", message, name, studies.names());
    }
    return study;
  }

  private Configuration resolve(
      StudySpec spec, Study study, List<String> overrides, Problems problems) {
    Optional<Experiment<?>> chosen = experiment(spec, study, problems);
    List<Experiment<?>> experiments =
        chosen
            .map(one -> selected(study, one, spec.sweep().isPresent()))
            .orElse(study.experiments());
    Map<String, List<Setting>> settings = new LinkedHashMap<>();
    Map<String, SweptCells> sweeps = new LinkedHashMap<>();
    if (chosen.isPresent()) {
      Experiment<?> one = chosen.get();
      List<Setting> all = new ArrayList<>(base(spec, one, problems));
      Map<String, List<Setting>> overriding =
          new Overrides(binder, List.of(one), problems).read(spec.overrides(), overrides);
      all.addAll(overriding.getOrDefault(one.name(), List.of()));
      settings.put(one.name(), all);
      if (spec.sweep().isPresent()) {
        long before = problems.count();
        StreamRoot root = StreamRoot.of(study.name(), StreamRoot.Phase.EXPLORE);
        new SweepReader(binder, binder.shapes().of(one.defaults()), root, one.name(), problems)
            .read(spec.sweep().get(), "sweep")
            .flatMap(sweep -> SweptCells.of(parameters, one, all, sweep, problems))
            .filter(swept -> problems.count() == before)
            .ifPresent(swept -> sweeps.put(one.name(), swept));
      }
    } else if (problems.count() == 0 || !overrides.isEmpty() || !spec.overrides().isEmpty()) {
      settings.putAll(
          new Overrides(binder, study.experiments(), problems).read(spec.overrides(), overrides));
    }
    String name = spec.name().map(Node.Scalar::text).orElse(study.name());
    Configuration configuration =
        new Configuration(
            parameters,
            code,
            study,
            name,
            experiments,
            settings,
            sweeps,
            spec.replicates(),
            Optional.of(spec),
            chosen);
    if (problems.count() == 0) {
      configuration.products(profile(spec), problems);
    } else {
      // Cells are not known yet, but a misspelt key is one whatever they are.
      ProductsReader.checkKeys(spec, problems);
    }
    return configuration;
  }

  private static Profile profile(StudySpec spec) {
    return spec.profile().map(text -> Profile.of(text.text())).orElse(Profile.QUICK);
  }

  /** The experiment that base and sweep speak of; empty if the file speaks of all. */
  private static Optional<Experiment<?>> experiment(
      StudySpec spec, Study study, Problems problems) {
    List<Experiment<?>> all = study.experiments();
    List<String> names = all.stream().map(one -> one.name()).toList();
    if (spec.experiment().isPresent()) {
      Node.Scalar wanted = spec.experiment().get();
      int index = names.indexOf(wanted.text());
      if (index < 0) {
        String message = "unknown experiment " + Texts.quoted(wanted.text());
        problems.unknown(wanted.place(), "experiment", message, wanted.text(), names);
        return Optional.empty();
      }
      return Optional.of(all.get(index));
    }
    if (spec.base().isEmpty() && spec.sweep().isEmpty()) {
      return Optional.empty();
    }
    if (all.size() == 1) {
      return Optional.of(all.get(0));
    }
    String message =
        "the study has several experiments: say with 'experiment' which one base and sweep mean";
    problems.add(new Problem(spec.place(), "experiment", message, List.of(), names));
    return Optional.empty();
  }

  /** An experiment and those whose tables decide it; a swept one is decided by its sweep. */
  private static List<Experiment<?>> selected(Study study, Experiment<?> chosen, boolean swept) {
    Set<String> needed = new LinkedHashSet<>(List.of(chosen.name()));
    if (!swept) {
      List<Experiment<?>> all = study.experiments();
      for (int i = all.size() - 1; i >= 0; i--) { // Deciders stand before what they decide.
        if (needed.contains(all.get(i).name())) {
          needed.addAll(all.get(i).decidedBy());
        }
      }
    }
    return study.experiments().stream()
        .filter(experiment -> needed.contains(experiment.name()))
        .toList();
  }

  private List<Setting> base(StudySpec spec, Experiment<?> experiment, Problems problems) {
    List<Setting> settings = new ArrayList<>();
    if (spec.base().isEmpty()) {
      return settings;
    }
    RecordShape shape = binder.shapes().of(experiment.defaults());
    Node node = spec.base().get();
    if (!(node instanceof Node.Mapping mapping)) {
      String message = "must be a mapping of parameters, not " + node.described();
      problems.add(new Problem(node.place(), "base", message, List.of(), shape.keys()));
      return settings;
    }
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              String at = Binder.join("base", key);
              Target.find(binder.shapes(), shape, key, entry.keyPlace(), at, problems)
                  .ifPresent(
                      target ->
                          binder
                              .edit(entry.value(), at, target.component(), problems)
                              .ifPresent(
                                  edit ->
                                      settings.add(
                                          new Setting(
                                              Axis.of(target, edit, entry.keyPlace(), at),
                                              false,
                                              false))));
            });
    return settings;
  }
}
