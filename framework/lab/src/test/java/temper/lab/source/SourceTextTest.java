package temper.lab.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        "A.java:2:8 wrong\n  two \uD83D\uDE00 three\n        ^\nbecause",
        text.problem(text.text().indexOf("three"), "wrong\nbecause").toString());
    assertEquals("A.java:1:1 wrong", text.problem(-1, "wrong").toString());
    assertEquals("A.java:1:1 wrong", text.problem(1000, "wrong").toString());
  }

  @Test
  void ofALongLineThePartAroundTheColumnIsShown() {
    String line = "  " + "a".repeat(50) + "\t" + "b".repeat(60) + "X" + "c".repeat(100);
    SourceText text = SourceText.of("A.java", line.getBytes(StandardCharsets.UTF_8));
    for (String wanted : new String[] {"X", "aaab", "cccX", "c"}) {
      int at = Math.max(line.indexOf(wanted), 0);
      String[] shown = text.problem(at, "wrong").toString().split("\n", -1);

      assertEquals(3, shown.length);
      assertTrue(shown[1].length() <= 76, shown[1]);
      assertEquals(
          line.charAt(Math.max(at, 2)), shown[1].charAt(Math.max(shown[2].indexOf('^'), 2)));
    }
  }

  @Test
  void otherEncodingsAreRefused() {
    SourceException refused =
        assertThrows(
            SourceException.class, () -> SourceText.of("A.java", new byte[] {(byte) 0xE4, 'a'}));

    assertEquals("A.java:1:1 the file is not UTF-8", refused.getMessage());
  }
}
