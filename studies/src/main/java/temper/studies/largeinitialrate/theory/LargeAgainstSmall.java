package temper.studies.largeinitialrate.theory;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.studies.largeinitialrate.theory.TheoryParameters.Scale;

/** A large rate that is annealed against a small one, at equal train loss. */
final class LargeAgainstSmall implements TwoPhaseExperiment {

  static final String NAME = "large-against-small";

  /** Replicates whose course is kept. */
  private static final int COURSES = 10;

  /** Where noise is added. */
  enum Setting {
    /** Noise on gradients of the second block alone. */
    SECOND_BLOCK("noise on the second block"),
    /** Noise on all gradients, as in the paper. */
    SPHERICAL("spherical noise");

    private final String label;

    Setting(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    TheoryParameters base() {
      return switch (this) {
        case SECOND_BLOCK -> TheoryParameters.SECOND_BLOCK_NOISE;
        case SPHERICAL -> TheoryParameters.SPHERICAL_NOISE;
      };
    }

    /** The rows of this setting among those of an experiment. */
    Arms arms(Tables tables, String experiment) {
      return Arms.of(tables, experiment).where("noise.first", base().noise().first());
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test error and order of learning of a large rate that is annealed and of a small one.";
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(TwoPhaseRun.COURSE_TABLE);
  }

  @Override
  public List<TheoryParameters> cells() {
    return Stream.of(Setting.values())
        .flatMap(
            setting ->
                Stream.of(TheoryParameters.LARGE, TheoryParameters.SMALL).map(setting.base()::with))
        .toList();
  }

  /** Only the smallest profile is smaller: two pairs of full size take few seconds. */
  @Override
  public Design<TheoryParameters> design(Profile profile, Tables earlier) {
    Scale scale = profile == Profile.SMOKE ? Scale.TENTH : Scale.FULL;
    return Design.of(cells().stream().map(cell -> cell.with(scale)).toList(), replicates(profile));
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.pairs(profile);
  }

  @Override
  public void run(TheoryParameters p, Trial trial) {
    boolean course = trial.replicate() < COURSES;
    new TwoPhaseRun(p, trial, new TwoPhaseRun.Recording(course, List.of())).run();
  }
}
