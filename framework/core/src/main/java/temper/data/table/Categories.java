package temper.data.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different texts of a column, numbered as they come. Their order in the data set is another
 * one, which does not depend on that of the rows: by number where all are numbers, otherwise by
 * text.
 */
final class Categories {

  /** A column with more is no list of kinds, and would fill the memory. */
  static final int MOST = 1000;

  private final char point;
  private boolean overflows;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  Categories(DecimalMark mark) {
    this.point = mark.character();
  }

  /** The number of a text, a new one if it was not met before. */
  int id(String text) {
    Integer known = ids.get(text);
    if (known != null) {
      return known;
    }
    if (names.size() == MOST) {
      overflows = true;
      return 0;
    }
    ids.put(text, names.size());
    names.add(text);
    return names.size() - 1;
  }

  /** The number of a text, or -1 if it was not met before. */
  int find(String text) {
    return ids.getOrDefault(text, -1);
  }

  /** Whether there were more texts than can be numbered. */
  boolean overflows() {
    return overflows;
  }

  int size() {
    return names.size();
  }

  /** The texts in their order in the data set. */
  List<String> sorted() {
    return names.stream().sorted(order()).toList();
  }

  /** For each number the place of its text in {@link #sorted()}. */
  int[] places() {
    int[] places = new int[names.size()];
    List<String> sorted = sorted();
    for (int id = 0; id < places.length; id++) {
      places[id] = Collections.binarySearch(sorted, names.get(id), order());
    }
    return places;
  }

  /** Two texts that are the same number, such as 1 and 1.0; empty where there are none. */
  List<String> sameNumber() {
    Map<BigDecimal, String> numbers = new HashMap<>();
    for (String name : sorted()) {
      if (!Double.isNaN(number(name))) {
        String other = numbers.putIfAbsent(exact(name), name);
        if (other != null) {
          return List.of(other, name);
        }
      }
    }
    return List.of();
  }

  private BigDecimal exact(String number) {
    return new BigDecimal(number.replace(point, '.')).stripTrailingZeros();
  }

  private double number(String text) {
    return Decimals.parse(text, point);
  }

  private Comparator<String> order() {
    Comparator<String> byText = Comparator.naturalOrder();
    boolean numbers = names.stream().allMatch(name -> !Double.isNaN(number(name)));
    return numbers ? Comparator.comparingDouble(this::number).thenComparing(byText) : byText;
  }
}
