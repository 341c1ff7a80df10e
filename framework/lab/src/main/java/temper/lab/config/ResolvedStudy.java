package temper.lab.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import temper.lab.source.SourceCode;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.random.StreamRoot;

/**
 * A study with everything that decides its results: settings, profile and seeds.
 *
 * @since 0.1
 */
public final class ResolvedStudy {

  private static final int HASH_DIGITS = 8;
  private static final Set<String> OF_EVERY_STUDY = Set.of("format", "study", "profile");

  private final Configuration configuration;
  private final Profile profile;
  private final List<String> overrides;
  private final Products products;

  private ResolvedStudy(Configuration configuration, Profile profile, List<String> overrides) {
    this.configuration = configuration;
    this.profile = profile;
    this.overrides = List.copyOf(overrides);
    this.products = configuration.products(profile);
  }

  /**
   * Resolves a configuration. The profile is what the command line says, else what the file says,
   * else quick.
   *
   * @param configuration the study with its settings, the overrides of the request included
   * @param request what the command line says
   * @return the resolved study
   * @throws ConfigException if what is to be compared or drawn does not suit the cells
   */
  static ResolvedStudy of(Configuration configuration, RunRequest request) {
    List<String> overrides = new ArrayList<>();
    configuration.file().map(StudySpec::overrides).orElse(List.of()).stream()
        .map(Node.Scalar::text)
        .filter(text -> !Overrides.isReplaced(text, request.overrides()))
        .forEach(overrides::add);
    overrides.addAll(request.overrides());
    Profile profile =
        request
            .profile()
            .or(
                () ->
                    configuration
                        .file()
                        .flatMap(StudySpec::profile)
                        .map(text -> Profile.of(text.text())))
            .orElse(Profile.QUICK);
    OptionalInt replicates = request.replicates();
    return new ResolvedStudy(
        replicates.isPresent()
            ? configuration.withReplicates(replicates.getAsInt())
            : configuration,
        profile,
        overrides);
  }

  /**
   * The study.
   *
   * @return the study as it is built
   */
  public Study study() {
    return configuration.study();
  }

  /**
   * The Java file of the study, or of plug-ins that it uses.
   *
   * @return empty where all code is on the class path
   */
  public Optional<SourceCode> code() {
    return configuration.code();
  }

  /**
   * The study file from which this was loaded.
   *
   * @return its path as it was named; empty for a study as it is built
   */
  public Optional<Path> file() {
    return configuration.file().map(spec -> Path.of(spec.place().file()));
  }

  /**
   * The size of the run.
   *
   * @return the profile
   */
  public Profile profile() {
    return profile;
  }

  /**
   * What the study file asks to be made of the results.
   *
   * @return comparisons and plots
   */
  public Products products() {
    return products;
  }

  /**
   * The texts of parameter records.
   *
   * @return shared and thread-safe
   */
  public Parameters parameters() {
    return configuration.parameters();
  }

  /**
   * The experiments that run, in the order of the study.
   *
   * @return at least one experiment
   */
  public List<Experiment<?>> experiments() {
    return configuration.experiments();
  }

  /**
   * The design of an experiment.
   *
   * @param experiment one of {@link #experiments()}
   * @param earlier tables of the experiments that decide this one
   * @param <P> the record of parameters
   * @return its cells and replicates
   * @throws ConfigException if a cell becomes impossible by what the user changed
   */
  public <P extends Record> SweptDesign<P> design(Experiment<P> experiment, Tables earlier) {
    return configuration.design(experiment, profile, earlier);
  }

  /**
   * How an experiment differs from what the study says.
   *
   * @param experiment name of an experiment of the study
   * @return what a user did to it
   */
  public Change change(String experiment) {
    return configuration.change(experiment);
  }

  /**
   * The experiments whose results decide the cells of an experiment in this run. Nothing decides
   * the cells of a sweep, as the config says them.
   *
   * @param experiment an experiment of the study
   * @return their names; empty if its cells are known from the start
   */
  public List<String> deciders(Experiment<?> experiment) {
    return configuration.deciders(experiment);
  }

  /**
   * What a user set of the parameters of an experiment, in each of its cells.
   *
   * @param experiment name of an experiment of the study
   * @return the settings, without a sweep
   */
  public GivenSettings settings(String experiment) {
    return configuration.settings(experiment);
  }

  /**
   * Whether anything is not as the study says: parameters, cells, replicates, or which experiments
   * run.
   *
   * @return true if a user changed something
   */
  public boolean changed() {
    return study().experiments().stream().anyMatch(one -> change(one.name()) != Change.NONE);
  }

  /**
   * Whether the run decides claims: the full profile with nothing changed.
   *
   * @return true if its seeds are the confirmatory ones
   */
  public boolean confirmatory() {
    return profile == Profile.FULL && !configuration.overridden();
  }

  /**
   * The name of the root of all random streams.
   *
   * @return one of two names for each study: confirmatory seeds are never explored
   */
  public String rootName() {
    return StreamRoot.of(
            study().name(), confirmatory() ? StreamRoot.Phase.CONFIRM : StreamRoot.Phase.EXPLORE)
        .name();
  }

  /**
   * The name of the run, which names its folder: the profile, or the file's own name, or for a
   * study that is changed on the command line the profile with a hash of the changes.
   *
   * @return a safe file name
   */
  public String runName() {
    if (configuration.file().flatMap(StudySpec::name).isPresent()) {
      return configuration.name() + (overrides.isEmpty() ? "" : "-" + hash());
    }
    return profile.label() + (configuration.overridden() ? "-" + hash() : "");
  }

  private String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text(StudySpec.OF_RESULTS).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /**
   * The study file that gives exactly this run, without anything on the command line.
   *
   * @return YAML, one key a line
   */
  public String text() {
    return text(List.of());
  }

  /** The study file without some keys: what is made of results does not change them. */
  private String text(List<String> without) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("format", "1");
    boolean ofFile = code().flatMap(SourceCode::study).filter(study()::equals).isPresent();
    String file = code().map(code -> "./" + code.fileName()).orElse("");
    keys.put("study", ofFile ? file : study().name());
    if (!ofFile && !file.isEmpty()) {
      keys.put("code", file);
    }
    keys.put("profile", profile.label());
    if (configuration.file().isPresent()
        && configuration.file().get().document() instanceof Node.Mapping document) {
      document
          .entries()
          .forEach((key, entry) -> keys.putIfAbsent(key, YamlWriter.flow(entry.value())));
    }
    configuration.replicates().ifPresent(n -> keys.put("replicates", Integer.toString(n)));
    if (!overrides.isEmpty()) {
      List<String> quoted = overrides.stream().map(ResolvedStudy::quoted).toList();
      keys.put("overrides", "[" + String.join(", ", quoted) + "]");
    }
    without.forEach(keys::remove);
    StringBuilder out = new StringBuilder();
    if (ofFile) {
      keys.remove("code");
    }
    keys.forEach((key, value) -> out.append(key).append(": ").append(value).append('\n'));
    return out.toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    RecordText.quote(text, out);
    return out.toString();
  }

  /**
   * The command that repeats the run: from the study file in the folder that its name gives it
   * where anything was changed.
   *
   * @return a command line
   */
  public String command() {
    boolean builtIn =
        configuration
            .file()
            .map(file -> file.document().toJson().properties())
            .map(keys -> keys.stream().allMatch(key -> OF_EVERY_STUDY.contains(key.getKey())))
            .orElse(true);
    String folder = "results/" + study().name() + "/" + runName() + "/";
    String named = code().map(code -> " --code " + folder + code.fileName()).orElse("");
    return builtIn && !configuration.overridden() && named.isEmpty()
        ? "./temper run " + study().name() + " --profile " + profile.label()
        : "./temper run " + folder + "study.yaml" + named;
  }
}
