package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.SweptDesign;
import temper.lab.data.DataFolder;
import temper.lab.engine.FileChecks;
import temper.lab.engine.PlanException;
import temper.lab.figure.FigureRenderer;
import temper.lab.probe.CurvePlot;
import temper.lab.probe.ProbeTrial;
import temper.lab.probe.RangeTest;
import temper.lab.store.CsvTables;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.TrainingExperiment;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.train.RateFinder;

/** {@code temper lr-find}. */
@Command(
    name = "lr-find",
    description = {
      "Range test of a learning rate: trains with a rate that rises at every step until the loss"
          + " blows up, and reads rates off the curve.",
      "Exploratory; uses the first cell of a sweep."
    })
final class RateFinderCommand implements Callable<Integer> {

  private static final String OVER_TEN = "minimum over ten";

  /** Rules that differ by more than this factor do not speak of the same rate. */
  private static final double APART = 30;

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      completionCandidates = StudyNames.class,
      description = "A study that trains networks, such as training, or a config file.")
  String target = "";

  @Mixin private CodeOption code = new CodeOption();

  @Option(
      names = "-S",
      paramLabel = "KEY=VALUE",
      description = "Overrides a parameter; may be given many times.")
  List<String> overrides = new ArrayList<>();

  @Option(names = "--from", paramLabel = "RATE", description = "First rate (default: 1e-6).")
  double from = 1e-6;

  @Option(names = "--to", paramLabel = "RATE", description = "Last rate (default: 10).")
  double to = 10;

  @Option(names = "--steps", paramLabel = "N", description = "Steps at most (default: 200).")
  int steps = 200;

  @Option(
      names = "--linear",
      description = "Rates rise by equal differences (Smith), not by equal factors (Howard).")
  boolean linear;

  @Option(
      names = "--smoothing",
      paramLabel = "B",
      description = "Factor of the moving average of losses (default: 0.98).")
  double smoothing = RateFinder.SMOOTHING;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of data sets (default: the environment's TEMPER_DATA).")
  @Nullable Path data;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Writes the curve as SVG, and as CSV beside it.")
  @Nullable Path svg;

  @Option(names = "--json", description = "Prints the suggested rates as JSON.")
  boolean json;

  RateFinderCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    RangeTest test = test();
    RunOptions options = new RunOptions();
    options.target = target;
    options.code = code;
    options.overrides = overrides;
    options.profile = Profile.SMOKE; // Its cells; a range test has a length of its own.
    ResolvedStudy study = Targets.resolve(options);
    for (Experiment<?> experiment : study.experiments()) {
      if (experiment instanceof TrainingExperiment<?> training) {
        tell(run(test, study, training));
        return ExitCode.DONE.code();
      }
    }
    throw new UsageException(
        "study '%s' trains no networks, so that it has no learning rate to be found"
            .formatted(study.study().name()));
  }

  private RangeTest test() {
    try {
      return new RangeTest(from, to, steps, !linear, smoothing);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private <P extends Record> RangeTest.Result run(
      RangeTest test, ResolvedStudy study, TrainingExperiment<P> experiment) {
    Tables none = CsvTables.of(Path.of("")).only(List.of());
    SweptDesign<P> design = study.design(experiment, none);
    P parameters = design.design().cell().apply(0L);
    if (design.design().cells() > 1) {
      session
          .console()
          .message(
              "of %d cells the first is taken, %s; -S KEY=VALUE sets what is not swept"
                  .formatted(design.design().cells(), design.places().described(0)));
    }
    DataFolder folder =
        UserData.besideConfig(
            data == null ? DataFolder.ofEnvironment(System.getenv()) : DataFolder.of(data), study);
    List<String> needed = new ArrayList<>(experiment.datasets());
    needed.addAll(experiment.datasets(parameters));
    String missing = folder.missing(needed);
    if (!missing.isEmpty()) {
      throw new PlanException(missing);
    }
    FileChecks.require(experiment, design.places(), 0, parameters, study.parameters(), folder);
    try {
      ProbeTrial trial = new ProbeTrial(study.study().name(), experiment.name(), folder);
      return test.run(experiment, parameters, trial);
    } catch (IllegalArgumentException doesNotFit) {
      throw new PlanException(String.valueOf(doesNotFit.getMessage()));
    }
  }

  private void tell(RangeTest.Result result) throws IOException {
    RateFinder curve = result.curve();
    if (curve.length() < 2) {
      throw new PlanException(
          "the loss was not finite from the beginning: begin with a smaller rate than --from "
              + from);
    }
    Map<String, OptionalDouble> suggestions = new LinkedHashMap<>();
    suggestions.put("valley", curve.valley());
    suggestions.put("steepest", curve.steepest());
    suggestions.put(OVER_TEN, curve.minimumOverTen());
    if (json) {
      session.console().resultText(Json.text(toJson(suggestions, result)));
    } else {
      print(suggestions, result);
    }
    Path file = svg;
    if (file != null) {
      Files.writeString(file, new FigureRenderer().svg(chart(suggestions, curve), "Range test"));
      Files.writeString(csv(file), result.csv());
      session.console().message("written: " + file + " and " + csv(file));
    }
  }

  private static Path csv(Path file) {
    String name = String.valueOf(file.getFileName());
    String stem = name.endsWith(".svg") ? name.substring(0, name.length() - 4) : name;
    return file.resolveSibling(stem + ".csv");
  }

  private void print(Map<String, OptionalDouble> suggestions, RangeTest.Result result) {
    Console console = session.console();
    Map<Character, Double> marks = new LinkedHashMap<>();
    TextTable table = new TextTable("", "rate", "where the smoothed loss");
    List<String> meanings =
        List.of("is in the middle of its longest fall", "falls fastest", "is smallest, over ten");
    int row = 0;
    for (Map.Entry<String, OptionalDouble> suggestion : suggestions.entrySet()) {
      char letter = Character.toUpperCase(suggestion.getKey().charAt(0));
      suggestion.getValue().ifPresent(rate -> marks.put(letter, rate));
      table.row(
          letter + " " + suggestion.getKey(),
          suggestion.getValue().isPresent() ? number(suggestion.getValue().getAsDouble()) : "none",
          meanings.get(row++));
    }
    int shown = Math.min(100, console.width());
    console.resultText(CurvePlot.text(result.curve(), marks, shown));
    console.result("");
    console.resultText(table.render(console.width()));
    int taken = result.rates().length;
    console.result(
        taken < steps || result.curve().length() < taken
            ? "The loss blew up at step %d of %d, at a rate of %s."
                .formatted(taken, steps, number(result.rates()[taken - 1]))
            : "The loss did not blow up in %d steps; a larger --to shows where it does."
                .formatted(steps));
    advice(suggestions).forEach(console::result);
  }

  /** What to make of the rules: they are heuristics, and a sweep decides. */
  private static List<String> advice(Map<String, OptionalDouble> suggestions) {
    List<String> lines = new ArrayList<>();
    double[] rates =
        suggestions.values().stream().flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    if (rates.length > 1 && rates[rates.length - 1] > APART * rates[0]) {
      lines.add(
          "The rules are a factor of %s apart, as on a curve that is flat or noisy: more --steps or a"
                  .formatted(number(rates[rates.length - 1] / rates[0]))
              + " larger --from make it plainer.");
    }
    suggestions
        .getOrDefault(OVER_TEN, OptionalDouble.empty())
        .ifPresent(
            rate ->
                lines.add(
                    "What decides is a sweep, such as over {log: [%s, %s, 5]}."
                        .formatted(number(rate / 10), number(rate * 10))));
    return lines;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static Map<String, Object> toJson(
      Map<String, OptionalDouble> suggestions, RangeTest.Result result) {
    Map<String, Object> out = new LinkedHashMap<>();
    suggestions.forEach(
        (name, rate) ->
            out.put(name.replace(' ', '_'), rate.isPresent() ? rate.getAsDouble() : null));
    out.put("steps", result.rates().length);
    out.put("blew_up", result.curve().length() < result.rates().length);
    return out;
  }

  private static Chart chart(Map<String, OptionalDouble> suggestions, RateFinder curve) {
    double[] x = new double[curve.length()];
    double[] y = new double[curve.length()];
    for (int i = 0; i < x.length; i++) {
      x[i] = curve.rate(i);
      y[i] = curve.loss(i);
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Line("smoothed loss", Ink.of(0), x, y));
    int color = 1;
    for (Map.Entry<String, OptionalDouble> suggestion : suggestions.entrySet()) {
      if (suggestion.getValue().isPresent()) {
        double at = suggestion.getValue().getAsDouble();
        String label = suggestion.getKey() + ": " + number(at);
        layers.add(new Layer.Rule(label, Ink.of(color).dashed(), true, at));
      }
      color++;
    }
    Panel panel = new Panel("", Axis.log("learning rate"), Axis.linear("loss"), layers);
    return Chart.of(panel);
  }
}
