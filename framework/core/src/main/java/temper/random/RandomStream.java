package temper.random;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import temper.numerics.StableMath;
import temper.numerics.WideMultiply;

/**
 * A stream of random numbers: the values of Philox4x32-10 under the stream's own key at successive
 * counters, 2^64 longs before it repeats.
 *
 * <p>Every number is made of whole longs of the stream, so {@link #position} is its complete state.
 * Bulk calls give the numbers that single calls would give. Not for use by several threads at once.
 *
 * @since 0.1
 */
public final class RandomStream {

  /** Longs made at a time: independent counters keep the processor's multipliers busy. */
  private static final int BUFFER = 8;

  private static final double DOUBLE_UNIT = 0x1p-53;
  private static final float FLOAT_UNIT = 0x1p-24f;
  private static final double TWO_PI = 0x1.921fb54442d18p+2;

  /** Beyond this mean a count would no longer be exact in a double. */
  private static final double LARGEST_MEAN = 0x1p50;

  private final long key;
  private final long identity;
  private final long[] buffer = new long[BUFFER];
  private long position;

  RandomStream(long key, long identity, long position) {
    this.key = key;
    this.identity = identity;
    seek(position);
  }

  /**
   * How many longs were taken from the stream: its complete state, beside its identity.
   *
   * @return the number of longs, as unsigned 64 bits
   */
  public long position() {
    return position;
  }

  /**
   * Goes to any position at once.
   *
   * @param newPosition the number of longs taken before it, as unsigned 64 bits
   */
  public void seek(long newPosition) {
    position = newPosition;
    if (newPosition % BUFFER != 0) {
      refill(newPosition);
    }
  }

  /**
   * A second stream with the same numbers to come.
   *
   * @return a stream at this one's position, independent of this one's further use
   */
  public RandomStream copy() {
    return new RandomStream(key, identity, position);
  }

  /**
   * Saves identity and position: 24 bytes.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(key);
    out.writeLong(identity);
    out.writeLong(position);
  }

  /**
   * Restores what {@link #writeTo} saved.
   *
   * @param in where to read
   * @return a stream that goes on bit for bit
   * @throws IOException if reading fails
   */
  public static RandomStream readFrom(DataInput in) throws IOException {
    return new RandomStream(in.readLong(), in.readLong(), in.readLong());
  }

  private void refill(long index) {
    Philox4x32.fill(key, identity, (index & -BUFFER) >>> 1, buffer);
  }

  /**
   * The next 64 random bits.
   *
   * @return any long, all equally likely
   */
  public long nextLong() {
    long index = position++;
    int slot = (int) index & (BUFFER - 1);
    if (slot == 0) {
      refill(index);
    }
    return buffer[slot];
  }

  /**
   * The next 32 random bits.
   *
   * @return any int, all equally likely
   */
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /**
   * The next random number below a bound, without bias.
   *
   * <p>Source: D. Lemire, Fast random integer generation in an interval, ACM TOMACS 29 (2019).
   *
   * @param bound the bound, &gt; 0
   * @return an int from 0 to {@code bound} - 1, all equally likely
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int nextInt(int bound) {
    requirePositive(bound);
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFF_FFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFF_FFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * The next random number below a bound, without bias.
   *
   * @param bound the bound, &gt; 0
   * @return a long from 0 to {@code bound} - 1, all equally likely
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public long nextLong(long bound) {
    requirePositive(bound);
    long bits = nextLong();
    long low = bits * bound;
    if (Long.compareUnsigned(low, bound) < 0) {
      long threshold = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(low, threshold) < 0) {
        bits = nextLong();
        low = bits * bound;
      }
    }
    return WideMultiply.unsignedHigh(bits, bound);
  }

  private static void requirePositive(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be > 0, got " + bound);
    }
  }

  /**
   * The toss of a fair coin.
   *
   * @return true or false, equally likely
   */
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /**
   * A uniform number.
   *
   * @return a multiple of 2^-53 in [0, 1), all equally likely
   */
  public double uniform() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /**
   * A uniform number in single precision.
   *
   * @return a multiple of 2^-24 in [0, 1), all equally likely
   */
  public float uniformFloat() {
    return (nextLong() >>> 40) * FLOAT_UNIT;
  }

  /**
   * A uniform number of an interval.
   *
   * @param low the smallest value, finite
   * @param high the end, itself never returned, finite, &gt; {@code low}
   * @return a number in [low, high)
   * @throws IllegalArgumentException if the interval is empty or its length is not finite
   */
  public double uniform(double low, double high) {
    double length = high - low;
    if (!(low < high && length < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "low must be < high and high - low finite, got low " + low + " and high " + high);
    }
    double value = low + length * uniform();
    return value < high ? value : Math.nextDown(high);
  }

  /**
   * A standard Gaussian number, mean 0 and variance 1, by the ziggurat method.
   *
   * @return any number but 0
   */
  public double gaussian() {
    return Ziggurat.gaussian(this);
  }

  /**
   * A standard exponential number, mean 1, by the ziggurat method.
   *
   * @return a number &gt; 0
   */
  public double exponential() {
    return Ziggurat.exponential(this);
  }

  /**
   * A Poisson number.
   *
   * @param mean its mean, from 0 to 2^50
   * @return a count &gt;= 0
   * @throws IllegalArgumentException if {@code mean} is outside its range
   */
  public long poisson(double mean) {
    if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
      throw new IllegalArgumentException("mean must be in [0, 2^50], got " + mean);
    }
    return Counts.poisson(this, mean);
  }

  /**
   * A binomial number: successes in independent trials.
   *
   * @param n number of trials, from 0 to 2^50
   * @param p probability of success, in [0, 1]
   * @return a count from 0 to {@code n}
   * @throws IllegalArgumentException if {@code n} or {@code p} is outside its range
   */
  public long binomial(long n, double p) {
    if (n < 0 || n > LARGEST_MEAN) {
      throw new IllegalArgumentException("n must be in [0, 2^50], got " + n);
    }
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], got " + p);
    }
    return Counts.binomial(this, n, p);
  }

  /**
   * Puts values into random order.
   *
   * @param values overwritten; all orders equally likely
   */
  public void shuffle(int[] values) {
    Selections.shuffle(this, values);
  }

  /**
   * A random order of 0 to n - 1.
   *
   * @param n how many, &gt;= 0
   * @return a new array, all orders equally likely
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public int[] permutation(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must be >= 0, got " + n);
    }
    return Selections.permutation(this, n);
  }

  /**
   * Different numbers from 0 to n - 1, in random order.
   *
   * @param n size of the range, &gt;= 0
   * @param count how many to draw, from 0 to {@code n}
   * @return a new array, all choices equally likely
   * @throws IllegalArgumentException if {@code count} is outside its range
   */
  public int[] sample(int n, int count) {
    if (count < 0 || count > n) {
      throw new IllegalArgumentException("count must be in [0, n = " + n + "], got " + count);
    }
    return Selections.sample(this, n, count);
  }

  /**
   * Fills an array with uniform numbers, those that {@link #uniform()} would give.
   *
   * @param out overwritten
   */
  public void fillUniform(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = uniform();
    }
  }

  /**
   * Fills an array with uniform numbers, those that {@link #uniformFloat()} would give.
   *
   * @param out overwritten
   */
  public void fillUniform(float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = uniformFloat();
    }
  }

  /**
   * Fills an array with Gaussian numbers, those that {@link #gaussian()} would give.
   *
   * @param out overwritten
   */
  public void fillGaussian(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = gaussian();
    }
  }

  /**
   * Fills an array with Gaussian numbers, those that {@link #gaussian()} would give, rounded.
   *
   * @param out overwritten
   */
  public void fillGaussian(float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) gaussian();
    }
  }

  /**
   * The 64 bits that {@link #nextLong()} gives at a position; the stream itself does not move.
   *
   * @param index the position, as unsigned 64 bits
   * @return any long
   */
  public long longAt(long index) {
    return Philox4x32.at(key, identity, index >>> 1, (index & 1) == 1);
  }

  /**
   * The number that {@link #uniform()} gives at a position; the stream itself does not move.
   *
   * @param index the position, as unsigned 64 bits
   * @return a multiple of 2^-53 in [0, 1)
   */
  public double uniformAt(long index) {
    return (longAt(index) >>> 11) * DOUBLE_UNIT;
  }

  /**
   * A standard Gaussian number as a pure function of an index; the stream itself does not move.
   *
   * <p>It is made from the longs at positions 2 index and 2 index + 1 by Box and Muller's method,
   * so draw other numbers from another stream.
   *
   * @param index any number; the upper bit is lost
   * @return a number of magnitude below 8.6
   */
  public double gaussianAt(long index) {
    double u = ((longAt(2 * index) >>> 11) + 1) * DOUBLE_UNIT;
    double angle = TWO_PI * uniformAt(2 * index + 1);
    return Math.sqrt(-2 * StableMath.log(u)) * StableMath.cos(angle);
  }
}
