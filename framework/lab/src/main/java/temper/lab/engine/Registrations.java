package temper.lab.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import temper.data.DatasetPlugin;
import temper.lab.config.GivenSettings;
import temper.lab.config.ResolvedStudy;
import temper.lab.source.SourceCode;
import temper.lab.store.CodeFingerprints;
import temper.lab.study.Experiment;
import temper.plugin.Choice;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Registry;

/** Makes the registration of a study from its plans. */
final class Registrations {

  private final ResolvedStudy config;
  private final List<ParameterizedPlugin<?>> own; // Plug-ins of the study's own Java file.
  private final StopSignal stop;
  private final CodeFingerprints code = new CodeFingerprints();

  private Registrations(ResolvedStudy config, StopSignal stop) {
    this.config = config;
    this.own = config.code().map(SourceCode::plugins).orElse(List.of());
    this.stop = stop;
  }

  static Registration of(
      ResolvedStudy config,
      Map<String, ExperimentPlan<?>> plans,
      Map<String, SortedMap<String, String>> files,
      StopSignal stop) {
    Registrations making = new Registrations(config, stop);
    List<Registration.ExperimentEntry> entries = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      entries.add(
          making.entry(
              experiment,
              plans.get(experiment.name()),
              files.getOrDefault(experiment.name(), Collections.emptySortedMap())));
    }
    String claimCode = making.print(config.study().getClass());
    return Registration.of(config.study(), config.profile(), config.rootName(), claimCode, entries);
  }

  private Registration.ExperimentEntry entry(
      Experiment<?> experiment,
      @Nullable ExperimentPlan<?> known,
      SortedMap<String, String> files) {
    List<String> deciders = config.deciders(experiment);
    @Nullable ExperimentPlan<?> plan = deciders.isEmpty() ? known : null;
    GivenSettings settings = config.settings(experiment.name());
    return new Registration.ExperimentEntry(
        experiment.name(),
        plan == null ? -1 : plan.cells(),
        plan == null ? -1 : plan.replicates(),
        plan == null ? "decided by " + String.join(", ", deciders) : plan.fingerprint(),
        plan == null ? settings.text() : "",
        print(experiment.getClass()),
        plan == null ? plugins(experiment, settings) : plugins(experiment, plan),
        files);
  }

  private String print(Class<?> type) {
    return code.of(type, List.of()).hash();
  }

  /** The plug-ins that an experiment's cells choose, and its data sets: found by name only. */
  private SortedMap<String, String> plugins(Experiment<?> experiment, ExperimentPlan<?> plan) {
    Set<Class<?>> plugins = new LinkedHashSet<>();
    collect(experiment.defaults(), plugins);
    if (!plugins.isEmpty()) { // Only then can a cell choose others.
      for (long cell = 0; cell < plan.cells(); cell++) {
        stop.giveWay(experiment.name());
        collect(plan.parametersOf(cell * plan.replicates()), plugins);
      }
    }
    return prints(experiment, plugins);
  }

  /** The plug-ins that cells choose which are not known yet, as far as a user chose them. */
  private SortedMap<String, String> plugins(Experiment<?> experiment, GivenSettings settings) {
    Set<Class<?>> plugins = new LinkedHashSet<>();
    collect(experiment.defaults(), plugins);
    settings.plugins().forEach(plugin -> plugins.add(plugin.getClass()));
    return prints(experiment, plugins);
  }

  private SortedMap<String, String> prints(Experiment<?> experiment, Set<Class<?>> plugins) {
    Registry<DatasetPlugin<?>> datasets = Registry.of(DatasetPlugin.class);
    for (String name : experiment.datasets()) {
      datasets.find(name).ifPresent(dataset -> plugins.add(dataset.getClass()));
      own.stream()
          .filter(plugin -> plugin instanceof DatasetPlugin<?> && plugin.name().equals(name))
          .forEach(dataset -> plugins.add(dataset.getClass()));
    }
    SortedMap<String, String> prints = new TreeMap<>();
    plugins.forEach(plugin -> prints.put(plugin.getName(), print(plugin)));
    return prints;
  }

  private static void collect(Object value, Set<Class<?>> plugins) {
    if (value instanceof Choice<?> choice) {
      plugins.add(choice.plugin().getClass());
      collect(choice.parameters(), plugins);
    } else if (value instanceof Record record) {
      Components.of(record).forEach(component -> collect(component, plugins));
    } else if (value instanceof Iterable<?> many) {
      many.forEach(one -> collect(one, plugins));
    }
  }
}
