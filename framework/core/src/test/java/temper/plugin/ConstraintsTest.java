package temper.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {

  private record Numbers(
      @Positive double positive,
      @NonNegative long nonNegative,
      @Finite float finite,
      @Range(min = 0, max = 1, maxOpen = true) double fraction) {}

  private record Texts(
      @OneOf({"up", "down"}) String direction, @Size(min = 1, max = 3) String id) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Elements(
      @Size(min = 2) @Positive List<Double> list,
      @Positive double[] array,
      @NonNegative Map<String, Integer> map,
      @Positive Optional<Double> optional) {}

  private record Optionals(
      @Positive OptionalDouble x, @Positive OptionalInt i, @Positive OptionalLong n) {}

  private record Outer(Numbers inner, List<Texts> parts, double free) {}

  /** Stands as one scalar, although it is a record. */
  public record Metres(@Positive double getAsDouble) implements DoubleSupplier {
    public static Metres parse(String text) {
      return new Metres(Double.parseDouble(text));
    }
  }

  private record Walk(@Positive Metres length, Metres unchecked) {}

  private record Unusual(
      @Range(min = 2, minOpen = true) double low,
      @Range double any,
      @Size(min = 2, max = 2) List<String> pair,
      @Range(max = 0.5) double high) {}

  private static final class Kind implements ParameterizedPlugin<Numbers> {
    @Override
    public String name() {
      return "kind";
    }

    @Override
    public String summary() {
      return "A kind.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public Numbers defaults() {
      return new Numbers(1, 0, 0, 0);
    }

    @Override
    public List<Example<Numbers>> examples() {
      return List.of(new Example<>("defaults", defaults()));
    }
  }

  private record Chooser(Choice<Kind> rate) {}

  private static List<String> broken(Record parameters) {
    return Constraints.check(parameters).stream().map(Constraints.Violation::toString).toList();
  }

  @Test
  void aRecordThatKeepsAllRulesHasNoViolations() {
    assertEquals(List.of(), broken(new Numbers(Double.MIN_VALUE, 0, -3f, 0)));
    assertEquals(List.of(), broken(new Texts("up", "abc")));
  }

  @Test
  void everyRuleOnNumbersNamesPathRangeAndValue() {
    assertEquals(
        List.of(
            "positive must be > 0 and finite, got 0.0",
            "nonNegative must be >= 0 and finite, got -1",
            "finite must be finite, got Infinity",
            "fraction must be >= 0 and < 1, got 1.0"),
        broken(new Numbers(0, -1, Float.POSITIVE_INFINITY, 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteBreaksEveryRuleOnNumbers(double value) {
    assertEquals(3, broken(new Numbers(value, 0, (float) value, value)).size());
  }

  @Test
  void rulesOnTextsNameTheAllowedTexts() {
    assertEquals(
        List.of(
            "direction must be one of up, down, got left",
            "id must have a length from 1 to 3, got "),
        broken(new Texts("left", "")));
  }

  @Test
  void sizeSpeaksOfAListAndEveryOtherRuleOfItsElements() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("good", 0);
    map.put("bad", -1);

    List<Constraints.Violation> found =
        Constraints.check(new Elements(List.of(-1.0), new double[] {1, 0}, map, Optional.of(-2.0)));

    assertEquals(
        List.of("list", "list[0]", "array[1]", "map.bad", "optional"),
        found.stream().map(Constraints.Violation::path).toList());
  }

  @Test
  void anEmptyOptionalKeepsEveryRule() {
    assertEquals(
        List.of(),
        broken(new Optionals(OptionalDouble.empty(), OptionalInt.empty(), OptionalLong.empty())));
    List<Constraints.Violation> negative =
        Constraints.check(
            new Optionals(OptionalDouble.of(-1), OptionalInt.of(-1), OptionalLong.of(-1)));
    assertEquals(
        List.of(
            "x must be > 0 and finite, got -1.0",
            "i must be > 0 and finite, got -1",
            "n must be > 0 and finite, got -1"),
        negative.stream().map(Constraints.Violation::toString).toList());
  }

  @Test
  void nestedRecordsAreCheckedUnderTheirPath() {
    List<Constraints.Violation> found =
        Constraints.check(
            new Outer(
                new Numbers(-1, 0, 0, 0),
                List.of(new Texts("up", "a"), new Texts("u", "a")),
                Double.NaN));

    assertEquals(
        List.of("inner.positive", "parts[1].direction"),
        found.stream().map(Constraints.Violation::path).toList());
    assertEquals(-1.0, found.get(0).value());
  }

  @Test
  void theParametersOfAChoiceAreCheckedUnderTheNameOfThePlugin() {
    Chooser chooser = new Chooser(new Choice<>(new Kind(), new Numbers(-1, 0, 0, 0)));

    assertEquals(List.of("rate.kind.positive must be > 0 and finite, got -1.0"), broken(chooser));
  }

  @Test
  void aTextTypeIsOneValueAndAQuantityObeysRulesOnNumbers() {
    assertEquals(
        List.of("length"),
        Constraints.check(new Walk(new Metres(0), new Metres(-1))).stream()
            .map(Constraints.Violation::path)
            .toList());
    assertTrue(Constraints.isTextType(Metres.class));
    assertTrue(!Constraints.isTextType(Walk.class));
  }

  @Test
  void aMissingValueBreaksARuleOnNumbers() {
    assertEquals(1, broken(new Walk(null, null)).size());
  }

  @Test
  void requireThrowsWithAllViolationsAtOnce() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Constraints.require(new Numbers(0, -1, 0, 0.5)));

    assertEquals(
        "positive must be > 0 and finite, got 0.0; nonNegative must be >= 0 and finite, got -1",
        e.getMessage());
    Numbers good = new Numbers(1, 0, 0, 0);
    assertSame(good, Constraints.require(good));
  }

  @Test
  void constraintsAreDescribedInWords() {
    List<String> words =
        Arrays.stream(Unusual.class.getRecordComponents())
            .flatMap(component -> Constraints.describe(component).stream())
            .toList();

    assertEquals(
        List.of("must be > 2", "must be a number", "must have the length 2", "must be <= 0.5"),
        words);
  }

  @Test
  void aValueCanBeCheckedBeforeItsRecordExists() {
    var positive = Numbers.class.getRecordComponents()[0];

    assertEquals("a.b", Constraints.check(positive, "a.b", -1).get(0).path());
    assertEquals(List.of(), Constraints.check(positive, "a.b", 1));
  }
}
