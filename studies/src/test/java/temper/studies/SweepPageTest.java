package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import temper.lab.config.CellGrid;
import temper.lab.config.CellTexts;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.Products;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.config.SweptDesign;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Registry;
import temper.plugin.Source;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.studies.convexlinearregression.ConvexLinearRegression;

/** The page on sweeps says what each of its files makes. With -Dsweeps.write it is written. */
class SweepPageTest {

  private static final Path PAGE = Path.of("../framework/docs/sweeps.md");
  private static final Pattern SNIPPET =
      Pattern.compile(
          "<!-- sweep: (\\S+) -->\n```yaml\n(.*?)```\n```csv\n(.*?)```", Pattern.DOTALL);
  private static final Pattern RESULTS =
      Pattern.compile("```yaml\n((?:compare|plot):.*?)```", Pattern.DOTALL);
  private static final int MOST_ROWS = 12;

  @Test
  void everySweepOfThePageMakesTheCellsBelowIt() throws IOException {
    String page = Files.readString(PAGE);
    int snippets = 0;
    StringBuilder written = new StringBuilder();
    int from = 0;
    Matcher snippet = SNIPPET.matcher(page);
    while (snippet.find()) {
      snippets++;
      written
          .append(page, from, snippet.start(3))
          .append(cells(snippet.group(1), snippet.group(2)));
      from = snippet.end(3);
    }
    written.append(page.substring(from));
    if (Boolean.getBoolean("sweeps.write")) {
      Files.writeString(PAGE, written);
      return;
    }
    assertEquals(11, snippets);
    assertEquals(written.toString(), page);
  }

  @Test
  void whatThePageMakesOfResultsIsRead() throws IOException {
    List<String> blocks =
        RESULTS
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertEquals(2, blocks.size());
    Products products =
        resolve(
                "gaussian-sample",
                "sweep: {grid: {rate: [0.5, 0.99], loss: {log: [1e-4, 0.1, 4]}}}\n"
                    + String.join("", blocks))
            .products();

    assertEquals(
        4, products.comparisons().get(0).pairs(products.grids().get("gaussian-sample")).size());
    assertEquals(2, products.plots().size());
  }

  private static ResolvedStudy resolve(String experiment, String text) throws IOException {
    Study study = experiment.equals("example") ? new Scheduled() : new ConvexLinearRegression();
    Path file = Files.createTempFile("sweep", ".yaml");
    try {
      Files.writeString(
          file, "format: 1\nstudy: " + study.name() + "\nexperiment: " + experiment + "\n" + text);
      return new ConfigLoader(
              Registry.<Study>of(Study.class, List.of(study)),
              Plugins.discovered(SweepPageTest.class.getClassLoader()))
          .resolve(file, RunRequest.NONE);
    } finally {
      Files.delete(file);
    }
  }

  private static String cells(String experiment, String text) throws IOException {
    ResolvedStudy study = resolve(experiment, text);
    return cells(study, study.experiments().get(0));
  }

  private static <P extends Record> String cells(ResolvedStudy study, Experiment<P> experiment) {
    SweptDesign<P> design = study.design(experiment, NoTables.INSTANCE);
    CellTexts<P> texts = CellTexts.of(experiment, design, study.parameters());
    List<String> varying = CellGrid.of(experiment, design, study.parameters()).names();
    List<Column> columns = texts.columns();
    List<Integer> shown =
        java.util.stream.IntStream.range(0, columns.size())
            .filter(
                i ->
                    varying.contains(columns.get(i).name())
                        || CellGrid.explainsLabel(columns.get(i).name(), columns))
            .boxed()
            .toList();
    StringBuilder out = new StringBuilder();
    out.append(shown.stream().map(i -> columns.get(i).name()).collect(Collectors.joining(",")));
    out.append('\n');
    assertTrue(design.design().cells() <= MOST_ROWS, "a snippet is too long for the page");
    for (long cell = 0; cell < design.design().cells(); cell++) {
      List<String> row = texts.of(cell, design.design().cell().apply(cell));
      out.append(shown.stream().map(i -> quoted(row.get(i))).collect(Collectors.joining(",")));
      out.append('\n');
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return text.contains(",") ? '"' + text + '"' : text;
  }

  /** A study whose rate is a schedule. */
  private static final class Scheduled implements Study {

    record Rated(Choice<SchedulePlugin<?>> rate) {}

    @Override
    public String name() {
      return "example-study";
    }

    @Override
    public String summary() {
      return "A study of this test.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public List<Claim> claims() {
      return List.of();
    }

    @Override
    public List<Experiment<?>> experiments() {
      return List.of(new Idle());
    }

    private static final class Idle implements Experiment<Rated> {
      @Override
      public String name() {
        return "example";
      }

      @Override
      public String summary() {
        return "Does nothing.";
      }

      @Override
      public Rated defaults() {
        Choice<SchedulePlugin<?>> rate = Choice.ofDefaults(new Constant());
        return new Rated(rate);
      }

      @Override
      public List<Column> metrics() {
        return List.of();
      }

      @Override
      public Design<Rated> design(Profile profile, Tables earlier) {
        return Design.single(defaults(), 1);
      }

      @Override
      public void run(Rated parameters, Trial trial) {}
    }
  }
}
