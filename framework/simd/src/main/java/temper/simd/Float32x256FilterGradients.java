package temper.simd;

import java.util.Arrays;
import temper.tensor.Convolution;
import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * The adjoint of a convolution in its filter: gradients of the outputs, which are read as they lie,
 * times the matrix of pixels that each position meets.
 *
 * <p>Channels of a pixel are neighbours here, and pixels of a row with its padding: then what a
 * position meets of one row of the image is contiguous, whatever the stride, and vectors of that
 * matrix are read in place. Where there are many channels, groups of them have images of their own,
 * so that what is read together lies together; where there are few, the pixels below a pixel are
 * repeated beside it, so that vectors are full.
 */
final class Float32x256FilterGradients {

  private static final int LENGTH = Float32x256Tiles.LENGTH;
  private static final int WIDTH = Float32x256Panels.WIDTH;
  private static final int STEP = Float32x256Tiles.STEP;

  /** Channels of which a vector holds several pixels. */
  private static final int FEW = LENGTH / 2;

  private final Float32x256Panels products = new Float32x256Panels();
  private final int[] blockPlaces = new int[Gemm.BLOCK];
  private float[] pixels = new float[0];
  private float[] gradients = new float[0];
  private float[] sums = new float[0];
  private int[] places = new int[0];
  private int[] starts = new int[0];

  private Convolution shape = new Convolution(0, 0, 1, 1, 0, 1, 1, 0);
  private int group;
  private int folded;
  private int height;
  private int width;
  private int slots;
  private int panels;

  void compute(Convolution geometry, Tensor input, Tensor outputGradient, Tensor filterGradient) {
    shape = geometry;
    int plane = shape.outputHeight() * shape.outputWidth();
    int total = shape.batch() * plane;
    if (shape.inputs() == 0 || shape.outputs() == 0 || total == 0) {
      filterGradient.fill(0);
      return;
    }
    prepare(plane);
    int inputSize = shape.inputs() * shape.height() * shape.width();
    int laidOut = 0;
    for (int start = 0; start < total; start += Gemm.BLOCK) {
      int length = Math.min(Gemm.BLOCK, total - start);
      for (; laidOut * plane < start + length; laidOut++) {
        put(laidOut % slots, input.floats(), input.offset() + laidOut * inputSize);
      }
      copyGradients(outputGradient, plane, start, length);
      addBlock(plane, start, length);
    }
    takeSums(filterGradient);
  }

  private void prepare(int plane) {
    int channels = shape.inputs();
    group = channels;
    if (channels > WIDTH && channels % LENGTH == 0) {
      group = channels % WIDTH == 0 ? WIDTH : LENGTH;
    }
    folded = channels <= FEW ? shape.kernel() : 1;
    height = (shape.outputHeight() - 1) * shape.stride() + runs();
    width = (shape.outputWidth() - 1) * shape.stride() + shape.kernel();
    slots = (Gemm.BLOCK - 1) / plane + 2;
    panels = channels / group * runs() * panelsOfRun();
    int size = slots * imageSize();
    if (pixels.length < size + WIDTH) {
      pixels = new float[size + WIDTH];
    } else {
      // The padding of other geometries lay elsewhere.
      Arrays.fill(pixels, 0, size, 0f);
    }
    int rows = shape.outputs() + Float32x256Tiles.MOST_ROWS;
    gradients = atLeast(gradients, rows * STEP);
    sums = atLeast(sums, shape.outputs() * sumStep());
    findPlaces(plane);
    findStarts();
  }

  private static float[] atLeast(float[] array, int length) {
    return array.length >= length ? array : new float[length];
  }

  /** Numbers of a pixel that lie together. */
  private int unit() {
    return folded * group;
  }

  /** Parts of what a position meets that lie apart, in each group. */
  private int runs() {
    return shape.kernel() / folded;
  }

  private int panelsOfRun() {
    return (shape.kernel() * unit() + WIDTH - 1) / WIDTH;
  }

  private int imageSize() {
    return shape.inputs() * folded * height * width;
  }

  private int sumStep() {
    return panels * WIDTH;
  }

  /** Where what a position meets starts in an image. */
  private void findPlaces(int plane) {
    if (places.length < plane) {
      places = new int[plane];
    }
    int position = 0;
    for (int y = 0; y < shape.outputHeight(); y++) {
      for (int x = 0; x < shape.outputWidth(); x++) {
        places[position++] = (y * width + x) * shape.stride() * unit();
      }
    }
  }

  /** Where the panels of the matrix start for the first position. */
  private void findStarts() {
    if (starts.length < panels) {
      starts = new int[panels];
    }
    int panel = 0;
    for (int first = 0; first < shape.inputs(); first += group) {
      for (int run = 0; run < runs(); run++) {
        for (int p = 0; p < panelsOfRun(); p++) {
          starts[panel++] = (first * height + run * unit()) * width + p * WIDTH;
        }
      }
    }
  }

  /** Lays out an image. */
  private void put(int slot, float[] image, int offset) {
    int area = shape.height() * shape.width();
    for (int first = 0; first < shape.inputs(); first += group) {
      int to = slot * imageSize() + first * height * width;
      for (int below = 0; below < folded; below++) {
        putRows(image, offset + first * area, to + below * group, shape.padding() - below);
      }
    }
  }

  /** Lays out a group's rows, the first of them some rows below the upper edge. */
  private void putRows(float[] image, int offset, int start, int top) {
    int area = shape.height() * shape.width();
    int left = shape.padding();
    int columns = Math.min(shape.width(), width - left);
    int last = Math.min(shape.height(), height - top);
    for (int y = Math.max(0, -top); y < last; y++) {
      if ((y + top) % shape.stride() >= runs()) {
        // Between the rows that a small filter with a large stride reads.
        continue;
      }
      int to = start + ((y + top) * width + left) * unit();
      int from = offset + y * shape.width();
      Float32x256Packing.transpose(group, columns, image, from, area, pixels, to, unit());
    }
  }

  private void copyGradients(Tensor outputGradient, int plane, int start, int length) {
    int outputs = shape.outputs();
    int done = 0;
    while (done < length) {
      int image = (start + done) / plane;
      int position = (start + done) % plane;
      int count = Math.min(plane - position, length - done);
      int from = outputGradient.offset() + image * outputs * plane + position;
      Float32x256Packing.copy(
          outputs, count, outputGradient.floats(), from, plane, gradients, done, STEP);
      done += count;
    }
  }

  private void addBlock(int plane, int start, int length) {
    int[] rows = places;
    int firstRow = start % plane;
    int offset = start / plane % slots * imageSize();
    if (firstRow + length > plane) {
      placeBlock(plane, start, length);
      rows = blockPlaces;
      firstRow = 0;
      offset = 0;
    }
    int last = shape.kernel() * unit() - (panelsOfRun() - 1) * WIDTH;
    for (int panel = 0; panel < panels; panel++) {
      boolean ofOneVector = (panel + 1) % panelsOfRun() == 0 && last <= LENGTH;
      products.multiply(
          shape.outputs(),
          ofOneVector ? LENGTH : WIDTH,
          length,
          gradients,
          0,
          pixels,
          offset + starts[panel],
          rows,
          firstRow,
          sums,
          panel * WIDTH,
          sumStep(),
          start == 0);
    }
  }

  /** Finds the places of a block that runs over several images. */
  private void placeBlock(int plane, int start, int length) {
    int done = 0;
    while (done < length) {
      int offset = (start + done) / plane % slots * imageSize();
      int position = (start + done) % plane;
      int count = Math.min(plane - position, length - done);
      for (int i = 0; i < count; i++) {
        blockPlaces[done + i] = offset + places[position + i];
      }
      done += count;
    }
  }

  /** Puts the sums in the filter's order. */
  private void takeSums(Tensor filterGradient) {
    int kernel = shape.kernel();
    float[] to = filterGradient.floats();
    int target = filterGradient.offset();
    for (int o = 0; o < shape.outputs(); o++) {
      for (int c = 0; c < shape.inputs(); c++) {
        for (int i = 0; i < kernel; i++) {
          int run = c / group * runs() + i / folded;
          int from = o * sumStep() + run * panelsOfRun() * WIDTH + i % folded * group + c % group;
          for (int j = 0; j < kernel; j++) {
            to[target++] = sums[from + j * unit()];
          }
        }
      }
    }
  }
}
