package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

class FigureTrialsTest {

  private static final Tables TABLES =
      new Tables() {
        @Override
        public Set<String> experiments() {
          return Set.of("walks", "flow");
        }

        @Override
        public Table trials(String experiment) {
          return Table.builder(3)
              .texts("trial", new String[] {experiment + "1", experiment + "2", experiment + "3"})
              .numbers("loss", new double[] {1, 2, 3})
              .build();
        }

        @Override
        public Table table(String experiment, String table) {
          return table.equals("totals")
              ? Table.builder(1).numbers("loss", new double[] {1}).build()
              : trials(experiment);
        }
      };

  private static String csv(Function<Tables, double[]> read) {
    Function<Tables, Chart> chart =
        tables -> {
          double[] values = read.apply(tables);
          Layer points = new Layer.Points("", Ink.of(0), values, values);
          return Chart.of(Panel.of("", Axis.linear("x"), Axis.linear("y"), points));
        };
    Figure figure = new Figure("f", "F", "A figure.", List.of("walks"), chart);
    return FigureTrials.trace(figure, TABLES).csv();
  }

  @Test
  void trialsThatAreReadAreNamedInPlanOrder() {
    String csv = csv(t -> t.trials("walks").select(i -> i != 1).numbers("loss"));

    assertEquals("experiment,trial\nwalks,walks1\nwalks,walks3\n", csv);
  }

  @Test
  void anExperimentOfWhichEverythingIsReadIsNamedAsAWhole() {
    assertEquals("experiment,trial\nwalks,*\n", csv(t -> t.trials("walks").numbers("loss")));
  }

  @Test
  void anExperimentKnownByItsSummaryAloneIsNamedAsAWhole() {
    assertEquals("experiment,trial\nwalks,*\n", csv(t -> new double[] {1}));
    assertEquals(
        "experiment,trial\nwalks,*\n", csv(t -> t.table("walks", "totals").numbers("loss")));
  }

  @Test
  void otherExperimentsThatAreReadAreNamedToo() {
    String csv = csv(t -> t.table("flow", "course").where("loss", 2).numbers("loss"));

    assertEquals("experiment,trial\nwalks,*\nflow,flow2\n", csv);
  }
}
