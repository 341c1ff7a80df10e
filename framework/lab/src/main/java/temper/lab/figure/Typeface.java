package temper.lab.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Text as shapes, in one size of a bundled typeface. */
final class Typeface {

  /** Height of a capital letter of DejaVu Sans, as a part of the font's size. */
  private static final double CAPITAL = 0.729;

  private final TrueTypeOutlines glyphs;
  private final double scale;
  private final double size;

  private Typeface(TrueTypeOutlines glyphs, double size) {
    this.glyphs = glyphs;
    this.size = size;
    this.scale = size / glyphs.unitsPerEm();
  }

  /** Returns the typeface of labels. */
  static Typeface regular(double size) {
    return new Typeface(read("DejaVuSansCondensed.ttf"), size);
  }

  /** Returns the typeface of panel letters. */
  static Typeface bold(double size) {
    return new Typeface(read("DejaVuSansCondensed-Bold.ttf"), size);
  }

  private static TrueTypeOutlines read(String name) {
    try (InputStream in = Typeface.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the font " + name);
      }
      return new TrueTypeOutlines(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + name, e);
    }
  }

  /** Returns the same typeface in another size. */
  Typeface sized(double newSize) {
    return new Typeface(glyphs, newSize);
  }

  /** Returns the size of the font, in points. */
  double size() {
    return size;
  }

  /** Returns the height of a capital letter, in points. */
  double capital() {
    return CAPITAL * size;
  }

  /** Returns how wide a text is, in points. */
  double width(String text) {
    double width = 0;
    for (int c : printable(text)) {
      width += glyphs.advance(glyph(c));
    }
    return width * scale;
  }

  /** Returns the outline of a text whose base line begins at a place of the page. */
  Shape outline(String text, double x, double y) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double pen = x;
    for (int c : printable(text)) {
      int glyph = glyph(c);
      AffineTransform placed = new AffineTransform(scale, 0, 0, -scale, pen, y);
      path.append(glyphs.outline(glyph).getPathIterator(placed), false);
      pen += glyphs.advance(glyph) * scale;
    }
    return path;
  }

  /** Returns the beginning of a text that fits a width, with an ellipsis if it is not all. */
  String fitted(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    String kept = text;
    while (!kept.isEmpty() && width(kept + "…") > width) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept.stripTrailing() + "…";
  }

  /** Returns a text as lines that fit a width, broken between words, at most so many. */
  List<String> wrapped(String text, double width, int lines) {
    List<String> out = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      boolean fits = line.isEmpty() || width(line + " " + word) <= width;
      if (!fits && out.size() < lines - 1) {
        out.add(fitted(line.toString(), width));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    out.add(fitted(line.toString(), width));
    return out;
  }

  private int glyph(int codePoint) {
    int glyph = glyphs.glyph(codePoint);
    // The double bar of a norm lies under another number in this typeface.
    return glyph == 0 && codePoint == '\u2016' ? glyphs.glyph('\u2225') : glyph;
  }

  private static int[] printable(String text) {
    return text.codePoints().filter(c -> !Character.isISOControl(c)).toArray();
  }
}
