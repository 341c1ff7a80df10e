package temper.lab.report;

import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.plugin.Choice;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.random.RandomStream;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.stats.Mean;
import temper.stats.Region;

/** Descent on a parabola with noise, whose claim and figure are about noise 0.5 and no other. */
final class DescentStudy implements Study {

  /** Parameters of a descent. */
  record Descent(Choice<SchedulePlugin<?>> rate, @NonNegative double noise, @Positive int steps) {}

  @Override
  public String name() {
    return "descent-study";
  }

  @Override
  public String summary() {
    return "Descent with noise.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Descends("descent"), new Descends("control"));
  }

  @Override
  public List<Claim> claims() {
    return List.of(claim("D-1", "descent"), claim("D-2", "control"));
  }

  private static Claim claim(String id, String experiment) {
    return new Claim(
        id,
        "nowhere",
        "noise keeps the loss up",
        "mean loss",
        "t",
        ">= -1000",
        "counted as missing",
        "",
        List.of(experiment),
        tables ->
            List.of(
                new Claim.Part(
                    "mean loss",
                    Mean.of(ofHalf(tables, experiment).numbers("loss")),
                    Region.atLeast(-1000))));
  }

  private static Table ofHalf(Tables tables, String experiment) {
    Table half = tables.trials(experiment).where("noise", 0.5);
    if (half.rows() == 0) {
      throw new IllegalArgumentException("no row for noise 0.5");
    }
    return half;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "losses",
            "Losses",
            "Losses at noise 0.5.",
            List.of("descent"),
            tables -> {
              double[] losses = ofHalf(tables, "descent").numbers("loss");
              return Chart.of(
                  Panel.of(
                      "",
                      Axis.linear("loss"),
                      Axis.linear("loss"),
                      new Layer.Points("", Ink.of(0), losses, losses)));
            }));
  }

  record Descends(String name) implements Experiment<Descent> {

    @Override
    public String summary() {
      return "Descends a parabola";
    }

    @Override
    public Descent defaults() {
      Choice<SchedulePlugin<?>> rate = Choice.ofDefaults(new Constant());
      return new Descent(rate, 0.5, 10);
    }

    @Override
    public List<Column> metrics() {
      return List.of(
          Column.number("loss", "loss at the end").in("nats"), Column.text("word", "a word"));
    }

    @Override
    public Design<Descent> design(Profile profile, Tables earlier) {
      Choice<SchedulePlugin<?>> rate = defaults().rate();
      return Design.of(List.of(new Descent(rate, 0.5, 10), new Descent(rate, 1, 10)), 4);
    }

    @Override
    public void run(Descent parameters, Trial trial) {
      RandomStream noise = trial.stream("noise");
      Schedule rate = Schedule.of(parameters.rate(), Horizon.ofSteps(parameters.steps()));
      double place = 1;
      for (int step = 0; step < parameters.steps(); step++) {
        place -= rate.at(step) * (place + parameters.noise() * noise.gaussian());
      }
      trial.metric("loss", place * place);
      trial.metric("word", "done");
    }
  }
}
