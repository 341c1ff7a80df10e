package temper.lab.engine;

import java.util.function.Function;
import temper.data.Dataset;
import temper.random.StreamRoot;

/**
 * What every trial of a run shares.
 *
 * @param root root of all random streams
 * @param datasets opens a data set by name; thread-safe
 * @param stop the wish to stop
 */
record TrialServices(StreamRoot root, Function<String, Dataset> datasets, StopSignal stop) {}
