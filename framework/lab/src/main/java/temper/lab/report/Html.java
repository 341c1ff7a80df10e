package temper.lab.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text, links and anchors that are safe to write into a page.
 *
 * @since 0.1
 */
public final class Html {

  private static final String HEX = "0123456789ABCDEF";

  private Html() {}

  /**
   * A text for content or a quoted attribute.
   *
   * @param raw any text
   * @return the text without characters that HTML forbids
   */
  public static String text(String raw) {
    StringBuilder out = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(c -> appendText(out, c));
    return out.toString();
  }

  private static void appendText(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\t' -> out.append((char) c);
      default -> {
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        boolean invalid = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        // Marks that turn the direction of writing can make a text read as another one.
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (!Character.isISOControl(c) && !surrogate && !invalid && !turning) {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /**
   * An anchor made of a name.
   *
   * @param name any name
   * @return letters and digits as they are, everything else a hyphen
   */
  public static String anchor(String name) {
    StringBuilder out = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (plain) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    return out.isEmpty() ? "x" : out.toString();
  }

  /**
   * A relative path as the value of a link.
   *
   * @param path a path
   * @return the path, escaped
   */
  public static String path(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      if (plain || "-._~/=,+@".indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        escape(out, b);
      }
    }
    // A path cannot begin like an address, as its colons are escaped; two slashes name a host.
    return out.toString().replaceAll("^/+", "");
  }

  /**
   * A document as an address that holds all of it. An image of such an address can neither run
   * scripts nor mix up its ids with those of the page.
   *
   * @param svg an SVG document
   * @return the source of an image
   */
  public static String svgAddress(String svg) {
    StringBuilder out = new StringBuilder("data:image/svg+xml,");
    for (byte b : svg.strip().getBytes(StandardCharsets.UTF_8)) {
      if (b == '\n') {
        out.append(' ');
      } else if (b < ' ' || b == 127 || "\"#%&<>".indexOf(b) >= 0) {
        escape(out, b);
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  private static void escape(StringBuilder out, byte b) {
    out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
  }

  /**
   * An address of the web as the value of a link.
   *
   * @param address any text
   * @return the address, escaped; empty if it is none
   */
  public static String webAddress(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? text(address) : "";
  }
}
