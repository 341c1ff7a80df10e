package temper.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private interface LawPlugin<P extends Record> extends ParameterizedPlugin<P> {
    @Override
    default String summary() {
      return name();
    }

    @Override
    default Source source() {
      return Source.FOLKLORE;
    }

    @Override
    default List<Example<P>> examples() {
      return List.of();
    }
  }

  private record Value(double value) {}

  private record Slope(double slope) {}

  private record Fixed(String name) implements LawPlugin<Value>, ScalarForm<Value> {
    @Override
    public Value defaults() {
      return new Value(1);
    }

    @Override
    public Value parseScalar(String text) {
      return new Value(Double.parseDouble(text));
    }
  }

  private record Falling(String name) implements LawPlugin<Slope> {
    @Override
    public Slope defaults() {
      return new Slope(-1);
    }
  }

  private static final Registry<LawPlugin<?>> LAWS =
      Registry.of(LawPlugin.class, List.of(new Fixed("fixed"), new Falling("falling")));

  @Test
  void aBareNameIsThePluginWithItsDefaults() {
    Choice<LawPlugin<?>> choice = Choice.parse(LAWS, "falling");

    assertEquals("falling", choice.plugin().name());
    assertEquals(new Slope(-1), choice.parameters());
  }

  @Test
  void aBareScalarIsReadByThePluginThatHasAScalarForm() {
    Choice<LawPlugin<?>> choice = Choice.parse(LAWS, "0.25");

    assertEquals("fixed", choice.plugin().name());
    assertEquals(new Value(0.25), choice.parameters());
  }

  @Test
  void aMistypedNameIsNotTakenForAScalar() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Choice.parse(LAWS, "faling"));

    assertTrue(e.getMessage().contains("Did you mean 'falling'?"), e.getMessage());
  }

  @Test
  void parametersOfAnotherPluginAreRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Choice<>(new Falling("falling"), new Value(1)));

    assertTrue(e.getMessage().startsWith("parameters of 'falling' must be "), e.getMessage());
  }

  @Test
  void aSourceIsCitedByAuthorsAndYear() {
    assertEquals("common practice", Source.FOLKLORE.citation());
    assertEquals(
        "Smith (2017), arXiv:1506.01186",
        new Source("Smith", 2017, "Cyclical Learning Rates", "arXiv:1506.01186").citation());
    assertEquals("Smith (2017)", new Source("Smith", 2017, "Cyclical", "").citation());
  }
}
