package temper.lab.store;

/**
 * Where the record of each trial lies: a hash map from identifier to a positive number, in two
 * primitive arrays with open addressing (16 bytes a slot, at most 60 % full).
 */
final class TrialIndex {

  /** The value of a trial that is not there. */
  static final long ABSENT = 0;

  private static final double MOST_LOAD = 0.6;

  private long[] keys = new long[1024];
  private long[] values = new long[1024];
  private int used;

  /** The value of a trial, {@link #ABSENT} if there is none. */
  long get(long id) {
    return values[slot(keys, values, id)];
  }

  /** Sets the value of a trial. */
  void put(long id, long value) {
    int slot = slot(keys, values, id);
    if (values[slot] == ABSENT) {
      used++;
      if (used > MOST_LOAD * keys.length) {
        grow();
        slot = slot(keys, values, id);
      }
    }
    keys[slot] = id;
    values[slot] = value;
  }

  /** Hears of a trial that is there. */
  interface Visitor {

    void visit(long id, long value);
  }

  /** Visits all trials, in an order that depends on the identifiers alone. */
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] != ABSENT) {
        visitor.visit(keys[slot], values[slot]);
      }
    }
  }

  private void grow() {
    long[] newKeys = new long[2 * keys.length];
    long[] newValues = new long[2 * keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != ABSENT) {
        int slot = slot(newKeys, newValues, keys[i]);
        newKeys[slot] = keys[i];
        newValues[slot] = values[i];
      }
    }
    keys = newKeys;
    values = newValues;
  }

  private static int slot(long[] keys, long[] values, long id) {
    int mask = keys.length - 1;
    // The golden ratio spreads identifiers that are not hashes, such as those of tests.
    int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (values[slot] != ABSENT && keys[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
