package temper.studies.coolingtheory;

/** A double well on the line. */
enum Potential {
  /** x^4/4 - x^2/2 + 0.1 x: the left well is deeper by 0.2, and a little narrower. */
  TILTED(0.1) {
    @Override
    double height(double x) {
      return x * x * (x * x / 4 - 0.5) + TILT * x;
    }

    @Override
    double slope(double x) {
      return x * x * x - x + TILT;
    }

    @Override
    boolean better(double x) {
      return x < RIDGE;
    }
  },
  /**
   * 0.25 g(x / w) with g(u) = (u^2 - 1)^2, of width w = 0.7 on the left and 1.4 on the right: two
   * wells of equal depth, the right twice as wide. At every temperature it holds 2/3 of the Gibbs
   * distribution.
   */
  UNEQUAL(0.02) {
    @Override
    double height(double x) {
      double u = x / width(x);
      return DEPTH * (u * u - 1) * (u * u - 1);
    }

    @Override
    double slope(double x) {
      double u = x / width(x);
      return DEPTH * 4 * u * (u * u - 1) / width(x);
    }

    @Override
    boolean better(double x) {
      return x > 0;
    }

    private static double width(double x) {
      return x < 0 ? NARROW : WIDE;
    }
  };

  static final String DEEPER = "deeper";
  static final String WIDER = "wider";

  private static final double TILT = 0.1;

  /** Where x^3 - x + 0.1 vanishes between the wells. */
  private static final double RIDGE = 0.1010312578810108;

  private static final double DEPTH = 0.25;
  private static final double NARROW = 0.7;
  private static final double WIDE = 1.4;

  private final double largestRate;

  Potential(double largestRate) {
    this.largestRate = largestRate;
  }

  static Potential of(String name) {
    return name.equals(DEEPER) ? TILTED : UNEQUAL;
  }

  abstract double height(double x);

  abstract double slope(double x);

  /** Whether a place is in the deeper, or wider, well. */
  abstract boolean better(double x);

  /** The large rate: a tenth of the stability bound of the steeper well, or less. */
  double largestRate() {
    return largestRate;
  }
}
