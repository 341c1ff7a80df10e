package temper.simd;

import java.util.ArrayList;
import java.util.List;
import temper.tensor.BinaryFunction;
import temper.tensor.Broadcast;
import temper.tensor.Channels;
import temper.tensor.Convolution;
import temper.tensor.Gemm;
import temper.tensor.Kernels;
import temper.tensor.Pooling;
import temper.tensor.Shape;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/** Each kernel, run on inputs drawn for it. */
enum Operation {
  MULTIPLY {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      boolean row = in.from(0, 9) == 0;
      int m = row ? 1 : in.length(40);
      int n = in.length(row ? 140 : 70);
      int k = in.from(0, 9) == 0 ? in.from(250, 540) : in.length(97);
      Gemm shape = new Gemm(m, n, k, in.coin(), in.coin(), in.coin());
      Tensor c = in.numbers(m, n);
      kernels.multiply(shape, in.numbers(m * k), in.numbers(k * n), c);
      return List.of(c);
    }
  },
  MULTIPLY_COLUMN {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      List<Tensor> products = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        int m = in.length(97);
        Gemm shape = new Gemm(m, 1, k, in.coin(), in.coin(), in.coin());
        Tensor c = in.numbers(m, 1);
        kernels.multiply(shape, in.numbers(m * k), in.numbers(k), c);
        products.add(c);
      }
      return products;
    }
  },
  CONVOLVE {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int kernel = in.from(1, 5);
      Convolution s =
          new Convolution(
              in.from(0, 3),
              in.coin() ? in.from(0, 4) : in.from(5, 12),
              in.from(5, 18),
              in.from(5, 18),
              in.length(35),
              kernel,
              in.from(1, 3),
              in.from(0, kernel - 1));
      Tensor input = in.numbers(s.batch(), s.inputs(), s.height(), s.width());
      Tensor filter = in.numbers(s.outputs(), s.inputs(), kernel, kernel);
      Tensor gradient = in.numbers(s.batch(), s.outputs(), s.outputHeight(), s.outputWidth());
      Tensor output = in.output(gradient.shape().toArray());
      Tensor inputGradient = in.output(input.shape().toArray());
      Tensor filterGradient = in.output(filter.shape().toArray());
      kernels.convolve(s, input, filter, output);
      kernels.convolveInputGradient(s, gradient, filter, inputGradient);
      kernels.convolveFilterGradient(s, input, gradient, filterGradient);
      return List.of(output, inputGradient, filterGradient);
    }
  },
  POOL {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int kernel = in.from(1, 3);
      Pooling s =
          new Pooling(
              in.from(0, 3),
              in.from(3, 20),
              in.from(3, 40),
              kernel,
              in.from(1, 3),
              in.from(0, kernel - 1),
              in.coin());
      int h = s.outputHeight();
      int w = s.outputWidth();
      Tensor input = in.numbers(s.planes(), s.height(), s.width());
      Tensor gradient = in.numbers(s.planes(), h, w);
      Tensor largest = in.output(s.planes(), h, w);
      Tensor scattered = in.output(s.planes(), s.height(), s.width());
      Tensor gathered = in.output(s.planes(), h, w);
      Tensor mean = in.output(s.planes(), h, w);
      Tensor spread = in.output(s.planes(), s.height(), s.width());
      int[] winners = new int[s.planes() * h * w];
      kernels.maxPool(s, input, largest, winners);
      kernels.maxPoolScatter(s, gradient, winners, scattered);
      kernels.maxPoolGather(s, input, winners, gathered);
      kernels.averagePool(s, input, mean);
      kernels.averagePoolGradient(s, gradient, spread);
      return List.of(largest, scattered, gathered, mean, spread);
    }
  },
  CHANNELS {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int plane = in.coin() ? 1 : in.length(97);
      Channels s = new Channels(in.from(0, 4), in.length(plane == 1 ? 90 : 20), plane);
      int[] lengths = {s.batch(), s.channels(), s.plane()};
      Tensor x = in.numbers(lengths);
      Tensor parameters = in.numbers(2, s.channels());
      Tensor gradient = in.numbers(lengths);
      Tensor y = in.output(lengths);
      Tensor moments = in.output(2, s.channels());
      Tensor inputGradient = in.output(lengths);
      Tensor parameterGradient = in.output(2, s.channels());
      Tensor sums = in.output(s.channels());
      Tensor shifted = in.output(lengths);
      Tensor windows = in.output(lengths);
      kernels.batchNormalize(s, x, parameters, 1e-3, y, moments);
      kernels.batchNormalizeGradient(
          s, x, parameters, moments, gradient, inputGradient, parameterGradient);
      kernels.sumByChannel(s, x, sums);
      kernels.addByChannel(s, x, in.numbers(s.channels()), shifted);
      kernels.sumChannelWindow(s, 3, x, windows);
      return List.of(y, moments, inputGradient, parameterGradient, sums, shifted, windows);
    }
  },
  UNARY {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      Tensor x = in.numbers(in.length(97));
      Tensor[] results = new Tensor[UnaryFunction.values().length + 1];
      int next = 0;
      for (UnaryFunction function : UnaryFunction.values()) {
        results[next] = in.output(x.size());
        kernels.apply(function, x, results[next++]);
      }
      results[next] = in.output(x.size());
      kernels.power(x, 0.75, results[next]);
      return List.of(results);
    }
  },
  BINARY {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int rows = in.from(0, 5);
      int columns = in.length(60);
      boolean byRow = in.coin();
      Shape result = Shape.of(rows, columns);
      Broadcast whole = Broadcast.of(result, result);
      Broadcast part = Broadcast.of(byRow ? Shape.of(rows, 1) : Shape.of(columns), result);
      Tensor a = in.numbers(rows, columns);
      Tensor b = in.numbers(part.operand().toArray());
      Tensor repeated = in.output(rows, columns);
      Tensor summed = in.output(part.operand().toArray());
      kernels.repeat(part, b, repeated);
      kernels.sumRepeated(part, a, summed);
      Tensor[] results = new Tensor[2 * BinaryFunction.values().length + 2];
      int next = 0;
      for (BinaryFunction function : BinaryFunction.values()) {
        results[next] = in.output(rows, columns);
        kernels.apply(function, a, whole, b, part, results[next++]);
        results[next] = in.output(rows, columns);
        kernels.apply(function, a, repeated, results[next++]);
      }
      results[next++] = repeated;
      results[next] = summed;
      return List.of(results);
    }
  },
  CHANNEL_BROADCASTS {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int batch = in.from(0, 3);
      int channels = in.from(1, 5);
      int plane = in.length(97);
      Shape result = Shape.of(batch, channels, plane);
      Broadcast whole = Broadcast.of(result, result);
      Tensor x = in.numbers(batch, channels, plane);
      List<Tensor> results = new ArrayList<>();
      for (Shape operand :
          List.of(
              Shape.of(channels, 1),
              Shape.of(batch, 1, 1),
              Shape.of(batch, channels, 1),
              Shape.of(1, 1, 1),
              Shape.of(batch, 1, plane))) {
        Broadcast read = Broadcast.of(operand, result);
        Tensor y = in.numbers(operand.toArray());
        for (BinaryFunction function : BinaryFunction.values()) {
          Tensor out = in.output(result.toArray());
          kernels.apply(function, x, whole, y, read, out);
          results.add(out);
        }
        Tensor repeated = in.output(result.toArray());
        Tensor summed = in.output(operand.toArray());
        kernels.repeat(read, y, repeated);
        kernels.sumRepeated(read, x, summed);
        results.add(repeated);
        results.add(summed);
      }
      return results;
    }
  },
  UPDATES {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int n = in.length(97);
      Tensor x = in.numbers(n);
      Tensor v = in.numbers(n);
      Tensor affine = in.output(n);
      Tensor summed = in.numbers(n);
      Tensor squared = in.numbers(n);
      Tensor divided = in.output(n);
      kernels.affine(1.1, x, 0.3, affine);
      kernels.accumulate(-0.1, x, 0.9, summed);
      kernels.accumulateSquares(0.01, x, 0.99, squared);
      kernels.divideByRoot(0.1, x, 1.3, v, 1e-8, divided);
      return List.of(affine, summed, squared, divided);
    }
  },
  ROWS {
    @Override
    List<Tensor> run(Kernels kernels, Inputs in) {
      int rows = in.from(0, 6);
      int columns = in.from(0, 3) == 0 ? in.from(30, 70) : in.from(1, 12);
      Tensor x = in.numbers(rows, columns);
      Tensor y = in.numbers(rows, columns);
      int[] labels = in.labels(rows, columns);
      Tensor softmax = in.output(rows, columns);
      Tensor probabilities = in.output(rows, columns);
      Tensor losses = in.output(rows);
      Tensor gradients = in.output(rows, columns);
      Tensor transposed = in.output(columns, rows);
      Tensor sums = in.output(2);
      kernels.softmax(columns, x, softmax);
      kernels.softmaxCrossEntropy(columns, x, labels, losses, probabilities);
      kernels.softmaxCrossEntropyGradient(
          columns, probabilities, labels, in.numbers(rows), gradients);
      kernels.transpose(rows, columns, x, transposed);
      sums.set(0, kernels.sum(x));
      sums.set(1, kernels.dot(x, y));
      return List.of(softmax, probabilities, losses, gradients, transposed, sums);
    }
  };

  abstract List<Tensor> run(Kernels kernels, Inputs in);
}
