package temper.benchmarks;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Source;

/**
 * A study whose trials do next to nothing, so that what a run costs is the engine's own share.
 *
 * @since 0.1
 */
@AutoService(Study.class)
public final class EmptyTrials implements Study {

  /** The name under which a study file asks for this study. */
  static final String NAME = "empty-trials";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Trials that only add two numbers, to measure the engine";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Addition());
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  /**
   * The numbers that a trial adds.
   *
   * @param a a whole number
   * @param b a real number
   */
  record Summands(int a, double b) {}

  /** Adds two numbers. */
  static final class Addition implements Experiment<Summands> {

    /** The name of the folder of its results. */
    static final String NAME = "addition";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String summary() {
      return "The sum of two numbers";
    }

    @Override
    public Summands defaults() {
      return new Summands(1, 0.5);
    }

    @Override
    public List<Column> metrics() {
      return List.of(Column.number("sum", "a + b"));
    }

    @Override
    public Design<Summands> design(Profile profile, Tables earlier) {
      return Design.single(defaults(), 1);
    }

    @Override
    public void run(Summands parameters, Trial trial) {
      trial.metric("sum", parameters.a() + parameters.b());
    }
  }
}
