package temper.tensor;

import java.util.Arrays;

/**
 * Scalar operations on operands that repeat: a walk over the result row by row, a row being its
 * last axis.
 */
final class Float32Broadcasts {

  private final float[] lanes = new float[Kernels.LANES];
  private int[] index = new int[0];

  void apply(
      BinaryFunction function, Tensor a, Broadcast readA, Tensor b, Broadcast readB, Tensor out) {
    if (readA.identity() && readB.identity()) {
      Float32Elements.apply(
          function,
          out.size(),
          a.floats(),
          a.offset(),
          1,
          b.floats(),
          b.offset(),
          1,
          out.floats(),
          out.offset());
      return;
    }
    int columns = start(readA);
    int stepA = lastStride(readA);
    int stepB = lastStride(readB);
    for (int at = 0; at < out.size(); at += columns) {
      Float32Elements.apply(
          function,
          columns,
          a.floats(),
          a.offset() + position(readA),
          stepA,
          b.floats(),
          b.offset() + position(readB),
          stepB,
          out.floats(),
          out.offset() + at);
      advance(readA.result());
    }
  }

  void repeat(Broadcast read, Tensor x, Tensor out) {
    int columns = start(read);
    int step = lastStride(read);
    float[] from = x.floats();
    float[] to = out.floats();
    for (int at = 0; at < out.size(); at += columns) {
      int row = x.offset() + position(read);
      int target = out.offset() + at;
      if (step == 0) {
        Arrays.fill(to, target, target + columns, from[row]);
      } else {
        System.arraycopy(from, row, to, target, columns);
      }
      advance(read.result());
    }
  }

  void sumRepeated(Broadcast read, Tensor x, Tensor out) {
    int repeatedFrom = trailingRepetition(read);
    if (repeatedFrom < read.result().rank() && !read.identity()) {
      sumRows(x, out);
      return;
    }
    int columns = start(read);
    int step = lastStride(read);
    float[] from = x.floats();
    float[] to = out.floats();
    Arrays.fill(to, out.offset(), out.offset() + out.size(), 0f);
    for (int at = 0; at < x.size(); at += columns) {
      int row = x.offset() + at;
      int target = out.offset() + position(read);
      if (step == 1) {
        Float32Arrays.add(columns, from, row, to, target);
      } else {
        for (int i = 0; i < columns; i++) {
          to[target] += from[row + i];
        }
      }
      advance(read.result());
    }
  }

  /**
   * The first of the trailing axes that repeat, if no other axis does; else the rank. Axes of
   * length 1 count either way.
   */
  private static int trailingRepetition(Broadcast read) {
    Shape result = read.result();
    int first = result.rank();
    while (first > 0 && (read.stride(first - 1) == 0 || result.length(first - 1) == 1)) {
      first--;
    }
    for (int axis = 0; axis < first; axis++) {
      if (read.stride(axis) == 0 && result.length(axis) != 1) {
        return result.rank();
      }
    }
    return first;
  }

  private void sumRows(Tensor x, Tensor out) {
    if (out.size() == 0) {
      return;
    }
    int columns = x.size() / out.size();
    for (int row = 0; row < out.size(); row++) {
      Arrays.fill(lanes, 0f);
      Float32Arrays.addToLanes(columns, x.floats(), x.offset() + row * columns, lanes);
      out.floats()[out.offset() + row] = Float32Arrays.sumOfLanes(lanes);
    }
  }

  /** Stands on the first row; the length of a row, at least 1. */
  private int start(Broadcast read) {
    int rank = read.result().rank();
    if (index.length < rank) {
      index = new int[rank];
    }
    Arrays.fill(index, 0);
    return rank == 0 ? 1 : Math.max(1, read.result().length(rank - 1));
  }

  private static int lastStride(Broadcast read) {
    int rank = read.result().rank();
    return rank == 0 ? 0 : read.stride(rank - 1);
  }

  /** Where the operand's row starts. */
  private int position(Broadcast read) {
    int position = 0;
    for (int axis = read.result().rank() - 2; axis >= 0; axis--) {
      position += index[axis] * read.stride(axis);
    }
    return position;
  }

  private void advance(Shape result) {
    for (int axis = result.rank() - 2; axis >= 0; axis--) {
      if (++index[axis] < result.length(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}
