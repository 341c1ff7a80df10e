package temper.lab.study;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"walks", "console", "a.b", "com10", "aux-1", "null", "v1.con"})
  void ordinaryNamesArePortable(String name) {
    assertTrue(FileNames.isPortable(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CON", "aux", "Nul.txt", "lpt9.a.b", "com1", "aux .x", "x.", "x "})
  void namesThatWindowsDropsOrTakesForDevicesAreNot(String name) {
    assertFalse(FileNames.isPortable(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"walks", "known-ground-states", "2-opt", "a-1", "aux"})
  void lowerCaseWordsJoinedByHyphensAreHyphenated(String name) {
    assertTrue(FileNames.isHyphenated(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Walks", "-a", "a-", "a--b", "a_b", "a.b", "a b", "a\n", "\u00fcber"})
  void othersAreNot(String name) {
    assertFalse(FileNames.isHyphenated(name));
  }
}
