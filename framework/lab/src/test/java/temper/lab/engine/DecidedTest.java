package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.compare.Lab;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.study.Study;
import temper.plugin.Registry;
import temper.schedule.builtin.Cosine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Experiments whose cells the results of others decide. */
class DecidedTest {

  @TempDir private Path folder;
  private final List<String> ran = new ArrayList<>();

  /** Three values, and what is decided by them. */
  private Study study() {
    return Probe.study(
        List.of(), noting("first"), noting("second").decidedBy("first"), noting("last"));
  }

  private Probe noting(String name) {
    List<Probe.Cell> cells = new ArrayList<>();
    for (int number : new int[] {5, 6, 7}) {
      cells.add(new Probe.Cell(number, name));
    }
    return new Probe(
        name,
        cells,
        2,
        (cell, trial) -> {
          synchronized (ran) {
            ran.add(name + " " + cell.number() + " " + trial.replicate());
          }
          trial.metric("value", 10 * cell.number() + trial.replicate());
        });
  }

  private ResolvedStudy file(String text) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "format: 1\nstudy: probes\nprofile: smoke\n" + text);
    return new ConfigLoader(Registry.of(Study.class, List.of(study())), Plugins.given(List.of()))
        .resolve(file, RunRequest.NONE);
  }

  private static RunSettings settings(Shard shard, String... only) {
    return new RunSettings(
        1,
        shard,
        false,
        StopSignal.unlimited(),
        DataFolder.ofEnvironment(Map.of()),
        List.of("temper", "run"),
        1000,
        Set.of(only));
  }

  private RunSummary run(ResolvedStudy study, Path out, Shard shard, String... only) {
    ran.clear();
    try (StudyRun run = StudyRun.open(study, out, settings(shard, only), RunListener.NONE)) {
      return run.run();
    }
  }

  @Test
  void nothingDecidesTheCellsOfASweep() throws IOException {
    ResolvedStudy swept =
        file("experiment: second\nreplicates: 2\nsweep: {grid: {number: [1, 2]}}\n");
    Path out = folder.resolve("out");

    try (StudyRun run = StudyRun.open(swept, out, settings(Shard.WHOLE), RunListener.NONE)) {
      PlanSummary.Row row = run.summary().rows().get(0);
      assertEquals(2, row.cells());
      assertEquals(4, row.toRun());
    }
    RunSummary summary = run(swept, out, Shard.WHOLE);

    assertEquals(List.of(), summary.skipped());
    assertEquals(List.of("second 1 0", "second 1 1", "second 2 0", "second 2 1"), ran);
    List<String> trials = Files.readAllLines(out.resolve("second/trials.csv"));
    assertEquals(
        List.of("10", "11", "20", "21"),
        trials.stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList());
    assertEquals(
        List.of(new StudyStatus.Row("second", 4, 4, 0, 0, List.of())),
        StudyStatus.of(swept, out, settings(Shard.WHOLE)).rows());
    assertEquals(4, run(swept, out, Shard.WHOLE).kept());
  }

  @Test
  void aSweepThatGrewRunsWhatIsNew() throws IOException {
    Path out = folder.resolve("out");
    run(file("experiment: second\nsweep: {grid: {number: [1]}}\n"), out, Shard.WHOLE);

    run(file("experiment: second\nsweep: {grid: {number: [1, 2]}}\n"), out, Shard.WHOLE);

    assertEquals(List.of("second 2 0"), ran);
  }

  @Test
  void aMergeTakesTrialsOverThatTheMergedOnesDecide() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    ResolvedStudy study = file("");
    run(study, one, Shard.WHOLE, "first");
    copy(one, two);
    run(study, one, new Shard(1, 2));
    List<String> all = new ArrayList<>(ran);
    run(study, two, new Shard(2, 2));
    all.addAll(ran);
    assertEquals(12 + 6, all.size(), "twice six values decide, beside the last");
    assertTrue(all.contains("second 51 0"), all.toString());

    Path target = folder.resolve("target");
    try (StudyRun run = StudyRun.open(study, target, settings(Shard.WHOLE), RunListener.NONE)) {
      assertEquals(6 + all.size(), run.merge(List.of(one, two)));
    }
    RunSummary after = run(study, target, Shard.WHOLE);

    assertEquals(List.of(), ran);
    assertEquals(6 + all.size(), after.kept());
  }

  @Test
  void settingsOfADecidedExperimentAreRegistered() throws IOException {
    Path out = folder.resolve("out");
    run(file("experiment: second\nbase: {word: old}\n"), out, Shard.WHOLE);
    List<String> before = Files.readAllLines(out.resolve("second/trials.csv"));

    for (String other : List.of("base: {word: new}\n", "", "base: {word: old, number: 1}\n")) {
      ResolvedStudy changed = file("experiment: second\n" + other);
      RegistrationChangedException refused =
          assertThrows(
              RegistrationChangedException.class, () -> run(changed, out, Shard.WHOLE), other);
      assertEquals(List.of("experiment second: settings changed"), refused.differences());
    }

    assertEquals(before, Files.readAllLines(out.resolve("second/trials.csv")));
  }

  @Test
  void theSpellingOfSettingsDoesNotCount() throws IOException {
    Path out = folder.resolve("out");
    run(file("experiment: second\nbase: {word: old, number: 10}\n"), out, Shard.WHOLE);

    ResolvedStudy spelled =
        file("experiment: second\noverrides: ['number=0xA']\nbase:\n  word: \"old\"\n");
    RunSummary again = run(spelled, out, Shard.WHOLE);

    assertEquals(List.of(), ran);
    assertEquals(6 + 2, again.kept());
  }

  @Test
  void settingsMayChangeAsLongAsNoTrialRan() throws IOException {
    Path out = folder.resolve("out");
    run(file("experiment: second\nbase: {word: old}\n"), out, Shard.WHOLE, "first");

    run(file("experiment: second\nbase: {word: new}\n"), out, Shard.WHOLE);

    assertEquals(12, ran.size());
    List<String> trials = Files.readAllLines(out.resolve("second/trials.csv"));
    assertTrue(trials.get(1).contains(",new,"), trials.get(1));
  }

  @Test
  void ofAStudyAsItIsBuiltNoSettingsAreRegistered() throws IOException {
    Path out = folder.resolve("out");
    run(file(""), out, Shard.WHOLE);

    JsonNode second =
        new ObjectMapper()
            .readTree(Files.readString(out.resolve(Registration.FILE)))
            .at("/experiments/1");

    assertEquals(
        List.of("experiment", "plan", "code"),
        second.properties().stream().map(Map.Entry::getKey).toList());
    assertEquals("decided by first", second.get("plan").asString());
  }

  @Test
  void plugInsAreRegisteredThatAConfigChoosesForADecidedExperiment() throws IOException {
    Lab lab = new Lab(folder);
    String text = "experiment: later\nbase: {rate: {warmup: {schedule: {cosine: {}}}}}\n";
    lab.run(lab.file(text), 1);
    Path file = lab.results().resolve(Registration.FILE);
    String registered = Files.readString(file);

    String cosine = "\"" + Cosine.class.getName() + "\" : \"";
    assertTrue(registered.contains(cosine), registered);
    int at = registered.indexOf(cosine) + cosine.length();
    Files.writeString(
        file, registered.substring(0, at) + "0".repeat(64) + registered.substring(at + 64));
    RegistrationChangedException refused =
        assertThrows(RegistrationChangedException.class, () -> lab.run(lab.file(text), 1));
    assertEquals(List.of("experiment later: code changed"), refused.differences());
  }

  @Test
  void aStopWhileALaterStageIsPlannedDoesNotSayThatNothingWasRun() {
    StopSignal stop = StopSignal.unlimited();
    Study study =
        Probe.study(
            List.of(),
            noting("first"),
            noting("second")
                .decidedBy("first")
                .whenPlanned(() -> stop.raise(StopSignal.Reason.INTERRUPTED)));
    List<String> notices = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void notice(String message) {
            notices.add(message);
          }
        };

    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), folder, Probe.settings(stop), listener)) {
      assertEquals(6, run.run().ran());
    }

    assertEquals(List.of("interrupted while 'second' was planned"), notices);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
