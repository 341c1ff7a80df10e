package temper.lab.engine;

import java.util.function.Function;
import temper.data.Dataset;
import temper.lab.config.ResolvedStudy;
import temper.random.StreamRoot;

/**
 * What every trial of a run shares.
 *
 * @param root root of all random streams
 * @param datasets opens a data set by name; thread-safe
 * @param stop the wish to stop
 */
record TrialServices(StreamRoot root, Function<String, Dataset> datasets, StopSignal stop) {

  static TrialServices of(ResolvedStudy config, RunSettings settings) {
    return new TrialServices(
        new StreamRoot(config.rootName()), settings.data()::open, settings.stop());
  }
}
