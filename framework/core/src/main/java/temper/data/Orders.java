package temper.data;

import temper.numerics.WideMultiply;
import temper.random.RandomStream;

/** The orders of {@link ExampleOrder}. */
final class Orders {

  private Orders() {}

  private static int checked(int examples) {
    if (examples < 1) {
      throw new IllegalArgumentException("an order needs at least 1 example, got " + examples);
    }
    return examples;
  }

  private static void requirePosition(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("position must be >= 0, got " + position);
    }
  }

  record Sequential(int examples) implements ExampleOrder {

    Sequential {
      checked(examples);
    }

    @Override
    public int row(long position) {
      requirePosition(position);
      return (int) (position % examples);
    }
  }

  static final class Shuffled implements ExampleOrder {

    private final int examples;
    private final RandomStream stream;

    /** The order of one epoch: consecutive positions mostly ask for the same. */
    private final int[] order;

    private long epoch = -1;

    Shuffled(int examples, RandomStream stream) {
      this.examples = checked(examples);
      this.stream = stream.copy();
      this.order = new int[examples];
    }

    @Override
    public int examples() {
      return examples;
    }

    @Override
    public int row(long position) {
      requirePosition(position);
      long wanted = position / examples;
      if (wanted != epoch) {
        for (int i = 0; i < examples; i++) {
          order[i] = i;
        }
        stream.seek(wanted << 32); // An order takes about one long for each example.
        stream.shuffle(order);
        epoch = wanted;
      }
      return order[(int) (position % examples)];
    }
  }

  static final class WithReplacement implements ExampleOrder {

    private final int examples;
    private final RandomStream stream;

    WithReplacement(int examples, RandomStream stream) {
      this.examples = checked(examples);
      this.stream = stream.copy();
    }

    @Override
    public int examples() {
      return examples;
    }

    @Override
    public int row(long position) {
      requirePosition(position);
      // Probabilities differ from 1 / examples by less than 2^-64.
      return (int) WideMultiply.unsignedHigh(stream.longAt(position), examples);
    }
  }
}
