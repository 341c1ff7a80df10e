package temper.lab.paper;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.plugin.Source;
import temper.stats.Exact;
import temper.stats.Mean;
import temper.stats.Region;

/**
 * Throws of a coin that is more or less fair, so that everything a paper can say of it differs from
 * coin to coin.
 */
record CoinStudy(double bias, int replicates) implements Study {

  static final String NAME = "coin";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Throws of a coin.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Throws("throws", bias, replicates), new NeedsData());
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        claim("COIN-1", "student-t", List.of("throws"), CoinStudy::means),
        claim("COIN-2", Claim.EXACT, List.of("throws"), CoinStudy::exact),
        claim("COIN-3", "student-t", List.of("more-throws"), CoinStudy::means));
  }

  private static Claim claim(
      String id, String test, List<String> experiments, Function<Tables, List<Claim.Part>> parts) {
    return new Claim(
        id,
        "nowhere",
        "A coin of 50 % & more_",
        "heads",
        test,
        "> 0.45",
        "none",
        "",
        experiments,
        parts);
  }

  private static List<Claim.Part> means(Tables tables) {
    return List.of(
        part(tables, 10, "heads, 10 throws"), part(tables, 1000, "5 % of heads, 1000 throws"));
  }

  private static Claim.Part part(Tables tables, int throwsOfCoin, String name) {
    Table rows = tables.trials("throws").where("throws_of", throwsOfCoin);
    return new Claim.Part(name, Mean.of(rows.numbers("heads")), Region.above(0.45));
  }

  private static List<Claim.Part> exact(Tables tables) {
    double first = tables.trials("throws").numbers("heads")[0];
    return List.of(new Claim.Part("first heads", new Exact(first), Region.above(0.45)));
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "heads",
            "Heads",
            "Share of heads.",
            List.of("throws"),
            tables -> {
              double[] heads = tables.trials("throws").numbers("heads");
              return Chart.of(
                  Panel.of(
                      "",
                      Axis.linear("heads"),
                      Axis.linear("heads"),
                      new Layer.Points("", Ink.of(0), heads, heads)));
            }));
  }

  /** Throws. */
  record Throws(String name, double bias, int replicates) implements Experiment<Throws.Setting> {

    /** A number of throws. */
    record Setting(int throwsOf) {}

    @Override
    public String summary() {
      return "Throws a coin";
    }

    @Override
    public Setting defaults() {
      return new Setting(10);
    }

    @Override
    public List<Column> metrics() {
      return List.of(Column.number("heads", "share of heads"));
    }

    @Override
    public List<TableSchema> tables() {
      return List.of(
          new TableSchema("first", "the first throw", List.of(Column.number("side", "side"))));
    }

    @Override
    public Design<Setting> design(Profile profile, Tables earlier) {
      return Design.of(List.of(new Setting(10), new Setting(1000)), replicates);
    }

    @Override
    public void run(Setting setting, Trial trial) {
      var coin = trial.stream("coin");
      int heads = 0;
      for (int i = 0; i < setting.throwsOf(); i++) {
        heads += coin.uniform() < bias ? 1 : 0;
      }
      trial.metric("heads", (double) heads / setting.throwsOf());
      trial.row("first", bias);
    }
  }

  /** Throws that wait for data. */
  record NeedsData() implements Experiment<Throws.Setting> {

    @Override
    public String name() {
      return "more-throws";
    }

    @Override
    public String summary() {
      return "Throws a coin that nobody has";
    }

    @Override
    public Throws.Setting defaults() {
      return new Throws.Setting(10);
    }

    @Override
    public List<String> datasets() {
      return List.of("fashion-mnist");
    }

    @Override
    public List<Column> metrics() {
      return List.of(Column.number("heads", "share of heads"));
    }

    @Override
    public Design<Throws.Setting> design(Profile profile, Tables earlier) {
      return Design.single(defaults(), 3);
    }

    @Override
    public void run(Throws.Setting setting, Trial trial) {
      trial.metric("heads", 1);
    }
  }
}
