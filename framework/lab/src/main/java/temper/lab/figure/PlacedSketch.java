package temper.lab.figure;

import java.util.Optional;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;

/** Remarks and images, whose places the layout has chosen: there is nothing left to draw. */
record PlacedSketch(Layer layer) implements Sketch {

  @Override
  public void reach(Reach x, Reach y) {
    if (layer instanceof Layer.Note note) {
      x.add(note.x());
      y.add(note.y());
    }
  }

  @Override
  public Painter painter(Axis.Scale x, Axis.Scale y) {
    return (g2, frame) -> {};
  }

  @Override
  public void cover(Cover cover) {
    // Remarks are put after everything else.
  }

  @Override
  public Optional<Legend.Sign> sign() {
    return Optional.empty();
  }
}
