package temper.lab.endtoend;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.random.RandomStream;
import temper.stats.Region;

/**
 * A study whose trials do all that trials can do: rows, divergence, checkpoints, a second stage
 * decided by the first.
 */
@AutoService(Study.class)
public final class ProbeStudy implements Study {

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String summary() {
    return "Random walks that test the engine";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Walks(), new Confirmed());
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim(
            "PROBE-1",
            "nowhere",
            "walks end where they began, on average",
            "mean end",
            "mean",
            "[-1, 1]",
            "counted as missing",
            "",
            List.of("walks"),
            tables ->
                List.of(
                    new Claim.Part(
                        "mean end",
                        MeanEvidence.of(tables.trials("walks").numbers("end")),
                        Region.between(-1, 1)))));
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "ends",
            "Ends of walks",
            "Where walks end.",
            List.of("walks"),
            tables -> {
              double[] ends = tables.trials("walks").numbers("end");
              double[] places = new double[ends.length];
              for (int i = 0; i < places.length; i++) {
                places[i] = i;
              }
              return Chart.of(
                  Panel.of(
                      "",
                      Axis.linear("trial"),
                      Axis.linear("end"),
                      new Layer.Points("end", Ink.of(0), places, ends)));
            }));
  }

  /** Parameters of a walk. */
  public record Walk(
      @Positive int steps, @NonNegative double width, @NonNegative double barrier, boolean fail) {}

  /** Walks in one dimension; one that passes the barrier diverges. */
  static final class Walks implements Experiment<Walk> {

    @Override
    public String name() {
      return "walks";
    }

    @Override
    public String summary() {
      return "Random walks with a barrier";
    }

    @Override
    public Walk defaults() {
      return new Walk(200, 1, 100, false);
    }

    @Override
    public List<Column> metrics() {
      return List.of(
          Column.number("end", "where the walk ended"),
          Column.text("side", "left, \"right\", or origin"));
    }

    @Override
    public List<TableSchema> tables() {
      return List.of(
          new TableSchema(
              "path",
              "places on the way",
              List.of(
                  Column.integer("step", "step").in("steps"), Column.number("place", "place"))));
    }

    @Override
    public Design<Walk> design(Profile profile, Tables earlier) {
      List<Walk> cells = new ArrayList<>();
      for (int steps : new int[] {100, 200, 400}) {
        for (double barrier : new double[] {15, 100}) {
          cells.add(new Walk(steps, 1, barrier, false));
        }
      }
      return Design.of(
          cells,
          switch (profile) {
            case SMOKE -> 10;
            case QUICK -> 200;
            case FULL -> 1000;
          });
    }

    @Override
    public void run(Walk walk, Trial trial) {
      if (walk.fail() && trial.replicate() % 3 == 1) {
        throw new IllegalStateException("told to fail");
      }
      RandomStream random = trial.stream("steps");
      double place = 0;
      for (int step = 1; step <= walk.steps(); step++) {
        place += walk.width() * ((random.nextLong() >>> 11) * 0x1.0p-53 - 0.5);
        if (step % 50 == 0) {
          trial.row("path", step, place);
          trial.progress((double) step / walk.steps());
        }
        if (Math.abs(place) > walk.barrier()) {
          throw new DivergedException("passed the barrier at step " + step);
        }
      }
      trial.metric("end", place + Pause.impurity());
      trial.metric("side", place < 0 ? "left" : "\"right\", or origin");
    }
  }

  /** Parameters of a slow sum. */
  public record Sum(@Positive int terms, double start) {}

  /** Long trials with checkpoints, decided by the walks. */
  static final class Confirmed implements Experiment<Sum> {

    @Override
    public String name() {
      return "confirmed";
    }

    @Override
    public String summary() {
      return "Sums that begin where the walks ended";
    }

    @Override
    public Sum defaults() {
      return new Sum(1000, 0);
    }

    @Override
    public List<Column> metrics() {
      return List.of(Column.number("sum", "the sum"));
    }

    @Override
    public List<TableSchema> tables() {
      return List.of(
          new TableSchema("partial", "partial sums", List.of(Column.number("sum", "partial sum"))));
    }

    @Override
    public List<String> decidedBy() {
      return List.of("walks");
    }

    @Override
    public long mostTrials(Profile profile) {
      return 20;
    }

    @Override
    public Design<Sum> design(Profile profile, Tables earlier) {
      double[] ends = earlier.trials("walks").numbers("end");
      List<Sum> cells = new ArrayList<>();
      for (int i = 0; cells.size() < 4 && i < ends.length; i++) {
        if (!Double.isNaN(ends[i])) {
          cells.add(new Sum(2000, ends[i]));
        }
      }
      return Design.of(cells, 5);
    }

    @Override
    public void run(Sum parameters, Trial trial) {
      RandomStream random = trial.stream("terms");
      double[] sum = {parameters.start()};
      int[] term = {0};
      boolean resumed =
          trial.resume(
              in -> {
                int savedTerm = in.readInt();
                double savedSum = in.readDouble();
                term[0] = savedTerm;
                sum[0] = savedSum;
              });
      if (resumed) {
        for (int i = 0; i < term[0]; i++) {
          random.nextLong();
        }
      }
      while (term[0] < parameters.terms()) {
        sum[0] += (random.nextLong() >>> 11) * 0x1.0p-53;
        term[0]++;
        if (term[0] % 100 == 0) {
          trial.row("partial", sum[0]);
          trial.checkpoint(
              out -> {
                out.writeInt(term[0]);
                out.writeDouble(sum[0]);
              });
          trial.progress((double) term[0] / parameters.terms());
          Pause.aMoment();
        }
      }
      trial.metric("sum", sum[0]);
    }
  }
}
