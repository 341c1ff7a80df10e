package temper.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Pooling;
import temper.tensor.Tensor;

/**
 * Pooling of a row of windows at a time. A plane is first laid out so that the windows' elements
 * are contiguous whatever the stride: columns that leave the same remainder by the stride stand
 * together, with padding around them that changes nothing.
 */
final class Float32x256Pools {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();

  private float[] columns = new float[0];
  private float[] row = new float[0];
  private float[] positions = new float[0];
  private float[] starts = new float[0];
  private float[] reciprocals = new float[0];
  private float[] parts = new float[0];
  private float[] sums = new float[0];
  private int[] places = new int[0];
  private int[] shifts = new int[0];
  private int[] firsts = new int[0];
  private int[] counts = new int[0];

  private int phaseWidth;
  private int rowSize;
  private int rows;
  private int outputWidth;
  private int filledHigh;

  private void prepare(Pooling shape, float padding) {
    outputWidth = shape.outputWidth();
    int reach = (outputWidth - 1) * shape.stride() + shape.kernel();
    phaseWidth = (reach + shape.stride() - 1) / shape.stride() + 1;
    rowSize = phaseWidth * shape.stride();
    rows = (shape.outputHeight() - 1) * shape.stride() + shape.kernel();
    int size = rows * rowSize + LENGTH;
    if (columns.length < size) {
      columns = new float[size];
    }
    Arrays.fill(columns, 0, size, padding);
    placeElements(shape);
    placePhases(shape);
    makeRows();
  }

  private void makeRows() {
    filledHigh = 0;
    if (row.length < outputWidth + LENGTH) {
      row = new float[outputWidth + LENGTH];
      positions = new float[outputWidth + LENGTH];
      starts = new float[outputWidth + LENGTH];
      reciprocals = new float[outputWidth + LENGTH];
    }
  }

  /** The first place within each phase that lies inside the image, and how many follow. */
  private void placePhases(Pooling shape) {
    int stride = shape.stride();
    if (firsts.length < stride) {
      firsts = new int[stride];
      counts = new int[stride];
    }
    for (int phase = 0; phase < stride; phase++) {
      int before = shape.padding() - phase;
      int end = Math.floorDiv(shape.width() - 1 + before, stride);
      firsts[phase] = Math.floorDiv(before + stride - 1, stride);
      counts[phase] = Math.min(phaseWidth - 1, end) - firsts[phase] + 1;
    }
  }

  /** Where in the layout, and in the image, the elements of the first window of a row stand. */
  private void placeElements(Pooling shape) {
    int kernel = shape.kernel();
    int stride = shape.stride();
    if (places.length < kernel * kernel) {
      places = new int[kernel * kernel];
      shifts = new int[kernel * kernel];
    }
    for (int i = 0; i < kernel; i++) {
      for (int j = 0; j < kernel; j++) {
        places[i * kernel + j] = i * rowSize + j % stride * phaseWidth + j / stride;
        shifts[i * kernel + j] = i * shape.width() + j;
      }
    }
  }

  /** Lays out a plane. */
  private void put(Pooling shape, float[] input, int plane) {
    int stride = shape.stride();
    int last = Math.min(shape.height(), rows - shape.padding());
    for (int y = 0; y < last; y++) {
      int from = plane + y * shape.width();
      int to = (y + shape.padding()) * rowSize;
      for (int phase = 0; phase < stride; phase++) {
        int first = firsts[phase];
        int count = counts[phase];
        int start = from + first * stride + phase - shape.padding();
        int target = to + phase * phaseWidth + first;
        for (int q = 0; q < count; q++) {
          columns[target + q] = input[start + q * stride];
        }
      }
    }
  }

  void maxPool(Pooling shape, Tensor input, Tensor output, int[] winners) {
    prepare(shape, Float.NEGATIVE_INFINITY);
    for (int x = 0; x < outputWidth + LENGTH; x++) {
      starts[x] = x * shape.stride() - shape.padding();
    }
    int to = 0;
    for (int plane = 0; plane < shape.planes(); plane++) {
      put(shape, input.floats(), input.offset() + plane * shape.height() * shape.width());
      for (int y = 0; y < shape.outputHeight(); y++) {
        int top = y * shape.stride() - shape.padding();
        maxRow(shape, y, top);
        System.arraycopy(row, 0, output.floats(), output.offset() + to, outputWidth);
        for (int x = 0; x < outputWidth; x++) {
          winners[to + x] = (int) positions[x];
        }
        to += outputWidth;
      }
    }
  }

  private void maxRow(Pooling shape, int y, int top) {
    int width = shape.width();
    int elements = shape.kernel() * shape.kernel();
    int at = y * shape.stride() * rowSize;
    int start = top * width;
    for (int x = 0; x < outputWidth; x += LENGTH) {
      FloatVector left = FloatVector.fromArray(SPECIES, starts, x);
      FloatVector best = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
      // Where all values are -Infinity the first inside the image wins.
      FloatVector winner = left.max(0f).add((float) (Math.max(0, top) * width));
      for (int e = 0; e < elements; e++) {
        FloatVector value = FloatVector.fromArray(SPECIES, columns, at + places[e] + x);
        VectorMask<Float> better =
            value
                .compare(VectorOperators.LE, best)
                .not()
                .and(best.compare(VectorOperators.EQ, best));
        best = best.blend(value, better);
        winner = winner.blend(left.add((float) (start + shifts[e])), better);
      }
      best.intoArray(row, x);
      winner.intoArray(positions, x);
    }
  }

  void averagePool(Pooling shape, Tensor input, Tensor output) {
    prepare(shape, 0f);
    int elements = shape.kernel() * shape.kernel();
    int to = output.offset();
    for (int plane = 0; plane < shape.planes(); plane++) {
      put(shape, input.floats(), input.offset() + plane * shape.height() * shape.width());
      for (int y = 0; y < shape.outputHeight(); y++) {
        int at = y * shape.stride() * rowSize;
        fillReciprocals(shape, y);
        for (int x = 0; x < outputWidth; x += LENGTH) {
          FloatVector sum = FloatVector.zero(SPECIES);
          for (int e = 0; e < elements; e++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, columns, at + places[e] + x));
          }
          sum.mul(FloatVector.fromArray(SPECIES, reciprocals, x)).intoArray(row, x);
        }
        System.arraycopy(row, 0, output.floats(), to, outputWidth);
        to += outputWidth;
      }
    }
  }

  /**
   * Each position adds up what the windows over it hand down, in their order. Zeros beside the
   * windows that there are change no sum.
   */
  void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient) {
    int stride = shape.stride();
    outputWidth = shape.outputWidth();
    makeRows();
    int margin = (shape.kernel() - 1) / stride;
    int columnsOfPhase = (shape.width() - 1 + shape.padding()) / stride + 1;
    int step = margin + Math.max(outputWidth, columnsOfPhase) + LENGTH;
    int outputHeight = shape.outputHeight();
    if (parts.length < outputHeight * step) {
      parts = new float[outputHeight * step];
    } else {
      Arrays.fill(parts, 0, outputHeight * step, 0f);
    }
    if (sums.length < columnsOfPhase + LENGTH) {
      sums = new float[columnsOfPhase + LENGTH];
    }
    int from = outputGradient.offset();
    int to = inputGradient.offset();
    for (int plane = 0; plane < shape.planes(); plane++) {
      for (int y = 0; y < outputHeight; y++) {
        fillReciprocals(shape, y);
        int part = y * step + margin;
        for (int x = 0; x < outputWidth; x++) {
          parts[part + x] = outputGradient.floats()[from + x] * reciprocals[x];
        }
        from += outputWidth;
      }
      for (int y = 0; y < shape.height(); y++) {
        for (int phase = 0; phase < stride; phase++) {
          sumWindows(shape, y, phase, step, margin);
          int first = Math.floorMod(phase - shape.padding(), stride);
          int sum = (first + shape.padding()) / stride - shape.padding() / stride;
          for (int x = first; x < shape.width(); x += stride) {
            inputGradient.floats()[to + x] = sums[sum++];
          }
        }
        to += shape.width();
      }
    }
  }

  /** Sums over the windows of the positions of a row whose padded column has a remainder. */
  private void sumWindows(Pooling shape, int y, int phase, int step, int margin) {
    int stride = shape.stride();
    int top = y + shape.padding();
    int firstRow = Math.max(0, Math.floorDiv(top - shape.kernel(), stride) + 1);
    int lastRow = Math.min(shape.outputHeight() - 1, top / stride);
    int windows = Math.floorDiv(shape.kernel() - 1 - phase, stride) + 1;
    int first = shape.padding() / stride;
    int last = (shape.width() - 1 + shape.padding()) / stride;
    for (int q = first; q <= last; q += LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int row = firstRow; row <= lastRow; row++) {
        int at = row * step + margin + q;
        for (int j = windows - 1; j >= 0; j--) {
          sum = sum.add(FloatVector.fromArray(SPECIES, parts, at - j));
        }
      }
      sum.intoArray(sums, q - first);
    }
  }

  /** One over the positions of each window of a row inside the padded image. */
  private void fillReciprocals(Pooling shape, int y) {
    int height = shape.height() + 2 * shape.padding() - y * shape.stride();
    int high = Math.min(shape.kernel(), height);
    if (high == filledHigh) {
      return;
    }
    filledHigh = high;
    for (int x = 0; x < outputWidth; x++) {
      int width = shape.width() + 2 * shape.padding() - x * shape.stride();
      reciprocals[x] = 1f / (high * Math.min(shape.kernel(), width));
    }
  }
}
