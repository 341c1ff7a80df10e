package temper.train;

import temper.tensor.Tensor;

/**
 * A network at a step, kept for later: for ensembles, averages, or a file.
 *
 * @param step completed steps
 * @param parameters its parameters; not to be modified
 * @param state what it keeps but does not train; not to be modified
 * @since 0.2
 */
public record Snapshot(long step, Tensor parameters, Tensor state) {}
