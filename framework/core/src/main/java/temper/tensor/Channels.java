package temper.tensor;

/**
 * The geometry of an operation channel by channel: shape [batch, channels, plane].
 *
 * @param batch examples, {@code >= 0}
 * @param channels channels, {@code >= 0}
 * @param plane positions of one channel of one example, {@code >= 0}: 1 after a dense layer, height
 *     times width for images
 * @since 0.2
 */
public record Channels(int batch, int channels, int plane) {

  /** Rejects negative lengths. */
  public Channels {
    if (batch < 0 || channels < 0 || plane < 0) {
      throw new IllegalArgumentException(
          "channels have lengths >= 0, got batch %d, channels %d, plane %d"
              .formatted(batch, channels, plane));
    }
  }
}
