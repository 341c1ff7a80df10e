package temper.lab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.study.Claim;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Study;

/** What a user can know of one experiment: beside its columns how large its designs are. */
final class ExperimentDescription {

  /** How large the design of a profile is; cells and replicates are -1 where not known yet. */
  private record Size(Profile profile, long cells, long replicates, long trials) {}

  private final PluginDescription description;
  private final Study study;
  private final Experiment<?> experiment;

  ExperimentDescription(PluginDescription description, Study study, Experiment<?> experiment) {
    this.description = description;
    this.study = study;
    this.experiment = experiment;
  }

  private List<Size> sizes() {
    List<Size> sizes = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      if (experiment.decidedBy().isEmpty()) {
        Design<?> design = experiment.design(profile, NoTables.INSTANCE);
        sizes.add(new Size(profile, design.cells(), design.replicates(), design.trials()));
      } else {
        sizes.add(new Size(profile, -1, -1, experiment.mostTrials(profile)));
      }
    }
    return sizes;
  }

  private List<String> claims() {
    return study.claims().stream()
        .filter(claim -> claim.experiments().contains(experiment.name()))
        .map(Claim::id)
        .toList();
  }

  String text(int width) {
    StringBuilder out = new StringBuilder(description.text(experiment, width));
    TextTable table = new TextTable("profile", "cells", "replicates", "trials");
    for (Size size : sizes()) {
      boolean known = size.cells() >= 0;
      table.row(
          size.profile().label(),
          known ? "" + size.cells() : "?",
          known ? "" + size.replicates() : "?",
          known ? "" + size.trials() : size.trials() < 0 ? "?" : "<= " + size.trials());
    }
    out.append(table.render(width));
    line(out, "decided by", experiment.decidedBy());
    line(out, "data sets", experiment.datasets());
    line(out, "claims", claims());
    return out.toString();
  }

  private static void line(StringBuilder out, String name, List<String> names) {
    if (!names.isEmpty()) {
      out.append(name).append(": ").append(String.join(", ", names)).append('\n');
    }
  }

  Map<String, Object> asMap() {
    Map<String, Object> out = new LinkedHashMap<>(description.asMap(experiment));
    List<Map<String, Object>> sizes = new ArrayList<>();
    for (Size size : sizes()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("profile", size.profile().label());
      row.put("cells", size.cells());
      row.put("replicates", size.replicates());
      row.put("trials", size.trials());
      sizes.add(row);
    }
    out.put("sizes", sizes);
    out.put("claims", claims());
    return out;
  }
}
