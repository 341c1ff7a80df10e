package temper.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.CellGrid;
import temper.lab.config.Comparison;
import temper.lab.config.Plot;
import temper.lab.config.Products;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.PlanSummary;
import temper.lab.engine.RunSettings;
import temper.lab.engine.StudyRun;
import temper.lab.engine.StudyView;
import temper.lab.report.Rounded;
import temper.lab.store.StudyFolder;

/** {@code temper plan}. */
@Command(
    name = "plan",
    description = {
      "Shows what run would do and why: trials, what is kept, estimated time and disk.",
      "Registers claims, cells and code in the result folder, if it can be written; runs nothing."
    })
final class PlanCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private RunOptions options = new RunOptions();
  @Mixin private RunOptions.Execution execution = new RunOptions.Execution();

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  @Option(
      names = "--cells",
      description = "Lists the swept values of the cells too: the first 20 of each sweep.")
  boolean cells;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.resolve(options);
    Path folder = Targets.folder(options, study);
    options.yes = true; // Looking costs nothing.
    RunSettings settings = new Runner(session, execution).settings(options, study);
    boolean writable = StudyFolder.isWritable(folder);
    PlanSummary plan =
        writable ? register(study, folder, settings) : lookAt(study, folder, settings);
    if (json) {
      session.console().resultText(Json.text(toJson(study, folder, plan)));
    } else {
      print(study, plan);
      session
          .console()
          .result(
              writable
                  ? "registered in "
                      + folder
                      + "; nothing was run. Next: temper run with the same arguments"
                  : "not registered, as " + folder + " cannot be written; nothing was run.");
    }
    return ExitCode.DONE.code();
  }

  private PlanSummary register(ResolvedStudy study, Path folder, RunSettings settings) {
    try (StudyRun run = StudyRun.open(study, folder, settings, new Notices(session.console()))) {
      return run.summary();
    }
  }

  private static PlanSummary lookAt(ResolvedStudy study, Path folder, RunSettings settings) {
    try (StudyView view = StudyView.open(study, folder, settings)) {
      return view.summary();
    }
  }

  private void print(ResolvedStudy study, PlanSummary plan) {
    Console console = session.console();
    console.result(
        study.study().name()
            + ", profile "
            + study.profile().label()
            + ", seeds "
            + study.rootName());
    TextTable table =
        new TextTable(
            "experiment", "cells", "replicates", "trials", "kept", "to run", "time", "disk", "why");
    for (PlanSummary.Row row : plan.rows()) {
      boolean known = row.cells() >= 0;
      table.row(
          row.experiment(),
          known ? "" + row.cells() : "?",
          known ? "" + row.replicates() : "?",
          known ? "" + row.trials() : row.trials() < 0 ? "?" : "<= " + row.trials(),
          "" + row.kept(),
          "" + row.toRun(),
          Estimates.time(row.seconds()),
          Estimates.bytes(row.bytes()),
          row.why());
    }
    console.resultText(table.render(console.width()));
    if (cells) {
      console.resultText(CellListing.of(study, console.width()));
    }
    for (String line : products(study.products())) {
      TextTable.wrap(line, console.width()).forEach(console::result);
    }
  }

  /** What will be made of the results. */
  private static List<String> products(Products products) {
    List<String> lines = new ArrayList<>();
    for (Comparison comparison : products.comparisons()) {
      CellGrid grid = Objects.requireNonNull(products.grids().get(comparison.experiment()));
      int tests = comparison.pairs(grid).size() * comparison.metrics().size();
      int without = comparison.without(grid);
      lines.add(
          "will compare "
              + comparison.described()
              + " ("
              + tests
              + (tests == 1 ? " test" : " tests")
              + " by "
              + comparison.test().label()
              + ", Holm at "
              + Rounded.text(comparison.level())
              + ")"
              + (without > 0 ? "; " + without + " cells have no baseline" : ""));
    }
    for (Plot plot : products.plots()) {
      lines.add("will draw " + plot.name() + ": " + plot.described());
    }
    return lines;
  }

  private static Map<String, Object> toJson(ResolvedStudy study, Path folder, PlanSummary plan) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("study", study.study().name());
    out.put("profile", study.profile().label());
    out.put("root", study.rootName());
    out.put("folder", folder.toString());
    List<Map<String, Object>> rows = plan.rows().stream().map(PlanCommand::toJson).toList();
    out.put("experiments", rows);
    out.put("products", products(study.products()));
    return out;
  }

  private static Map<String, Object> toJson(PlanSummary.Row row) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("experiment", row.experiment());
    out.put("cells", row.cells());
    out.put("replicates", row.replicates());
    out.put("trials", row.trials());
    out.put("kept", row.kept());
    out.put("to_run", row.toRun());
    out.put("seconds", Double.isNaN(row.seconds()) ? null : row.seconds());
    out.put("bytes", row.bytes());
    out.put("why", row.why());
    return out;
  }
}
