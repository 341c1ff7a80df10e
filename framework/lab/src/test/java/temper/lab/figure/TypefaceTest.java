package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypefaceTest {

  /** Advance and box of the control points as fontTools 4.38 reads them from the same file. */
  @ParameterizedTest
  @CsvSource({
    "H, 1386, 181, 0, 1205, 1493",
    "x, 1090, 53, 0, 1030, 1120",
    "é, 1134, 102, -29, 1036, 1638",
    "η, 1168, 167, -426, 1012, 1147",
    "Q, 1450, 104, -264, 1347, 1520",
    "∇, 1233, -5, 0, 1238, 1473",
    "⁻, 972, 123, 980, 850, 1075",
    "Å, 1260, 14, 0, 1246, 1901"
  })
  void glyphsAreThoseOfTheFontFile(
      String text, double advance, double left, double low, double right, double high) {
    Typeface face = Typeface.regular(2048);

    assertEquals(advance, face.width(text), 1e-9);
    Rectangle2D box = face.outline(text, 0, 0).getBounds2D();
    assertEquals(left, box.getMinX(), 1e-9);
    assertEquals(right, box.getMaxX(), 1e-9);
    assertEquals(-low, box.getMaxY(), 1e-9);
    assertEquals(-high, box.getMinY(), 1e-9);
  }

  @Test
  void lettersThatScientistsUseAreInTheFont() {
    Typeface face = Typeface.regular(8);
    double missing = face.width("\uE000");
    String needed = "αβγδεηθκλμνξπρστφχψωΓΔΘΛΣΦΨΩ×·±−≤≥≈≠∞∇∂∈‖√∑∫→…–—⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₉ℓ°";

    needed
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            c ->
                assertFalse(
                    sameShape(face, c, "\uE000") && face.width(c) == missing, "missing: " + c));
  }

  private static boolean sameShape(Typeface face, String a, String b) {
    return face.outline(a, 0, 0).getBounds2D().equals(face.outline(b, 0, 0).getBounds2D());
  }

  @Test
  void controlCharactersTakeNoRoom() {
    Typeface face = Typeface.regular(8);

    assertEquals(face.width("ab"), face.width("a\u0000\u001b\nb"));
  }

  @Test
  void textIsCutOnlyIfItDoesNotFit() {
    Typeface face = Typeface.regular(8);

    assertEquals("loss", face.fitted("loss", 100));
    String cut = face.fitted("a long label that has no room", 50);
    assertTrue(cut.endsWith("…") && face.width(cut) <= 50, cut);
    assertEquals("…", face.fitted("😀", 1));
  }

  @Test
  void textIsWrappedBetweenWordsAndEveryLineFits() {
    Typeface face = Typeface.regular(8);

    List<String> lines = face.wrapped("one two three four five six seven", 40, 4);

    assertTrue(lines.size() > 1 && lines.size() <= 4);
    lines.forEach(line -> assertTrue(face.width(line) <= 40, line));
    assertEquals("one two three four five six seven", String.join(" ", lines));
    assertEquals(2, face.wrapped("one two three four five six seven", 40, 2).size());
  }

  @Test
  void aFileThatIsNoFontIsRefused() {
    byte[] nothing = new byte[64];

    var thrown = assertThrows(IllegalArgumentException.class, () -> new TrueTypeOutlines(nothing));

    assertTrue(thrown.getMessage().contains("head"));
  }
}
