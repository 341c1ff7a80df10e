package temper.optim;

/**
 * A contiguous range of a model's flat parameters that is treated alike.
 *
 * @param start index of its first number, {@code >= 0}
 * @param size how many numbers it has, {@code >= 0}
 * @param rateFactor factor of the learning rate, {@code >= 0}; 0 takes away all that is multiplied
 *     by the rate, while noise or decay that is added after it still moves the group
 * @param decayFactor factor of the weight decay, {@code >= 0}
 * @since 0.2
 */
public record ParameterGroup(int start, int size, double rateFactor, double decayFactor) {

  /** Rejects negative numbers. */
  public ParameterGroup {
    if (start < 0 || size < 0 || !(rateFactor >= 0) || !(decayFactor >= 0)) {
      throw new IllegalArgumentException(
          "a group has start, size and factors >= 0, got start %d, size %d, rate factor %s, decay factor %s"
              .formatted(start, size, rateFactor, decayFactor));
    }
  }

  /**
   * The number after the group's last one.
   *
   * @return {@code start + size}
   */
  public int end() {
    return start + size;
  }
}
