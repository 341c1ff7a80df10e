package temper.lab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import temper.lab.config.ResolvedStudy;
import temper.lab.study.Experiment;

/**
 * Why experiments of a result are not complete, as far as their declarations tell: what is missing
 * on the machine that ran them is no part of a result.
 */
final class Gaps {

  private Gaps() {}

  /** The reason of each incomplete experiment, in the order of the study. */
  static Map<String, String> of(ResolvedStudy config, Set<String> complete) {
    Map<String, String> gaps = new LinkedHashMap<>();
    for (Experiment<?> experiment : config.experiments()) {
      if (!complete.contains(experiment.name())) {
        gaps.put(experiment.name(), reason(config, experiment, complete));
      }
    }
    return gaps;
  }

  private static String reason(
      ResolvedStudy config, Experiment<?> experiment, Set<String> complete) {
    if (!experiment.datasets().isEmpty()) {
      return "needs data set " + String.join(" and ", experiment.datasets());
    }
    List<String> open = new ArrayList<>(config.deciders(experiment));
    open.removeAll(complete);
    return open.isEmpty()
        ? experiment.name() + " is not complete"
        : "it is decided by " + String.join(" and ", open) + ", which is not complete";
  }
}
