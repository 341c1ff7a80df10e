package temper.nn;

/**
 * The window of a convolution or pool: as many rows as columns.
 *
 * @param kernel rows and columns, {@code >= 1}
 * @param stride step between windows, {@code >= 1}
 * @param padding positions added on each side, {@code >= 0}, less than {@code kernel}
 * @since 0.2
 */
public record Window(int kernel, int stride, int padding) {}
