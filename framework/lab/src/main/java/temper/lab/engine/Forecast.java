package temper.lab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.ExperimentStore;
import temper.lab.store.ResultFolder;
import temper.lab.study.Experiment;
import temper.lab.study.TableSchema;

/** Says what a run would do, with time estimated from earlier runs of the same experiments. */
final class Forecast {

  private static final int BYTES_A_CELL = 12;
  private static final int ROWS_A_TABLE = 10;

  private Forecast() {}

  static PlanSummary of(
      ResolvedStudy config,
      Map<String, ExperimentPlan<?>> plans,
      Map<String, String> skipped,
      RunSettings settings,
      ResultFolder folder) {
    Map<String, double[]> timings = Timings.parse(folder.read(Timings.FILE));
    List<PlanSummary.Row> rows = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      ExperimentPlan<?> plan = plans.get(experiment.name());
      if (plan == null) {
        rows.add(
            unknown(
                experiment,
                experiment.mostTrials(config.profile()),
                "decided by " + String.join(", ", config.deciders(experiment))));
        continue;
      }
      PlanSummary.Row row =
          row(plan, folder.experiment(plan.layout()), settings, timings.get(experiment.name()));
      boolean skip = skipped.containsKey(experiment.name()) && row.toRun() > 0;
      rows.add(
          skip
              ? unknown(experiment, plan.size(), "skipped: " + skipped.get(experiment.name()))
              : row);
    }
    return new PlanSummary(rows);
  }

  private static PlanSummary.Row unknown(Experiment<?> experiment, long most, String why) {
    return new PlanSummary.Row(experiment.name(), -1, -1, most, 0, 0, Double.NaN, 0, why);
  }

  private static PlanSummary.Row row(
      ExperimentPlan<?> plan,
      ExperimentStore store,
      RunSettings settings,
      double @org.jspecify.annotations.Nullable [] timing) {
    long kept = 0;
    long toRun = 0;
    for (long index = 0; index < plan.size(); index++) {
      if (store.contains(plan.id(index))) {
        kept++;
      } else if (settings.shard().contains(index)) {
        toRun++;
      }
    }
    double seconds = Double.NaN;
    if (toRun == 0) {
      seconds = 0;
    } else if (timing != null && timing[0] > 0) {
      seconds = toRun * timing[1] / timing[0] / settings.workers();
    }
    String why = toRun == 0 ? "all finished" : kept > 0 ? "some are missing" : "new";
    return new PlanSummary.Row(
        plan.experiment().name(),
        plan.cells(),
        plan.replicates(),
        plan.size(),
        kept,
        toRun,
        seconds,
        bytes(plan),
        why);
  }

  /** A rough size of the tables: known columns, guessed widths and numbers of rows. */
  private static long bytes(ExperimentPlan<?> plan) {
    int cells = plan.layout().parameters().size() + plan.layout().metrics().size() + 3;
    for (TableSchema table : plan.layout().tables()) {
      cells += ROWS_A_TABLE * (table.columns().size() + plan.layout().varying().size() + 2);
    }
    return plan.size() * cells * BYTES_A_CELL;
  }
}
