package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Configuration;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.config.Schema;
import temper.lab.config.Template;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunSettings;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyView;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.plugin.Registry;
import tools.jackson.databind.JsonNode;

/**
 * The configs that {@code temper init} writes are plans without mistakes, and the JSON Schema that
 * editors are given agrees with the loader: judged by an independent validator.
 */
class ConfigSchemaTest {

  private static final Registry<Study> STUDIES = Registry.of(Study.class);
  private static final ConfigLoader LOADER =
      new ConfigLoader(STUDIES, Plugins.discovered(ConfigSchemaTest.class.getClassLoader()));
  private static final SchemaRegistry VALIDATORS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, com.networknt.schema.Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final Pattern YAML =
      Pattern.compile("```yaml\n(format: 1\n.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  static Stream<Study> studies() {
    return STUDIES.all().stream();
  }

  private static List<String> mistakes(String study, JsonNode config) {
    com.networknt.schema.Schema schema =
        SCHEMAS.computeIfAbsent(
            study, name -> VALIDATORS.getSchema(Schema.of(LOADER.parameters(), STUDIES.get(name))));
    return schema.validate(config).stream().map(Error::toString).toList();
  }

  private static List<String> mistakes(String config) {
    Configuration loaded = LOADER.load("study.yaml", config, List.of());
    return mistakes(loaded.study().name(), loaded.file().orElseThrow().document().toJson());
  }

  /** The config with its base as the comments show it, and its first parameter swept. */
  private static String uncommented(String template) {
    String from = template.substring(template.indexOf("format: 1"));
    int base = from.indexOf("# base:");
    int sweep = from.indexOf("# sweep:");
    return from.substring(0, base) + from.substring(base, sweep).replaceAll("(?m)^# ", "");
  }

  @ParameterizedTest
  @MethodSource("studies")
  void whatInitWritesSatisfiesTheSchemaAndChangesNothing(Study study) {
    for (Experiment<?> experiment : study.experiments()) {
      String template = Template.of(LOADER.parameters(), study, experiment);

      assertTrue(template.startsWith("# yaml-language-server: $schema=" + study.name()), template);
      assertEquals(List.of(), mistakes(template));
      assertFalse(LOADER.load("study.yaml", template, List.of()).overridden());
      boolean parameters = experiment.defaults().getClass().getRecordComponents().length > 0;
      if (parameters) {
        assertEquals(List.of(), mistakes(uncommented(template)), experiment.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void whatInitWritesPlans(Study study) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("study.yaml"),
            Template.of(LOADER.parameters(), study, study.experiments().get(0)));
    ResolvedStudy resolved = LOADER.resolve(config, RunRequest.NONE);
    RunSettings settings =
        new RunSettings(
            1,
            Shard.WHOLE,
            false,
            StopSignal.unlimited(),
            DataFolder.ofEnvironment(Map.of()),
            List.of("temper"),
            Long.MAX_VALUE);

    try (StudyView view = StudyView.open(resolved, folder.resolve("result"), settings)) {
      assertFalse(view.summary().rows().isEmpty());
    }
  }

  @Test
  void theConfigsOfThePagesAndExamplesSatisfyTheSchema() throws IOException {
    List<String> configs = new ArrayList<>();
    for (String page : List.of("../README.md", "../framework/docs/sweeps.md")) {
      YAML.matcher(Files.readString(Path.of(page)))
          .results()
          .map((MatchResult found) -> found.group(1))
          .forEach(configs::add);
    }
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      for (Path example :
          examples.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
        configs.add(Files.readString(example));
      }
    }
    assertTrue(configs.size() >= 7, configs::toString);
    for (String config : configs) {
      assertEquals(List.of(), mistakes(config), config);
    }
  }

  /** Mistakes that the loader refuses are seen in the editor already. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format | format: 2",
        "nmae | nmae: x",
        "experiment | experiment: gaussian-sampel",
        "replicates | replicates: 0",
        "profile | profile: large",
        "code | code: schedules.txt",
        "/base | experiment: gaussian-sample, base: {m: 5}",
        "/base/n | experiment: gaussian-sample, base: {n: 0}",
        "/base/n | experiment: gaussian-sample, base: {n: five}",
        "/base/rate | experiment: gaussian-sample, base: {rate: 1.5}",
        "experiment | base: {n: 5}",
        "/sweep | experiment: gaussian-sample, sweep: {gird: {n: [1]}}",
        "/sweep/grid | experiment: gaussian-sample, sweep: {grid: {m: [1, 2]}}",
        "/sweep/grid/n | experiment: gaussian-sample, sweep: {grid: {n: 3}}",
        "/sweep/random | experiment: gaussian-sample, sweep: {random: {over: {n: [1, 2]}}}",
        "/compare | compare: {metric: annealed_tset, baseline: {n: 5}}",
        "/plot | plot: [{x: n, y: nothing}]",
      })
  void mistakesOfAConfigAreFoundWhereTheyStand(String where, String keys) {
    String format = keys.startsWith("format") ? "" : "format: 1, ";
    String config = "{" + format + "study: convex-linear-regression, " + keys + "}";

    List<String> found = mistakes("convex-linear-regression", parse(config));

    assertTrue(found.stream().anyMatch(one -> one.contains(where)), found::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/base/rate | rate: {cosien: {peak: 0.1}}",
        "/base/rate | rate: {cosine: {peka: 0.1}}",
        "/base/optimizer | optimizer: {sgd: {momentum: {}}}",
        "/base/data | data: [fashion-mnist]",
      })
  void mistakesInChoicesAreFound(String where, String base) {
    String config = "{format: 1, study: training, base: {" + base + "}}";

    List<String> found = mistakes("training", parse(config));

    assertTrue(found.stream().anyMatch(one -> one.contains(where)), found::toString);
  }

  private static JsonNode parse(String yaml) {
    return new tools.jackson.dataformat.yaml.YAMLMapper().readTree(yaml);
  }
}
