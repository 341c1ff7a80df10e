package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.lab.config.Fixture.Cosine;
import temper.lab.config.Fixture.Noise;
import temper.lab.config.Fixture.Small;
import temper.lab.config.Fixture.Training;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;

class ConfigurationTest {

  private static List<Record> cells(Configuration configuration, int experiment) {
    return cells(configuration, configuration.experiments().get(experiment));
  }

  private static <P extends Record> List<Record> cells(
      Configuration configuration, Experiment<P> experiment) {
    SweptDesign<P> swept = configuration.design(experiment, Profile.FULL, new Fixture.NoTables());
    List<Record> cells = new ArrayList<>();
    for (long i = 0; i < swept.design().cells(); i++) {
      cells.add(swept.design().cell().apply(i));
    }
    return cells;
  }

  private static int replicates(Configuration configuration, int experiment) {
    return configuration
        .design(configuration.experiments().get(experiment), Profile.FULL, new Fixture.NoTables())
        .design()
        .replicates();
  }

  @Test
  void aStudyAsItIsBuiltIsNotOverridden() {
    Study study = Fixture.pair();
    Configuration configuration = Fixture.loader().load(study, List.of());
    assertFalse(configuration.overridden());
    assertSame(study, configuration.study());
    assertEquals("pair", configuration.name());
    assertEquals(List.of(new Small(0, 1, 1), new Small(0, 2, 1)), cells(configuration, 0));
    assertEquals(4, replicates(configuration, 1));
    assertTrue(configuration.withReplicates(7).overridden());
    assertEquals(7, replicates(configuration.withReplicates(7), 1));
    assertThrows(IllegalArgumentException.class, () -> configuration.withReplicates(0));
  }

  @Test
  void anOverrideAppliesToEveryExperimentThatHasTheParameter() {
    Configuration all = Fixture.loader().load(Fixture.pair(), List.of("n=5"));
    assertTrue(all.overridden());
    assertEquals(List.of(new Small(0, 1, 5), new Small(0, 2, 5)), cells(all, 0));
    assertEquals(List.of(new Small(0, 1, 5), new Small(0, 2, 5)), cells(all, 1));
    assertEquals(List.of(new Noise(1, 1)), cells(all, 2));
    Configuration one =
        Fixture.loader().load(Fixture.pair(), List.of("confirm.n=5", "other.mean=2"));
    assertEquals(List.of(new Small(0, 1, 1), new Small(0, 2, 1)), cells(one, 0));
    assertEquals(List.of(new Small(0, 1, 5), new Small(0, 2, 5)), cells(one, 1));
    assertEquals(List.of(new Noise(1, 2)), cells(one, 2));
  }

  @Test
  void cellsThatBecomeEqualAreCountedOnce() {
    Configuration same = Fixture.loader().load(Fixture.pair(), List.of("y=5"));
    assertEquals(List.of(new Small(0, 5, 1)), cells(same, 0));
  }

  @Test
  void rulesBetweenParametersSeeTheFinalValuesOnly() {
    Configuration both = Fixture.loader().load(Fixture.pair(), List.of("x=10", "y=20"));
    assertEquals(List.of(new Small(10, 20, 1)), cells(both, 0));
    Configuration broken = Fixture.loader().load(Fixture.pair(), List.of("x=1.5"));
    ConfigException e = assertThrows(ConfigException.class, () -> cells(broken, 0));
    assertEquals("-S #1:1:1 x: x must be <= y, got 1.5 > 1.0", e.getMessage());
  }

  @Test
  void unknownParametersOfAStudyOfSeveralExperimentsAreReportedOnce() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () -> Fixture.loader().load(Fixture.pair(), List.of("z=1", "n=x", "n=1", "tune.q=1")));
    assertEquals(
        List.of(
            "-S #1:1:1 z: unknown parameter 'z' (allowed: x, y, n, level, mean)",
            "-S #2:1:3 n: must be an integer, not the text 'x'",
            "-S #3:1:1 n: is set twice, first by -S #2",
            "-S #4:1:1 tune.q: unknown parameter 'q' (allowed: x, y, n)"),
        e.problems().stream().map(Problem::toString).toList());
  }

  @Test
  void aFileCanNameOneExperimentAndThoseThatDecideItComeWithIt() {
    Configuration one =
        Fixture.load(
            "format: 1\nstudy: pair\nname: mine\nexperiment: confirm\nbase: {n: 2}\nreplicates: 9\n");
    assertEquals("mine", one.name());
    assertEquals(
        List.of("tune", "confirm"), one.experiments().stream().map(e -> e.name()).toList());
    assertEquals(List.of(new Small(0, 1, 1), new Small(0, 2, 1)), cells(one, 0));
    assertEquals(List.of(new Small(0, 1, 2), new Small(0, 2, 2)), cells(one, 1));
    assertEquals(9, replicates(one, 1));
    Configuration swept =
        Fixture.load(
            "format: 1\nstudy: pair\nexperiment: confirm\nsweep: {grid: {n: [3, 4]}}\n", "y=8");
    assertEquals(List.of("confirm"), swept.experiments().stream().map(e -> e.name()).toList());
    assertEquals(List.of(new Small(0, 8, 3), new Small(0, 8, 4)), cells(swept, 0));
    assertEquals(1, replicates(swept, 0));
    assertFalse(Fixture.load("format: 1\nstudy: pair\n").overridden());
  }

  @Test
  void overridesReachIntoSweptSubtreesAndCannotFightAnAxis() {
    List<String> problems = Fixture.problems("sweep: {grid: {epochs: [1, 2]}}\n", "epochs=3");
    assertEquals(List.of("-S #1:1:1 epochs: has no effect: it is swept at line 3"), problems);
    SweptDesign<Training> swept =
        Fixture.design("sweep: {grid: {rate: [cosine, constant]}}\n", "rate.cosine.peak=0.7");
    assertEquals(0.7, ((Cosine.Params) swept.design().cell().apply(0).rate().parameters()).peak());
    assertEquals(3, swept.design().replicates());
    assertEquals(List.of(), swept.labelColumns());
  }

  @Test
  void theCommandLineTakesThePlaceOfAnOverrideOfTheFile() {
    String text = "format: 1\nstudy: pair\noverrides: [\"n=5\", \"x=0.5\"]\n";

    assertEquals(List.of(new Small(0.5, 1, 5), new Small(0.5, 2, 5)), cells(Fixture.load(text), 0));
    assertEquals(
        List.of(new Small(0.5, 1, 7), new Small(0.5, 2, 7)), cells(Fixture.load(text, "n=7"), 0));
    assertEquals(
        List.of(new Small(0.5, 1, 7), new Small(0.5, 2, 7)), cells(Fixture.load(text, "n = 7"), 0));
  }

  @Test
  void mistakesInOverridesOfTheFileAreToldWithTheirPlacesThere() {
    assertEquals(
        List.of(
            "study.yaml:3:13 overrides[0].epocs: unknown parameter 'epocs'. Did you mean 'epochs'?"
                + " (allowed: rate, optimizer, epochs, hidden, noise, order, kind, clip, patience,"
                + " bias, limit, temperature, precision, batch_size, parts)",
            "study.yaml:3:30 overrides[1].epochs: must be an integer, not the text 'x'",
            "study.yaml:3:34 overrides[2]: must have the form key=value, got 'hidden'",
            "study.yaml:3:42 overrides[3].epochs: is set twice, first at line 3 column 22",
            "-S #1:1:6 bias: must be true or false, not 3"),
        Fixture.problems(
            "overrides: [epocs=1, \"epochs=x\", hidden, epochs=2, bias=4]\n", "bias=3"));
    assertEquals(
        List.of("study.yaml:4:5 overrides[0].epochs: has no effect: it is swept at line 5"),
        Fixture.problems("overrides:\n  - epochs=3\nsweep: {grid: {epochs: [1, 2]}}\n"));
  }
}
