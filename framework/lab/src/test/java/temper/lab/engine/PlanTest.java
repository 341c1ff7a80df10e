package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.CellPlaces;
import temper.lab.config.Parameters;
import temper.lab.config.Plugins;
import temper.lab.config.SweptDesign;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Study;

/** What is planned, registered and foretold. */
class PlanTest {

  private static final Parameters PARAMETERS = new Parameters(Plugins.given(List.of()));

  @TempDir Path folder;

  private static Probe probe(int cells, int replicates) {
    return Probe.of(cells, replicates, (cell, trial) -> trial.metric("value", 1.0));
  }

  private static ExperimentPlan<Probe.Cell> plan(Probe probe) {
    return ExperimentPlan.of(
        probe,
        SweptDesign.of(probe.design(Profile.SMOKE, NoTables.INSTANCE)),
        PARAMETERS,
        StopSignal.unlimited());
  }

  private static String hex(long id) {
    return temper.lab.store.TrialRecord.hex(id);
  }

  @Test
  void idsAreTheSameForEver() throws Exception {
    ExperimentPlan<Probe.Cell> plan = plan(probe(2, 2));

    // The first 64 bits of SHA-256 of the experiment, its parameters as JSON and the replicate.
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest("probe\n{\"number\":1,\"word\":\"same\"}\n0".getBytes(StandardCharsets.UTF_8));
    assertEquals(java.util.HexFormat.of().formatHex(hash, 0, 8), hex(plan.id(2)));
    assertEquals("adc0e8e423c28662", hex(plan.id(0)));
    assertEquals(4, plan.size());
    assertEquals(2, plan.cells());
    assertEquals(1, plan.replicate(3));
    assertEquals(1, plan.cell(3));
    assertEquals(List.of("1", "same"), plan.parameters(2));
  }

  @Test
  void idsDoNotDependOnOtherCells() {
    assertEquals(hex(plan(probe(2, 2)).id(2)), hex(plan(probe(5, 3)).id(3)));
    assertNotEquals(plan(probe(2, 2)).fingerprint(), plan(probe(2, 3)).fingerprint());
    assertEquals(plan(probe(2, 2)).fingerprint(), plan(probe(2, 2)).fingerprint());
  }

  @Test
  void parametersThatDifferBetweenCellsVary() {
    assertEquals(List.of(0), plan(probe(3, 1)).layout().varying());
    assertEquals(List.of(), plan(probe(1, 5)).layout().varying());
    Probe words =
        new Probe(
            "words",
            List.of(new Probe.Cell(1, "a"), new Probe.Cell(1, "a, b"), new Probe.Cell(2, "b")),
            1,
            (cell, trial) -> {});
    assertEquals(List.of(0, 1), plan(words).layout().varying());
  }

  @Test
  void labelsReplaceTheColumnOfTheirNameOrStandBehind() {
    Probe probe = probe(2, 1);
    SweptDesign<Probe.Cell> labelled =
        new SweptDesign<>(
            probe.design(Profile.SMOKE, NoTables.INSTANCE),
            List.of(Column.text("word", "label"), Column.text("kind", "label")),
            cell -> List.of("word" + cell, "kind" + cell),
            List.of(),
            CellPlaces.NONE);

    ExperimentPlan<Probe.Cell> plan =
        ExperimentPlan.of(probe, labelled, PARAMETERS, StopSignal.unlimited());

    assertEquals(
        List.of("number", "word", "kind"),
        plan.layout().parameters().stream().map(Column::name).toList());
    assertEquals(List.of("1", "word1", "kind1"), plan.parameters(1));
    assertEquals(List.of(0, 1, 2), plan.layout().varying());
  }

  @Test
  void equalCellsAndEndlessDesignsAreRefused() {
    Probe.Cell cell = new Probe.Cell(1, "a");
    Probe twice = new Probe("twice", List.of(cell, cell), 1, (c, t) -> {});
    PlanException equal = assertThrows(PlanException.class, () -> plan(twice));
    assertTrue(String.valueOf(equal.getMessage()).contains("two equal cells"), equal.getMessage());
    Design<Probe.Cell> endless = new Design<>(Long.MAX_VALUE, index -> cell, 1000);
    PlanException large =
        assertThrows(
            PlanException.class,
            () ->
                ExperimentPlan.of(
                    twice, SweptDesign.of(endless), PARAMETERS, StopSignal.unlimited()));
    assertTrue(String.valueOf(large.getMessage()).contains("at most 50000000"), large.getMessage());
  }

  @Test
  void planningGivesWayAtTheNextCell() {
    StopSignal stop = StopSignal.unlimited();
    AtomicLong made = new AtomicLong();
    Design<Probe.Cell> large =
        new Design<>(
            10_000_000,
            index -> {
              if (made.incrementAndGet() == 5) {
                stop.raise(StopSignal.Reason.INTERRUPTED);
              }
              return new Probe.Cell((int) index, "a");
            },
            1);

    CancellationException thrown =
        assertThrows(
            CancellationException.class,
            () -> ExperimentPlan.of(probe(1, 1), SweptDesign.of(large), PARAMETERS, stop));

    assertEquals(5, made.get());
    assertTrue(thrown.getMessage().contains("interrupted while 'probe' was planned"));
  }

  @Test
  void shardsShareTheTrialsAndNoneIsLeftOut() {
    for (long index = 0; index < 20; index++) {
      int owners = 0;
      for (int number = 1; number <= 3; number++) {
        owners += new Shard(number, 3).contains(index) ? 1 : 0;
      }
      assertEquals(1, owners);
      assertTrue(Shard.WHOLE.contains(index));
    }
    assertEquals(new Shard(2, 3), Shard.parse(" 2/3 "));
    assertEquals("2/3", Shard.parse("2/3").toString());
    assertTrue(Shard.WHOLE.whole());
    assertFalse(new Shard(1, 2).whole());
    for (String wrong : List.of("0/3", "4/3", "1/0", "x/3", "1", "-1/3", "1/3/4", "9999999/1")) {
      assertThrows(IllegalArgumentException.class, () -> Shard.parse(wrong), wrong);
    }
  }

  @Test
  void theFirstReasonToStopStays() {
    StopSignal signal = StopSignal.after(Duration.ZERO);
    assertEquals(StopSignal.Reason.NONE, signal.reason());
    assertTrue(signal.raised());
    signal.raise(StopSignal.Reason.INTERRUPTED);
    assertEquals(StopSignal.Reason.TIME_LIMIT, signal.reason());
    assertFalse(StopSignal.unlimited().raised());
    assertFalse(StopSignal.after(Duration.ofSeconds(Long.MAX_VALUE)).raised());
  }

  private static Claim claim(String id, String region) {
    return new Claim(
        id, "p", "statement", "q", "exact", region, "none", "", List.of("probe"), t -> List.of());
  }

  private static Registration.ExperimentEntry entry(int cells, String plan, String code) {
    return new Registration.ExperimentEntry(
        "probe", cells, 1, plan, "", code, new TreeMap<>(), new TreeMap<>());
  }

  private static Registration registration(
      String root, String claimCode, String code, List<Claim> claims) {
    return Registration.of(
        Probe.study(claims, probe(1, 1)),
        Profile.SMOKE,
        root,
        claimCode,
        List.of(entry(1, "plan", code)));
  }

  @Test
  void eachChangeOfARegistrationIsNamed() {
    Registration base = registration("root", "c", "code", List.of(claim("A", "> 1")));

    assertEquals(List.of(), base.differencesFrom(base));
    assertEquals(
        List.of("experiment probe: code changed"),
        registration("root", "c", "other", List.of(claim("A", "> 1"))).differencesFrom(base));
    assertEquals(
        List.of("claim A: region changed"),
        registration("root", "c", "code", List.of(claim("A", "> 2"))).differencesFrom(base));
    assertEquals(
        List.of(
            "root changed", Registration.CLAIM_CODE_CHANGED, "claim B is new", "claim A is gone"),
        registration("other", "d", "code", List.of(claim("B", "> 1"))).differencesFrom(base));
    assertEquals(
        List.of("the text of the registration differs"),
        new Registration(base.json() + " ").differencesFrom(base));
    assertTrue(
        base.differencesFrom(new Registration("{\"study\": "))
            .toString()
            .contains("cannot be read"));
    Registration more =
        Registration.of(
            Probe.study(List.of(claim("A", "> 1")), probe(1, 1)),
            Profile.SMOKE,
            "root",
            "c",
            List.of(entry(2, "plan2", "code")));
    assertEquals(
        List.of("experiment probe: cells changed", "experiment probe: plan changed"),
        more.differencesFrom(base));
  }

  @Test
  void anotherPlugInIsAnotherPlanAndAChangedOneIsChangedCode() {
    Registration one = withPlugins(Map.of("Cosine", "1"));
    Registration two = withPlugins(Map.of("Cosine", "1", "Step", "1"));

    assertEquals(List.of("experiment probe: plugins changed"), two.differencesFrom(one));
    assertEquals(List.of("experiment probe: plugins changed"), one.differencesFrom(two));
    assertEquals(
        List.of("experiment probe: code changed"),
        withPlugins(Map.of("Cosine", "2")).differencesFrom(one));
    assertNotEquals(one.code("probe"), withPlugins(Map.of("Cosine", "2")).code("probe"));
    assertEquals("code", withPlugins(Map.of()).code("probe"));
  }

  private static Registration withPlugins(Map<String, String> plugins) {
    return Registration.of(
        Probe.study(List.of(), probe(1, 1)),
        Profile.SMOKE,
        "root",
        "c",
        List.of(
            new Registration.ExperimentEntry(
                "probe", 1, 1, "plan", "", "code", new TreeMap<>(plugins), new TreeMap<>())));
  }

  @Test
  void timingsAddUpOverRunsAndSurviveDamage() {
    Timings timings = new Timings();
    timings.add("b", 1_500_000_000L);
    timings.add("a", 250_000L);
    timings.add("b", 500_000_000L);

    byte[] first = timings.bytes(Optional.empty());

    assertEquals(
        "experiment,trials,seconds\na,1,2.5E-4\nb,2,2.0\n",
        new String(first, StandardCharsets.UTF_8));
    byte[] both = timings.bytes(Optional.of(first));
    assertTrue(new String(both, StandardCharsets.UTF_8).endsWith("b,4,4.0\n"));
    String damaged = "experiment,trials,seconds\nx,1,..\ny,1,E\nz\nq,1,1e999\nok,2,3.5E-4\n";
    Map<String, double[]> read =
        Timings.parse(Optional.of(damaged.getBytes(StandardCharsets.UTF_8)));
    assertEquals(java.util.Set.of("ok"), read.keySet());
    assertEquals(3.5e-4, read.get("ok")[1]);
  }

  @Test
  void theForecastKnowsWhatIsKeptAndHowLongTheRestTakes() {
    Study study = Probe.study(List.of(), probe(4, 5));
    StopSignal stop = StopSignal.unlimited();
    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), folder, Probe.settings(stop), RunListener.NONE)) {
      PlanSummary.Row before = run.summary().rows().get(0);
      assertEquals(20, before.toRun());
      assertTrue(Double.isNaN(before.seconds()));
      assertTrue(before.bytes() > 20);
      assertEquals("new", before.why());
      run.run();
    }
    try (StudyView view = StudyView.open(Probe.resolved(study), folder, Probe.settings(stop))) {
      PlanSummary.Row after = view.summary().rows().get(0);
      assertEquals(20, after.kept());
      assertEquals(0.0, after.seconds());
      assertEquals("all finished", after.why());
      assertEquals(0, view.summary().trialsToRun());
      ExperimentPlan<?> plan = view.plans().get(0);
      assertEquals(20, plan.size());
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    RunSettings good = Probe.settings(StopSignal.unlimited());
    for (int workers : new int[] {0, -1, 1025}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new RunSettings(
                  workers, good.shard(), false, good.stop(), good.data(), List.of(), 1));
    }
    assertThrows(IllegalArgumentException.class, () -> NoTables.INSTANCE.table("probe", "rows"));
    assertEquals(java.util.Set.of(), NoTables.INSTANCE.experiments());
  }
}
