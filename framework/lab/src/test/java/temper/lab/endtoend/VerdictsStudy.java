package temper.lab.endtoend;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Source;
import temper.stats.Exact;
import temper.stats.Mean;
import temper.stats.Region;

/** A study of every verdict, with texts that a terminal would obey and data that nobody has. */
@AutoService(Study.class)
public final class VerdictsStudy implements Study {

  @Override
  public String name() {
    return "verdicts";
  }

  @Override
  public String summary() {
    return "Claims of every verdict\u001b[2J\u009b31m";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Numbers(), new NeedsData());
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        claim("V-1", "student-t", "mean", "numbers", Region.between(-2, 2)),
        claim("V-2", "student-t", "mean", "numbers", Region.atLeast(0.0001)),
        claim("V-3", Claim.EXACT, "refute", "numbers", Region.atMost(0)),
        claim("V-4", "student-t", "mean", "needs-data", Region.atMost(0)));
  }

  private static Claim claim(
      String id, String test, String quantity, String experiment, Region region) {
    return new Claim(
        id,
        "nowhere",
        "a statement\u001b]0;owned\u0007 of claim " + id,
        quantity,
        test,
        region.toString(),
        "none can",
        "",
        List.of(experiment),
        tables ->
            List.of(part(tables.trials(experiment).numbers("value"), quantity, tables, region)));
  }

  private static Claim.Part part(double[] values, String quantity, Tables tables, Region region) {
    boolean refute = tables.trials("numbers").texts("refute").get(0).equals("true");
    return quantity.equals("mean")
        ? new Claim.Part(quantity, Mean.of(values), region)
        : new Claim.Part(quantity, new Exact(refute ? 1 : 0), region);
  }

  @Override
  public List<Figure> figures() {
    return List.of();
  }

  /** Whether the exact claim is to be refuted. */
  public record Setting(boolean refute) {}

  /** Small random numbers. */
  static class Numbers implements Experiment<Setting> {

    @Override
    public String name() {
      return "numbers";
    }

    @Override
    public String summary() {
      return "Numbers around zero";
    }

    @Override
    public Setting defaults() {
      return new Setting(true);
    }

    @Override
    public List<Column> metrics() {
      return List.of(Column.number("value", "a number"));
    }

    @Override
    public Design<Setting> design(Profile profile, Tables earlier) {
      return Design.single(defaults(), 20);
    }

    @Override
    public void run(Setting parameters, Trial trial) {
      trial.metric("value", trial.stream("value").uniform() - 0.5);
    }
  }

  /** The same, once there is data. */
  static final class NeedsData extends Numbers {

    @Override
    public String name() {
      return "needs-data";
    }

    @Override
    public List<String> datasets() {
      return List.of("fashion-mnist");
    }
  }
}
