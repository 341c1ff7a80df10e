package temper.autodiff;

import temper.tensor.Shape;

/** Part of a variable under another shape. */
record Slice(int start, Shape shape) implements View {

  @Override
  public String label() {
    return "slice";
  }
}
