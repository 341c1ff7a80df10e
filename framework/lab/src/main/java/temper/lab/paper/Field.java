package temper.lab.paper;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a claim; most of it of a finding too. */
enum Field {
  ESTIMATE(true),
  INTERVAL(true),
  LOW(true),
  HIGH(true),
  N(true),
  P(true),
  P_ADJUSTED(false),
  VERDICT(true),
  TEST(true),
  REGION(true),
  STATEMENT(false),
  QUANTITY(false),
  SOURCE(false),
  REDUCED(false),
  STANDING(false),
  REASON(false);

  private static final Set<Field> NUMBERS =
      EnumSet.of(ESTIMATE, INTERVAL, LOW, HIGH, N, P, P_ADJUSTED);

  private final boolean ofFindings;

  Field(boolean ofFindings) {
    this.ofFindings = ofFindings;
  }

  /** Whether findings have it. */
  boolean ofFindings() {
    return ofFindings;
  }

  /** Whether it is a number or made of numbers, which only a claim has that was run. */
  boolean isNumber() {
    return NUMBERS.contains(this);
  }

  /** As it is written after a dot, such as {@code p_adjusted}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it ends the name of a macro, such as {@code padjusted}. */
  String macro() {
    return label().replace("_", "");
  }

  static Optional<Field> of(String label) {
    return Arrays.stream(values()).filter(field -> field.label().equals(label)).findFirst();
  }

  static Optional<Field> ofMacro(String macro) {
    return Arrays.stream(values()).filter(field -> field.macro().equals(macro)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Field::label).toList();
  }
}
