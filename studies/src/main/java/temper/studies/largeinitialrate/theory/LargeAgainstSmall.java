package temper.studies.largeinitialrate.theory;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;

/** A large rate that is annealed against a small one, at equal train loss. */
final class LargeAgainstSmall implements Experiment<TheoryParameters> {

  static final String NAME = "large-against-small";

  /** Where noise is added. */
  enum Setting {
    /** Noise on gradients of the second block alone. */
    SECOND_BLOCK("noise on the second block", TheoryParameters.SECOND_BLOCK_NOISE),
    /** Noise on all gradients, as in the paper. */
    SPHERICAL("spherical noise", TheoryParameters.SPHERICAL_NOISE);

    private final String label;
    private final TheoryParameters base;

    Setting(String label, TheoryParameters base) {
      this.label = label;
      this.base = base;
    }

    String label() {
      return label;
    }

    Arms arms(Tables tables) {
      return Arms.of(tables, NAME).where("noise.first", base.noise().first());
    }
  }

  /** Replicates whose course is kept. */
  private static final int COURSES = 10;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test error and order of learning of a large rate that is annealed and of a small one.";
  }

  @Override
  public TheoryParameters defaults() {
    return TheoryParameters.SECOND_BLOCK_NOISE;
  }

  @Override
  public List<Column> metrics() {
    return TwoPhaseRun.METRICS;
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(TwoPhaseRun.COURSE_TABLE);
  }

  @Override
  public Design<TheoryParameters> design(Profile profile, Tables earlier) {
    List<TheoryParameters> cells =
        Stream.of(Setting.values())
            .flatMap(
                setting ->
                    Stream.of(TheoryParameters.LARGE, TheoryParameters.SMALL).map(setting.base::with))
            .toList();
    return Design.of(cells, Replicates.pairs(profile));
  }

  @Override
  public void run(TheoryParameters p, Trial trial) {
    boolean course = trial.replicate() < COURSES;
    new TwoPhaseRun(p, trial, new TwoPhaseRun.Recording(course, List.of())).run();
  }
}
