package temper.lab.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  private static void assertSame(String one, String other) {
    assertEquals(SourceText.normalised(one), SourceText.normalised(other));
  }

  private static void assertDifferent(String one, String other) {
    assertNotEquals(SourceText.normalised(one), SourceText.normalised(other));
  }

  @Test
  void commentsAndBlanksMeanNothing() {
    assertSame("int a = f(1, 2);", "int  a =\n\t f( 1,2 ) ; // the sum\n");
    assertSame("a /* of \"b */ + c", "a + c");
    assertSame("a + /* never ended", "a +");
    assertSame("'\"' + b // \"\n", "'\"' + b");
  }

  @Test
  void tokensStayApart() {
    assertDifferent("a + +b", "a ++b");
    assertDifferent("return x", "returnx");
    assertDifferent("a/**/b", "ab");
    assertDifferent("x = a / b", "x = a");
  }

  @Test
  void whatStandsInLiteralsCounts() {
    assertDifferent("\"a  b\"", "\"a b\"");
    assertDifferent("\"http://a\"", "\"http://b\"");
    assertDifferent("\"\\\" // a\"", "\"\\\" // b\"");
    assertDifferent("\"\"\"\n a // \"quoted\" b\n\"\"\"", "\"\"\"\n a // \"quoted\" c\n\"\"\"");
    assertDifferent("'\\'' + \"/* */ a\"", "'\\'' + \"/* */ b\"");
    assertDifferent("\"never ended // a", "\"never ended // b");
  }

  @Test
  void aTextWithEscapesOfCharactersIsTakenAsItStands() {
    assertDifferent("x = \\u0022 // a\\u0022;", "x = \\u0022 // b\\u0022;");
    assertDifferent("x\\u0020= 1", "x\\u0020=  1");
  }

  @Test
  void aProblemNamesItsPlaceAndShowsItsLine() {
    SourceText text =
        SourceText.of(
            "A.java", "\uFEFFone\r\n\ttwo \uD83D\uDE00 three".getBytes(StandardCharsets.UTF_8));

    assertEquals(
        "A.java:2:8 wrong\n  \ttwo \uD83D\uDE00 three\n  \t      ^",
        text.problem(text.text().indexOf("three"), "wrong").toString());
    assertEquals("A.java:1:1 wrong", text.problem(-1, "wrong").toString());
    assertEquals("A.java:1:1 wrong", text.problem(1000, "wrong").toString());
  }

  @Test
  void otherEncodingsAreRefused() {
    SourceException refused =
        assertThrows(
            SourceException.class, () -> SourceText.of("A.java", new byte[] {(byte) 0xE4, 'a'}));

    assertEquals("A.java:1:1 the file is not UTF-8", refused.getMessage());
  }
}
