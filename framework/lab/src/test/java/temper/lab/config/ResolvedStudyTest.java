package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.Fixture.Training;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Registry;

class ResolvedStudyTest {

  private static List<String> cells(ResolvedStudy study) {
    return cells(study, study.experiments().get(0));
  }

  private static <P extends Record> List<String> cells(ResolvedStudy study, Experiment<P> one) {
    SweptDesign<P> swept = study.design(one, new Fixture.NoTables());
    return LongStream.range(0, swept.design().cells())
        .mapToObj(i -> study.parameters().canonical(swept.design().cell().apply(i)))
        .toList();
  }

  @Test
  void theFullProfileConfirmsUnlessAnythingIsChanged() {
    ConfigLoader loader = Fixture.loader();
    ResolvedStudy full = loader.resolve(Fixture.pair(), RunRequest.of(Profile.FULL));
    assertTrue(full.confirmatory());
    assertEquals("confirm:pair", full.rootName());
    assertEquals("full", full.runName());
    assertEquals("format: 1\nstudy: pair\nprofile: full\n", full.text());
    ResolvedStudy more =
        loader.resolve(
            Fixture.pair(),
            new RunRequest(Optional.of(Profile.FULL), List.of(), OptionalInt.of(9)));
    assertFalse(more.confirmatory());
    assertEquals("explore:pair", more.rootName());
    assertTrue(more.runName().matches("full-[0-9a-f]{8}"), more.runName());
    assertEquals(Profile.QUICK, loader.resolve(Fixture.pair(), RunRequest.NONE).profile());
  }

  @Test
  void theTextOfARunLoadsToTheSameRun(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(
        file,
        """
        format: 1
        study: training
        base: {kind: "true", temperature: .inf, limit: 0x10}
        sweep:
          grid:
            epochs: [1, 2]
            rate: {a: 0.10, 'b: c': {cosine: {length: 30%, end: 1e-3}}}
        overrides: ["clip=.inf"]
        """
            .replace("\"true\"", "wide"));
    RunRequest request =
        new RunRequest(Optional.of(Profile.SMOKE), List.of("noise={level: 2}"), OptionalInt.of(4));
    ResolvedStudy first = Fixture.loader().resolve(file, request);
    Files.writeString(file, first.text());
    ResolvedStudy second = Fixture.loader().resolve(file, RunRequest.NONE);
    assertEquals(first.text(), second.text());
    assertEquals(first.runName(), second.runName());
    assertEquals(Profile.SMOKE, second.profile());
    assertEquals(4, cells(second).size());
    assertEquals(cells(first), cells(second));
    @SuppressWarnings("unchecked") // The study has this one experiment.
    Experiment<Training> main = (Experiment<Training>) second.experiments().get(0);
    SweptDesign<Training> swept = second.design(main, new Fixture.NoTables());
    Training cell = swept.design().cell().apply(3);
    assertEquals(Double.POSITIVE_INFINITY, cell.clip().orElseThrow());
    assertEquals(Double.POSITIVE_INFINITY, cell.temperature());
    assertEquals(2, cell.noise().level());
    assertEquals(16, cell.limit());
    assertEquals(List.of("b: c", "cosine(peak=0.1,end=0.001,length=30%)"), swept.labels().apply(3));
    assertEquals(4, swept.design().replicates());
  }

  @Test
  void anOverrideThatTheCommandLineReplacesIsNotWrittenDown(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "format: 1\nstudy: training\noverrides: [\"clip=2\", \"epochs=5\"]\n");
    RunRequest request = new RunRequest(Optional.empty(), List.of("clip=3"), OptionalInt.empty());

    ResolvedStudy first = Fixture.loader().resolve(file, request);

    assertTrue(first.text().contains("overrides: [\"epochs=5\", \"clip=3\"]"), first.text());
    Files.writeString(file, first.text());
    ResolvedStudy second = Fixture.loader().resolve(file, RunRequest.NONE);
    assertEquals(cells(first), cells(second));
    assertTrue(cells(second).get(0).contains("\"clip\":3"), cells(second).get(0));
  }

  @Test
  void profilesAndOverridesOfAFileAreChecked() {
    assertEquals(
        List.of(
            "study.yaml:3:10 profile: unknown profile 'quik'. Did you mean 'quick'? (allowed:"
                + " smoke, quick, full)",
            "study.yaml:4:13 overrides: must be a text key=value, not 3"),
        Fixture.problems("profile: quik\noverrides: [3]\n"));
    assertEquals(
        List.of("study.yaml:3:12 overrides: must be a list of texts, not a mapping"),
        Fixture.problems("overrides: {epochs: 3}\n"));
  }

  @Test
  void whatAUserDidToEachExperimentIsKnown() {
    ConfigLoader loader = Fixture.loader();
    ResolvedStudy own = loader.resolve(Fixture.pair(), RunRequest.of(Profile.SMOKE));
    assertFalse(own.changed());
    assertEquals(Change.NONE, own.change("confirm"));
    assertEquals(Change.NOT_SELECTED, own.change("no-such-experiment"));

    Configuration other = Fixture.loadPair("experiment: other\nsweep: {grid: {level: [1, 2]}}\n");
    assertEquals(Change.SWEPT, other.change("other"));
    assertEquals(Change.NOT_SELECTED, other.change("tune"));

    ResolvedStudy level =
        loader.resolve(
            Fixture.pair(),
            new RunRequest(Optional.empty(), List.of("level=2"), OptionalInt.empty()));
    assertTrue(level.changed());
    assertEquals(Change.OVERRIDDEN, level.change("other"));
    assertEquals(Change.NONE, level.change("tune"));

    ResolvedStudy more =
        loader.resolve(
            Fixture.pair(), new RunRequest(Optional.empty(), List.of(), OptionalInt.of(9)));
    assertEquals(Change.OVERRIDDEN, more.change("tune"));
  }

  @Test
  void anExperimentThatAChangedOneDecidesIsChangedToo() {
    Fixture.Small small = new Fixture.Small(0, 1, 1);
    Fixture.Noise noise = new Fixture.Noise(0, 0);
    Study paper =
        new Fixture.Paper(
            "stages",
            List.of(
                new Fixture.Idle<>("tune", small, List.of(small), 2, List.of()),
                new Fixture.Idle<>("confirm", noise, List.of(noise), 2, List.of("tune")),
                new Fixture.Idle<>("other", noise, List.of(noise), 2, List.of())));
    ConfigLoader loader =
        new ConfigLoader(Registry.<Study>of(Study.class, List.of(paper)), Fixture.plugins());

    ResolvedStudy changed =
        loader.resolve(
            paper, new RunRequest(Optional.empty(), List.of("n=2"), OptionalInt.empty()));

    assertEquals(Change.OVERRIDDEN, changed.change("tune"));
    assertEquals(Change.OVERRIDDEN, changed.change("confirm"));
    assertEquals(Change.NONE, changed.change("other"));
  }
}
