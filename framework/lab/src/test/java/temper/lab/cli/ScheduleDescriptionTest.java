package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.lab.cli.Call.Ended;
import temper.plugin.Example;
import temper.plugin.Registry;
import temper.plugin.Source;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;

class ScheduleDescriptionTest {

  private static final List<String> SCHEDULES =
      Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).names();
  private static final List<String> CONTROLLERS =
      Registry.<ControllerPlugin<?>>of(ControllerPlugin.class).names();

  private static Stream<String> all() {
    return Stream.concat(SCHEDULES.stream(), CONTROLLERS.stream());
  }

  @Test
  void aScheduleIsDescribedByFormulaParametersSourceAndPlots() {
    String text = new Call().with("COLUMNS", "80").run("describe", "cosine").out();

    assertTrue(text.contains("at(step) = end + (peak - end) * "), text);
    assertTrue(text.contains("Loshchilov, Hutter (2017), arXiv:1608.03983"), text);
    assertTrue(text.contains("In a config: {cosine: {peak: 0.1, end: 0, length: 100%"), text);
    assertTrue(
        text.lines().anyMatch(line -> line.matches("length +a length +100% +Length after .*")));
    List<String> lines = text.lines().toList();
    int ranges = lines.indexOf("0 to 0.1                   0.001 to 0.05              0 to 1");
    assertTrue(lines.get(ranges - 1).startsWith("defaults  "), text);
    assertTrue(lines.get(ranges + 1).startsWith("\u2809"), "the curve begins at the top: " + text);
  }

  @Test
  void aControllerIsDescribedAsAConfigHasIt() {
    String text = new Call().with("COLUMNS", "80").run("describe", "self-tuning-lam").out();

    assertTrue(text.contains("In a config: {self-tuning-lam: {length: 100%, method: fast}}"), text);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyDescriptionFitsEightyColumnsWithoutColour(String name) {
    Ended ended =
        new Call().with("COLUMNS", "80").with("TEMPER_TTY_OUT", "1").run("describe", name);

    assertEquals(0, ended.code(), ended.err());
    ended
        .out()
        .lines()
        .forEach(line -> assertTrue(line.length() <= 80, line.length() + ": " + line));
    assertTrue(ended.out().chars().noneMatch(c -> c == '\u001b'), ended.out());
    assertEquals(
        SCHEDULES.contains(name), ended.out().chars().anyMatch(c -> c > 0x2800 && c <= 0x28ff));
  }

  @Test
  void everyScheduleAndControllerIsListedWithItsSummary() {
    String text = new Call().with("COLUMNS", "200").run("list").out();

    for (SchedulePlugin<?> plugin : Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).all()) {
      assertTrue(
          text.lines()
              .anyMatch(
                  line ->
                      line.startsWith("schedules ")
                          && line.contains(" " + plugin.name() + " ")
                          && line.endsWith(plugin.summary())),
          plugin.name());
    }
    for (String controller : CONTROLLERS) {
      assertTrue(
          text.lines().anyMatch(line -> line.matches("controllers +" + controller + " .*")),
          controller);
    }
  }

  @Test
  void aPlotHasItsLowestAndHighestValuesInItsLastAndFirstRow() {
    double[] rising = new double[BraillePlot.samples(4)];
    Arrays.setAll(rising, i -> i);

    List<String> lines = BraillePlot.lines(rising, 0, 7, 2);

    assertEquals(List.of("  \u2860\u280a", "\u2860\u280a"), lines);
  }

  @Test
  void aJumpIsAnUprightLineAndAConstantIsInTheMiddle() {
    assertEquals(
        List.of(" \u28b8\u2809", "\u28c0\u28f8"),
        BraillePlot.lines(new double[] {0, 0, 0, 1, 1, 1}, 0, 1, 2));
    assertEquals(
        List.of("", "\u2809\u2809"), BraillePlot.lines(new double[] {3, 3, 3, 3}, 3, 3, 2));
  }

  /** A schedule whose only example is for a run of its own. */
  private static final class Choosy implements SchedulePlugin<Constant.Parameters> {

    @Override
    public String name() {
      return "choosy";
    }

    @Override
    public String summary() {
      return "Refuses every run.";
    }

    @Override
    public String formula() {
      return "none.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public Constant.Parameters defaults() {
      return new Constant.Parameters(1);
    }

    @Override
    public List<Example<Constant.Parameters>> examples() {
      return List.of(new Example<>("an example with a label that is long", defaults()));
    }

    @Override
    public Schedule create(Constant.Parameters parameters, Horizon horizon) {
      throw new IllegalArgumentException("not this run");
    }
  }

  @Test
  void anExampleThatDoesNotFitTheRunIsNamedWithoutAPlot() {
    List<String> lines = ExamplePlots.text(new Choosy(), 80).lines().toList();

    assertEquals("an example with a label\u2026", lines.get(2));
    assertEquals("needs another run", lines.get(3));
  }
}
