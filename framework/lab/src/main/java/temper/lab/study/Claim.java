package temper.lab.study;

import java.util.List;
import java.util.function.Function;
import temper.stats.Evidence;
import temper.stats.Region;

/**
 * A statement of a paper with the test that decides it, fixed before the first trial.
 *
 * @param id unique within the project, such as {@code NAK-4}
 * @param place where in the paper it stands
 * @param statement what the paper states, in our words
 * @param quantity what is measured
 * @param test name of the test, such as {@code clopper-pearson}; {@link #EXACT} takes the claim out
 *     of the family that Holm's method corrects
 * @param region values of the quantity that count as reproduced, in words; what decides is the
 *     {@link Part#region()} of each part
 * @param divergence how trials that diverged count, in words
 * @param reduced in which respects our scale is smaller than the paper's; empty if in none
 * @param experiments names of the experiments whose tables it is decided on
 * @param evaluation the parts of the claim, computed from tables; a conjunction has more than one
 * @since 0.1
 */
public record Claim(
    String id,
    String place,
    String statement,
    String quantity,
    String test,
    String region,
    String divergence,
    String reduced,
    List<String> experiments,
    Function<Tables, List<Part>> evaluation) {

  /** The test of a claim about quantities without sampling error. */
  public static final String EXACT = "exact";

  /** Copies the list. */
  public Claim {
    experiments = List.copyOf(experiments);
  }

  /**
   * Whether the claim is about quantities without sampling error and so stands outside corrections
   * for multiple comparisons.
   *
   * @return true if its test is {@link #EXACT}
   */
  public boolean exact() {
    return test.equals(EXACT);
  }

  /**
   * One quantity of a claim. A claim is reproduced if each of its parts is.
   *
   * @param quantity what was measured, such as {@code P(A > B), n = 5}
   * @param evidence what the tables say about it
   * @param region values that count as reproduced
   */
  public record Part(String quantity, Evidence evidence, Region region) {}
}
