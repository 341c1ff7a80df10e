package temper.lab.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a study file asks to be compared: one family of paired tests.
 *
 * @param experiment name of the experiment
 * @param metrics names of its metrics
 * @param baselines values of the parameters that are compared, by name, as they stand in tables
 * @param test how it is tested
 * @param direction which values of the metrics are better
 * @param divergence how trials count that diverged
 * @param level probability that any of the family is decided wrongly
 * @since 0.1
 */
public record Comparison(
    String experiment,
    List<String> metrics,
    List<Map<String, String>> baselines,
    Test test,
    Direction direction,
    Divergence divergence,
    double level) {

  /** Copies the lists. */
  public Comparison {
    metrics = List.copyOf(metrics);
    baselines =
        baselines.stream()
            .map(one -> Collections.unmodifiableMap(new LinkedHashMap<>(one)))
            .toList();
  }

  /** Tests of differences within pairs. */
  public enum Test {
    /** The mean, by Student's t. */
    PAIRED_T("paired-t", "mean difference", false),
    /** The mean of a symmetric distribution, by flipping signs. */
    SIGN_FLIP("sign-flip", "mean difference", false),
    /** The centre of a symmetric distribution, by signed ranks. */
    WILCOXON("wilcoxon", "median of averaged differences", true),
    /** The median, by the sign test. */
    SIGN("sign", "median difference", true);

    private final String label;
    private final String quantity;
    private final boolean ranks;

    Test(String label, String quantity, boolean ranks) {
      this.label = label;
      this.quantity = quantity;
      this.ranks = ranks;
    }

    /**
     * The name in a study file.
     *
     * @return lower-case words joined by hyphens
     */
    public String label() {
      return label;
    }

    /**
     * What is estimated.
     *
     * @return a few words
     */
    public String quantity() {
      return quantity;
    }

    /**
     * Whether only the order matters, so that a trial can count as the worst.
     *
     * @return true for tests of ranks and signs
     */
    public boolean ranks() {
      return ranks;
    }
  }

  /** Which values of a metric are better. */
  public enum Direction {
    /** Large values are better. */
    HIGHER,
    /** Small values are better. */
    LOWER,
    /** Nothing is said. */
    NONE;

    /**
     * The name in a study file.
     *
     * @return a word
     */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How trials count that diverged. */
  public enum Divergence {
    /** Pairs with such a trial are left out, and counted. */
    EXCLUDED("excluded"),
    /** Such a trial is worse than any other; two of them are equal. */
    WORST_RANK("worst-rank");

    private final String label;

    Divergence(String label) {
      this.label = label;
    }

    /**
     * The name in a study file.
     *
     * @return lower-case words joined by hyphens
     */
    public String label() {
      return label;
    }
  }

  static List<String> tests() {
    return Arrays.stream(Test.values()).map(Test::label).toList();
  }

  static List<String> directions() {
    return List.of(Direction.HIGHER.label(), Direction.LOWER.label());
  }

  static List<String> divergences() {
    return Arrays.stream(Divergence.values()).map(Divergence::label).toList();
  }

  /**
   * The cells that are compared.
   *
   * @param grid the cells of its experiment
   * @return the pairs of all baselines; of two baselines that meet in both orders the first counts
   */
  public List<CellPairs.Pair> pairs(CellGrid grid) {
    List<CellPairs.Pair> all = new ArrayList<>();
    Set<List<Integer>> known = new HashSet<>();
    for (Map<String, String> baseline : baselines) {
      for (CellPairs.Pair pair : CellPairs.of(grid, baseline).pairs()) {
        if (!known.contains(List.of(pair.cell(), pair.baseline()))) {
          known.add(List.of(pair.baseline(), pair.cell()));
          all.add(pair);
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * The number of cells that have no baseline to be compared with.
   *
   * @param grid the cells of its experiment
   * @return a sum over the baselines
   */
  public int without(CellGrid grid) {
    return baselines.stream().mapToInt(one -> CellPairs.of(grid, one).without()).sum();
  }

  /**
   * What is compared, in a line.
   *
   * @return such as {@code loss: rate=constant against all others, paired-t}
   */
  public String described() {
    String from =
        baselines.stream()
            .map(
                one ->
                    one.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ")))
            .collect(Collectors.joining(" and "));
    return String.join(", ", metrics) + ": all others against " + from;
  }
}
