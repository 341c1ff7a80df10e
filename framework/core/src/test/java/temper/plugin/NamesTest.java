package temper.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final List<String> SCHEDULES =
      List.of("cosine", "constant", "step", "inverse-square-root", "exponential", "join");

  @ParameterizedTest
  @CsvSource({
    "cosin, cosine",
    "csoine, cosine",
    "Cosine, cosine",
    "constnat, constant",
    "inverse-sqrt-root, inverse-square-root",
    "setp, step",
    "jion, join",
    "exponental, exponential"
  })
  void aMistypedNameFindsTheNameThatWasMeant(String given, String meant) {
    assertEquals(Optional.of(meant), Names.nearest(given, SCHEDULES));
  }

  @ParameterizedTest
  @CsvSource({"triangular", "x", "adam", "''"})
  void aNameThatIsFarFromAllFindsNothing(String given) {
    assertEquals(Optional.empty(), Names.nearest(given, SCHEDULES));
  }

  @Test
  void aSwapOfNeighboursCountsAsOneMistake() {
    // Length 3 tolerates one mistake: a swap is within reach, two substitutions are not.
    assertEquals(Optional.of("abc"), Names.nearest("acb", List.of("abc")));
    assertEquals(Optional.empty(), Names.nearest("axy", List.of("abc")));
  }

  @Test
  void equallyNearNamesAreDecidedByTheAlphabetWhateverTheirOrder() {
    assertEquals(Optional.of("rate-a"), Names.nearest("rate-x", List.of("rate-b", "rate-a")));
    assertEquals(Optional.of("rate-a"), Names.nearest("rate-x", List.of("rate-a", "rate-b")));
  }

  @Test
  void aNameOfOneLetterIsNotReplacedByAnotherLetter() {
    assertEquals(Optional.empty(), Names.nearest("a", List.of("b")));
  }

  @Test
  void theSuggestionNamesTheNearestOrAllThereAre() {
    assertEquals(" Did you mean 'step'?", Names.suggestion("stepp", SCHEDULES));
    assertEquals(" Known: a, b.", Names.suggestion("zzz", List.of("b", "a")));
    assertEquals(" There are none.", Names.suggestion("zzz", List.of()));
  }
}
