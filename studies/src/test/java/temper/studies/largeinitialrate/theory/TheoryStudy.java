package temper.studies.largeinitialrate.theory;

import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Note;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.plugin.Source;

/** The theory's part as a study of its own, for tests. */
final class TheoryStudy implements Study {

  /** Name of the experiment of given cells. */
  static final String CELLS = "cells";

  private final List<Experiment<?>> experiments;

  TheoryStudy() {
    this(TheoryPart.experiments());
  }

  private TheoryStudy(List<Experiment<?>> experiments) {
    this.experiments = experiments;
  }

  /** A study of given cells with one replicate each, of the sizes that they have. */
  static TheoryStudy of(TheoryParameters... cells) {
    return new TheoryStudy(List.of(new Cells(List.of(cells))));
  }

  private record Cells(List<TheoryParameters> cells) implements TwoPhaseExperiment {

    @Override
    public String name() {
      return CELLS;
    }

    @Override
    public String summary() {
      return "Given cells.";
    }

    @Override
    public int replicates(Profile profile) {
      return 1;
    }

    @Override
    public Design<TheoryParameters> design(Profile profile, Tables earlier) {
      return Design.of(cells, 1);
    }
  }

  @Override
  public String name() {
    return "theory-of-large-initial-rates";
  }

  @Override
  public String summary() {
    return "The theory's part alone.";
  }

  @Override
  public Source source() {
    return new Source("Li, Wei, Ma", 2019, "Large initial learning rates", "arXiv:1907.04595");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return experiments;
  }

  @Override
  public List<Claim> claims() {
    return TheoryPart.claims();
  }

  @Override
  public List<Figure> figures() {
    return TheoryPart.figures();
  }

  @Override
  public List<Note> notes() {
    return TheoryPart.notes();
  }
}
