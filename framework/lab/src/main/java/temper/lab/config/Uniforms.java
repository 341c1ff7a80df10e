package temper.lab.config;

import java.util.List;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * Uniform numbers for the points of a sampled block, by point and dimension. Each dimension is
 * keyed by the path of its parameter, so that a further parameter never moves the others.
 */
@FunctionalInterface
interface Uniforms {

  /** A number in [0, 1). */
  double at(int point, int dimension);

  /** Independent numbers; a point depends on the seed and its index alone. */
  static Uniforms random(StreamRoot root, String experiment, long seed, List<String> paths) {
    List<RandomStream> streams =
        paths.stream()
            .map(path -> root.stream(experiment, 0, "sweep random " + path, seed))
            .toList();
    return (point, dimension) -> streams.get(dimension).uniformAt(point);
  }

  /** One number in each of as many strata as there are points, in every dimension. */
  static Uniforms latinHypercube(
      StreamRoot root, String experiment, long seed, List<String> paths, int points) {
    double[][] numbers = new double[paths.size()][points];
    for (int d = 0; d < numbers.length; d++) {
      String purpose = "sweep latin-hypercube " + paths.get(d);
      RandomStream stream = root.stream(experiment, 0, purpose, seed, points);
      int[] strata = stream.permutation(points);
      for (int i = 0; i < points; i++) {
        double number = (strata[i] + stream.uniform()) / points;
        numbers[d][i] = Math.min(number, Math.nextDown(1.0));
      }
    }
    return (point, dimension) -> numbers[dimension][point];
  }

  /** The scrambled Sobol sequence; a point depends on the seed and its index alone. */
  static Uniforms sobol(StreamRoot root, String experiment, long seed, List<String> paths) {
    long[] keys =
        paths.stream()
            .mapToLong(path -> root.stream(experiment, 0, "sweep sobol " + path, seed).nextLong())
            .toArray();
    return new Sobol(keys)::at;
  }
}
