package temper.lab.engine;

import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.random.StreamRoot;

/**
 * What every trial of a run shares.
 *
 * @param root root of all random streams
 * @param data opens data sets; thread-safe
 * @param stop the wish to stop
 */
record TrialServices(StreamRoot root, DataFolder data, StopSignal stop) {

  static TrialServices of(ResolvedStudy config, RunSettings settings) {
    return new TrialServices(new StreamRoot(config.rootName()), settings.data(), settings.stop());
  }
}
