package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void textIsEscapedAndCleaned() {
    assertEquals(
        "&lt;b a=&quot;1&quot;&gt; &amp;amp; &#39;η&#39; 😀",
        Html.text("<b a=\"1\"> &amp; 'η' 😀\u0000\u007f\u0085\u001b\ufffe\ufdd0\ud800\u2066"));
    assertEquals("a\n\tb", Html.text("a\n\tb\r"));
  }

  @Test
  void anchorsAreLettersDigitsAndHyphens() {
    assertEquals("nak-1-a", Html.anchor("NAK-1 (a"));
    assertEquals("x", Html.anchor("η"));
  }

  @Test
  void pathsStayRelativePaths() {
    assertEquals("figures/a%20b%23c.csv", Html.path("figures\\a b#c.csv"));
    assertEquals("host/%C3%A9", Html.path("//host/é"));
    assertEquals("javascript%3Aalert%281%29", Html.path("javascript:alert(1)"));
    assertEquals("", Html.webAddress("javascript:alert(1)"));
    assertEquals("https://a.b/?x&amp;y", Html.webAddress("https://a.b/?x&y"));
  }

  @Test
  void anSvgAddressHoldsTheWholeDocument() {
    String svg = "<svg title=\"100 % η & #1\"/>";
    String address = Html.svgAddress(svg);

    assertEquals(-1, address.indexOf('"'));
    String encoded = address.substring("data:image/svg+xml,".length()).replace("+", "%2B");
    assertEquals(svg, URLDecoder.decode(encoded, StandardCharsets.UTF_8));
  }

  @Test
  void numbersAreRoundedForReaders() {
    assertEquals("0.1235", Numerals.estimate(0.12346));
    assertEquals("−12", Numerals.estimate(-12));
    assertEquals("123500", Numerals.estimate(123456));
    assertEquals("1.235×10⁶", Numerals.estimate(1234567));
    assertEquals("3.2×10⁻⁸", Numerals.probability(3.21e-8));
    assertEquals("0", Numerals.estimate(0));
    assertEquals("–", Numerals.estimate(Double.NaN));
    assertEquals("[−∞, ∞]", Numerals.interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    assertEquals("", Numerals.interval(Double.NaN, Double.NaN));
    assertEquals("[–, 1]", Numerals.interval(Double.NaN, 1));
  }
}
