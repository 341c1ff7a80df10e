package temper.studies.largeinitialrate.theory;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Note;

/**
 * The theory's part of the study of large initial rates: what needs no data set.
 *
 * @since 0.2
 */
public final class TheoryPart {

  private TheoryPart() {}

  /**
   * The experiments.
   *
   * @return experiments in the order in which they run
   */
  public static List<Experiment<?>> experiments() {
    return List.of(
        new LargeAgainstSmall(),
        new RateDose(),
        new LinearDose(),
        new NoiseDose(),
        new Mitigation(),
        new EqualNoise(),
        new WeakerPattern(),
        new FactorsFromZero(),
        new WithoutNoise(),
        new LongSecondPhase(),
        new FirstAttempt());
  }

  /**
   * The claims about them.
   *
   * @return claims in the order of the report
   */
  public static List<Claim> claims() {
    return TheoryClaims.all();
  }

  /**
   * The figures of them.
   *
   * @return figures in the order of the report
   */
  public static List<Figure> figures() {
    return Stream.concat(PairFigures.all().stream(), GridFigures.all().stream()).toList();
  }

  /**
   * What a reader must know beside the claims.
   *
   * @return notes in the order of the report
   */
  public static List<Note> notes() {
    return TheoryNotes.all();
  }
}
