package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import temper.lab.study.Experiment;

/** The cells that a sweep makes of an experiment, checked. */
record SweptCells(SweptDesign<?> design) {

  static Optional<SweptCells> of(
      Parameters parameters,
      Experiment<?> experiment,
      List<Setting> settings,
      SweepReader.Sweep sweep,
      Problems problems) {
    for (Setting setting : settings) {
      String path = setting.axis().target().path();
      for (Block block : sweep.blocks()) {
        for (Axis axis : block.axes()) {
          // In one file a sweep may go over what its base sets; who overrides it is told.
          if (setting.override() && axis.target().path().equals(path)) {
            String message = "has no effect: it is swept at line " + axis.place().line();
            problems.add(setting.axis().place(), setting.axis().path(), message);
            return Optional.empty();
          }
        }
      }
    }
    double product = 1;
    for (Block block : sweep.blocks()) {
      product *= block.rows();
    }
    if (product > DesignBuilder.MOST_CELLS) {
      problems.add(
          sweep.place(),
          "sweep",
          "has "
              + RecordText.number(product)
              + " cells; at most "
              + DesignBuilder.MOST_CELLS
              + " are possible");
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>(Setting.blocks(settings));
    blocks.addAll(sweep.blocks());
    Record defaults = experiment.defaults();
    try {
      Cells cells =
          new Cells(parameters.binder().shapes(), 1, index -> defaults, blocks, sweep.when());
      return new DesignBuilder(
              parameters, cells, sweep.excluded(), sweep.mayRepeat(), sweep.place(), problems, true)
          .build(1)
          .map(SweptCells::new);
    } catch (ApplicationOrder.Circular e) {
      problems.add(sweep.place(), "sweep.when", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
