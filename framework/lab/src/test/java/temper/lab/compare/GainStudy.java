package temper.lab.compare;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;

/**
 * A study whose truth is known: the score is the gain plus much noise that all cells of a replicate
 * share and a little of their own. Gains beyond 90 diverge in every second replicate.
 */
@AutoService(Study.class)
public final class GainStudy implements Study {

  /** Parameters; {@code idle} does nothing. */
  public record Gain(
      double gain, double idle, @Positive int width, Choice<SchedulePlugin<?>> rate) {}

  @Override
  public String name() {
    return "vary-gain";
  }

  @Override
  public String summary() {
    return "Scores that rise with a gain";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Gains("gains", List.of()), new Gains("later", List.of("gains")));
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  record Gains(String name, List<String> decidedBy) implements Experiment<Gain> {

    @Override
    public String summary() {
      return "Scores of gains";
    }

    @Override
    public Gain defaults() {
      Choice<SchedulePlugin<?>> rate = Choice.ofDefaults(new Constant());
      return new Gain(1, 0, 1, rate);
    }

    @Override
    public List<Column> metrics() {
      return List.of(
          Column.number("score", "gain and noise").in("points"),
          Column.integer("steps", "10 times the width"),
          Column.text("word", "a word"));
    }

    @Override
    public List<TableSchema> tables() {
      return List.of(
          new TableSchema(
              "curve",
              "The score while it grows.",
              List.of(
                  Column.integer("epoch", "from 1 to 4"),
                  Column.number("level", "score reached").in("points"),
                  Column.text("phase", "early or late"))));
    }

    @Override
    public Design<Gain> design(Profile profile, Tables earlier) {
      Choice<SchedulePlugin<?>> rate = defaults().rate();
      return Design.of(List.of(new Gain(1, 0, 1, rate), new Gain(2, 0, 1, rate)), 3);
    }

    @Override
    public void run(Gain parameters, Trial trial) {
      double shared = trial.stream("shared").gaussian();
      double own = trial.stream("own", Double.doubleToLongBits(parameters.gain())).gaussian();
      if (parameters.gain() > 90 && shared > 0) {
        throw new DivergedException("too much gain");
      }
      double score = parameters.gain() + 10 * shared + 0.1 * own;
      for (int epoch = 1; epoch <= 4; epoch++) {
        trial.row("curve", epoch, score * epoch / 4, epoch < 3 ? "early" : "late");
      }
      trial.metric("score", score);
      trial.metric("steps", 10L * parameters.width());
      trial.metric("word", "done");
    }
  }
}
