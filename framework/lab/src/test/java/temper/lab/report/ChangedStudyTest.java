package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.Change;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.store.CsvTables;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** What becomes of claims and figures when a user changes a study. */
class ChangedStudyTest {

  @TempDir private Path folder;
  private Path results;

  @BeforeEach
  void nameResults() {
    results = folder.resolve("results");
  }

  private static ConfigLoader loader() {
    return new ConfigLoader(
        Registry.<Study>of(Study.class, List.of(new DescentStudy())),
        Plugins.discovered(ChangedStudyTest.class.getClassLoader()));
  }

  private ResolvedStudy file(String text) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "format: 1\nstudy: descent-study\n" + text);
    return loader().resolve(file, RunRequest.NONE);
  }

  private static ResolvedStudy overridden(String... overrides) {
    return loader()
        .resolve(
            new DescentStudy(),
            new RunRequest(Optional.of(Profile.SMOKE), List.of(overrides), OptionalInt.empty()));
  }

  private Map<String, ClaimRow> run(ResolvedStudy study) {
    RunSettings settings =
        new RunSettings(
            1,
            Shard.WHOLE,
            false,
            StopSignal.unlimited(),
            DataFolder.of(null, List.of()),
            List.of("temper", "run"),
            1_000_000);
    try (StudyRun run = StudyRun.open(study, results, settings, RunListener.NONE)) {
      return run.run().claims().stream().collect(Collectors.toMap(ClaimRow::claim, claim -> claim));
    }
  }

  private List<String> figures() throws IOException {
    if (!Files.exists(results.resolve("figures"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(results.resolve("figures"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".svg"))
          .sorted()
          .toList();
    }
  }

  private String report() throws IOException {
    return Files.readString(results.resolve("report.html"));
  }

  @Test
  void anUnchangedStudyHasItsOwnClaimsAndFigures() throws IOException {
    ResolvedStudy study = overridden();
    Map<String, ClaimRow> claims = run(study);

    assertFalse(study.changed());
    assertEquals("REPRODUCED", claims.get("D-1").verdict());
    assertEquals("REPRODUCED", claims.get("D-2").verdict());
    assertEquals(List.of("losses.svg"), figures());
    assertTrue(report().contains("Means of descent, 2 cells"));
    assertFalse(report().contains("claims were not run"));
  }

  @Test
  void claimsOfASweptExperimentAreNotRunAndItsMeansAreDrawn() throws IOException {
    ResolvedStudy study =
        file(
            """
            experiment: descent
            replicates: 3
            sweep:
              grid:
                noise: {log: [0.01, 1, 3]}
                rate:
                  fixed: {constant: {value: 0.1}}
                  falling: cosine
            """);
    Map<String, ClaimRow> claims = run(study);

    assertTrue(study.changed());
    assertEquals(Change.SWEPT, study.change("descent"));
    assertEquals(Change.NOT_SELECTED, study.change("control"));
    assertEquals("NOT_RUN", claims.get("D-1").verdict());
    assertEquals(
        "descent is swept, so that its cells are not those of the claim",
        claims.get("D-1").reason());
    assertEquals("control was not selected", claims.get("D-2").reason());
    assertEquals(List.of("sweep-descent.svg"), figures());
    assertTrue(report().contains("2 claims were not run"));
    assertTrue(report().contains("Means of descent, 6 cells"));
    String numbers = Files.readString(results.resolve("figures/sweep-descent.csv"));
    String[] first =
        Files.readString(results.resolve("descent/summary.csv")).split("\n", -1)[1].split(",", -1);
    // The mean of the first cell stands in the figure as it does in the table.
    assertTrue(numbers.contains(",fixed,line,0.01," + first[8] + ","), numbers);
    assertTrue(numbers.contains(",falling,band,"), numbers);
  }

  @Test
  void anOverrideUnderWhichAClaimHasNothingToCompareLeavesItOutWithTheReason() throws IOException {
    ResolvedStudy study = overridden("noise=2");
    Map<String, ClaimRow> claims = run(study);

    assertEquals(Change.OVERRIDDEN, study.change("control"));
    assertEquals("NOT_RUN", claims.get("D-1").verdict());
    assertEquals(
        "cannot be evaluated with these settings: no row for noise 0.5",
        claims.get("D-1").reason());
    assertEquals(List.of(), figures());
    assertTrue(
        report()
            .contains(
                "<dt>Left out: losses</dt>"
                    + "<dd>cannot be drawn with these settings: no row for noise 0.5</dd>"));
  }

  @Test
  void anOverrideUnderWhichAClaimHoldsLeavesItInPlace() throws IOException {
    Map<String, ClaimRow> claims = run(overridden("steps=20"));

    assertEquals("REPRODUCED", claims.get("D-1").verdict());
    assertEquals(List.of("losses.svg", "sweep-control.svg", "sweep-descent.svg"), figures());
  }

  @Test
  void inAnUnchangedStudyAFailingClaimSaysWhyAndHidesNoOther() {
    // Tables of other cells stand for a study whose own claim does not suit its own design.
    run(overridden("noise=2"));
    Publication publication = new Publication(overridden(), CsvTables.of(results));

    List<ClaimRow> claims = publication.claims();

    assertEquals("cannot be evaluated: no row for noise 0.5", claims.get(0).reason());
    assertTrue(claims.stream().allMatch(claim -> claim.verdict().equals("NOT_RUN")));
  }
}
