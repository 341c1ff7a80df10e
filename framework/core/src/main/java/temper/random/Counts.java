package temper.random;

import temper.numerics.StableMath;

/**
 * Exact samplers of counts: inversion where the mean is small, transformed rejection otherwise.
 *
 * <p>Source: W. Hörmann, The transformed rejection method for generating Poisson random variables,
 * Insurance: Mathematics and Economics 12 (1993), algorithm PTRS; W. Hörmann, The generation of
 * binomial random variates, Journal of Statistical Computation and Simulation 46 (1993), algorithm
 * BTRS. Differs: the last test compares probabilities by Loader's saddle-point form.
 */
final class Counts {

  private static final double SMALL_MEAN = 10;

  private Counts() {}

  static long poisson(RandomStream stream, double mean) {
    if (mean == 0) {
      return 0;
    }
    return mean < SMALL_MEAN ? poissonByInversion(stream, mean) : poissonByRejection(stream, mean);
  }

  private static long poissonByInversion(RandomStream stream, double mean) {
    double u = stream.uniform();
    double probability = StableMath.exp(-mean);
    long k = 0;
    while (u >= probability && probability > 0) {
      u -= probability;
      k++;
      probability *= mean / k;
    }
    return k;
  }

  private static long poissonByRejection(RandomStream stream, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = stream.uniform() - 0.5;
      double v = 1 - stream.uniform();
      double edge = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / edge + b) * u + mean + 0.43);
      if (edge >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || (edge < 0.013 && v > edge)) {
        continue;
      }
      double height = StableMath.log(v * inverseAlpha / (a / (edge * edge) + b));
      if (height <= SaddlePoint.logPoisson(k, mean)) {
        return (long) k;
      }
    }
  }

  static long binomial(RandomStream stream, long n, double p) {
    if (n == 0 || p == 0) {
      return 0;
    }
    if (p == 1) {
      return n;
    }
    double smaller = Math.min(p, 1 - p);
    long count =
        n * smaller < SMALL_MEAN
            ? binomialByInversion(stream, n, smaller)
            : binomialByRejection(stream, (double) n, smaller);
    return p > 0.5 ? n - count : count;
  }

  private static long binomialByInversion(RandomStream stream, long n, double p) {
    double odds = p / (1 - p);
    double u = stream.uniform();
    double probability = StableMath.exp(n * StableMath.log1p(-p));
    long k = 0;
    while (u >= probability && k < n && probability > 0) {
      u -= probability;
      k++;
      probability *= (n - k + 1.0) / k * odds;
    }
    return k;
  }

  private static long binomialByRejection(RandomStream stream, double n, double p) {
    double deviation = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double squeeze = 0.92 - 4.2 / b;
    double mode = SaddlePoint.logBinomial(Math.floor((n + 1) * p), n, p);
    while (true) {
      double u = stream.uniform() - 0.5;
      double v = 1 - stream.uniform();
      double edge = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / edge + b) * u + n * p + 0.5);
      if (!(k >= 0 && k <= n)) {
        continue;
      }
      if (edge >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      double height = StableMath.log(v * alpha / (a / (edge * edge) + b));
      if (height <= SaddlePoint.logBinomial(k, n, p) - mode) {
        return (long) k;
      }
    }
  }
}
