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

  /** Planes whose gradients are added up together. */
  private static final int PLANES = 16;

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
    if (shifts.length < kernel * kernel) {
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
   * windows that there are change no sum. Some planes stand side by side, as rows may be short.
   */
  void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient) {
    outputWidth = shape.outputWidth();
    makeRows();
    int margin = (shape.kernel() - 1) / shape.stride();
    int phaseColumns = (shape.width() - 1 + shape.padding()) / shape.stride() + 1;
    int segment = margin + Math.max(outputWidth, phaseColumns);
    int step = PLANES * segment + LENGTH;
    int size = shape.outputHeight() * step;
    if (parts.length < size) {
      parts = new float[size];
      sums = new float[size];
    } else {
      Arrays.fill(parts, 0, size, 0f);
    }
    for (int plane = 0; plane < shape.planes(); plane += PLANES) {
      int planes = Math.min(PLANES, shape.planes() - plane);
      putParts(shape, outputGradient, plane, planes, segment, step);
      for (int y = 0; y < shape.height(); y++) {
        for (int phase = 0; phase < shape.stride(); phase++) {
          sumWindows(shape, y, phase, planes, segment, step);
          takeSums(shape, inputGradient, plane, y, phase, planes, segment);
        }
      }
    }
  }

  /** Lays out what the windows of some planes hand down. */
  private void putParts(
      Pooling shape, Tensor gradient, int plane, int planes, int segment, int step) {
    int margin = (shape.kernel() - 1) / shape.stride();
    int outputHeight = shape.outputHeight();
    float[] from = gradient.floats();
    for (int y = 0; y < outputHeight; y++) {
      fillReciprocals(shape, y);
      for (int i = 0; i < planes; i++) {
        int at = gradient.offset() + ((plane + i) * outputHeight + y) * outputWidth;
        int to = y * step + i * segment + margin;
        for (int x = 0; x < outputWidth; x++) {
          parts[to + x] = from[at + x] * reciprocals[x];
        }
      }
    }
  }

  /** Sums over the windows of the positions of a row whose padded column has a remainder. */
  private void sumWindows(Pooling shape, int y, int phase, int planes, int segment, int step) {
    int stride = shape.stride();
    int margin = (shape.kernel() - 1) / stride;
    int top = y + shape.padding();
    int firstRow = Math.max(0, Math.floorDiv(top - shape.kernel(), stride) + 1);
    int lastRow = Math.min(shape.outputHeight() - 1, top / stride);
    int windows = Math.floorDiv(shape.kernel() - 1 - phase, stride) + 1;
    int elements = 0;
    if (places.length < shape.kernel() * shape.kernel()) {
      places = new int[shape.kernel() * shape.kernel()];
    }
    for (int row = firstRow; row <= lastRow; row++) {
      for (int j = windows - 1; j >= 0; j--) {
        places[elements++] = row * step + margin - j;
      }
    }
    for (int q = 0; q < planes * segment - margin; q += LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int e = 0; e < elements; e++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, parts, places[e] + q));
      }
      sum.intoArray(sums, q);
    }
  }

  /** Puts the sums of a row's phase in their places of some planes. */
  private void takeSums(
      Pooling shape, Tensor gradient, int plane, int y, int phase, int planes, int segment) {
    int stride = shape.stride();
    int width = shape.width();
    int first = Math.floorMod(phase - shape.padding(), stride);
    int firstSum = (first + shape.padding()) / stride;
    float[] to = gradient.floats();
    for (int i = 0; i < planes; i++) {
      int row = gradient.offset() + ((plane + i) * shape.height() + y) * width;
      int sum = firstSum + i * segment;
      if (stride == 1) {
        System.arraycopy(sums, sum, to, row, width);
        continue;
      }
      for (int x = first; x < width; x += stride) {
        to[row + x] = sums[sum++];
      }
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
