package temper.lab.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The glyphs of a TrueType font as outlines, read straight from its tables. The fonts of the Java
 * runtime need libraries and settings of the machine, and their outlines depend on both.
 *
 * <p>Source: Apple, TrueType Reference Manual, and OpenType 1.9: tables head, hhea, hmtx, cmap
 * (format 4), loca and glyf.
 */
final class TrueTypeOutlines {

  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int REPEAT = 8;
  private static final int SAME_X = 16;
  private static final int SAME_Y = 32;

  private static final int WORD_OFFSETS = 1;
  private static final int HAS_SCALE = 8;
  private static final int MORE_COMPONENTS = 32;
  private static final int HAS_TWO_SCALES = 64;
  private static final int HAS_MATRIX = 128;
  private static final double FIXED_2_14 = 1.0 / (1 << 14);

  private final ByteBuffer font;
  private final Map<String, Integer> tables = new TreeMap<>();
  private final int unitsPerEm;
  private final boolean longOffsets;
  private final int metricCount;
  private final int segments;

  /**
   * Reads the directory of a font.
   *
   * @param bytes a TrueType font, not modified
   */
  TrueTypeOutlines(byte[] bytes) {
    font = ByteBuffer.wrap(bytes);
    int count = font.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, font.getInt(entry + 8));
    }
    unitsPerEm = unsigned(table("head") + 18);
    longOffsets = font.getShort(table("head") + 50) != 0;
    metricCount = unsigned(table("hhea") + 34);
    segments = characterSegments();
  }

  /** Returns the number of font units in the size of the font. */
  int unitsPerEm() {
    return unitsPerEm;
  }

  /** Returns the glyph of a character; 0, the glyph of missing characters, if there is none. */
  int glyph(int codePoint) {
    int count = unsigned(segments + 6) / 2;
    int ends = segments + 14;
    int starts = ends + 2 * count + 2;
    int deltas = starts + 2 * count;
    int offsets = deltas + 2 * count;
    for (int i = 0; i < count; i++) {
      if (codePoint > unsigned(ends + 2 * i)) {
        continue;
      }
      int start = unsigned(starts + 2 * i);
      if (codePoint < start) {
        return 0;
      }
      int delta = unsigned(deltas + 2 * i);
      int offset = unsigned(offsets + 2 * i);
      if (offset == 0) {
        return (codePoint + delta) & 0xffff;
      }
      int glyph = unsigned(offsets + 2 * i + offset + 2 * (codePoint - start));
      return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  }

  /** Returns how far the pen moves after a glyph, in font units. */
  int advance(int glyph) {
    return unsigned(table("hmtx") + 4 * Math.min(glyph, metricCount - 1));
  }

  /** Returns the outline of a glyph in font units, y upwards. */
  Path2D outline(int glyph) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int from = glyphOffset(glyph);
    if (from == glyphOffset(glyph + 1)) {
      return path;
    }
    int at = table("glyf") + from;
    int contours = font.getShort(at);
    if (contours >= 0) {
      appendSimple(path, at + 10, contours);
    } else {
      appendComposite(path, at + 10);
    }
    return path;
  }

  private void appendComposite(Path2D.Double path, int start) {
    int at = start;
    int flags;
    do {
      flags = unsigned(at);
      int component = unsigned(at + 2);
      at += 4;
      double dx;
      double dy;
      if ((flags & WORD_OFFSETS) != 0) {
        dx = font.getShort(at);
        dy = font.getShort(at + 2);
        at += 4;
      } else {
        dx = font.get(at);
        dy = font.get(at + 1);
        at += 2;
      }
      double[] m = {1, 0, 0, 1};
      if ((flags & HAS_SCALE) != 0) {
        m[0] = fixed(at);
        m[3] = m[0];
        at += 2;
      } else if ((flags & HAS_TWO_SCALES) != 0) {
        m[0] = fixed(at);
        m[3] = fixed(at + 2);
        at += 4;
      } else if ((flags & HAS_MATRIX) != 0) {
        for (int i = 0; i < m.length; i++) {
          m[i] = fixed(at + 2 * i);
        }
        at += 8;
      }
      AffineTransform placed = new AffineTransform(m[0], m[1], m[2], m[3], dx, dy);
      path.append(outline(component).getPathIterator(placed), false);
    } while ((flags & MORE_COMPONENTS) != 0);
  }

  private void appendSimple(Path2D.Double path, int start, int contours) {
    if (contours == 0) {
      return;
    }
    int points = unsigned(start + 2 * (contours - 1)) + 1;
    int at = start + 2 * contours;
    at += 2 + unsigned(at);
    int[] flags = new int[points];
    for (int i = 0; i < points; i++) {
      int flag = font.get(at++) & 0xff;
      flags[i] = flag;
      if ((flag & REPEAT) != 0) {
        for (int times = font.get(at++) & 0xff; times > 0; times--) {
          flags[++i] = flag;
        }
      }
    }
    int[] x = new int[points];
    int[] y = new int[points];
    at = coordinates(flags, x, at, SHORT_X, SAME_X);
    coordinates(flags, y, at, SHORT_Y, SAME_Y);
    int first = 0;
    for (int c = 0; c < contours; c++) {
      int last = unsigned(start + 2 * c);
      appendContour(path, new Contour(flags, x, y, first, last - first + 1));
      first = last + 1;
    }
  }

  private int coordinates(int[] flags, int[] out, int start, int shortBit, int sameBit) {
    int at = start;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & sameBit) != 0;
      if ((flags[i] & shortBit) != 0) {
        int step = font.get(at++) & 0xff;
        value += same ? step : -step;
      } else if (!same) {
        value += font.getShort(at);
        at += 2;
      }
      out[i] = value;
    }
    return at;
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for the length of a call
  private record Contour(int[] flags, int[] xs, int[] ys, int first, int size) {
    private int index(int i) {
      return first + Math.floorMod(i, size);
    }

    private boolean on(int i) {
      return (flags[index(i)] & ON_CURVE) != 0;
    }

    private double x(int i) {
      return xs[index(i)];
    }

    private double y(int i) {
      return ys[index(i)];
    }
  }

  /** Between two control points that follow one another lies a point of the curve, unwritten. */
  private static void appendContour(Path2D.Double path, Contour c) {
    int begin = 0;
    while (begin < c.size() && !c.on(begin)) {
      begin++;
    }
    if (begin == c.size()) {
      begin = 0;
      path.moveTo((c.x(-1) + c.x(0)) / 2, (c.y(-1) + c.y(0)) / 2);
      begin--;
    } else {
      path.moveTo(c.x(begin), c.y(begin));
    }
    for (int i = begin + 1; i <= begin + c.size(); i++) {
      if (c.on(i)) {
        path.lineTo(c.x(i), c.y(i));
      } else if (c.on(i + 1)) {
        path.quadTo(c.x(i), c.y(i), c.x(i + 1), c.y(i + 1));
        i++;
      } else {
        path.quadTo(c.x(i), c.y(i), (c.x(i) + c.x(i + 1)) / 2, (c.y(i) + c.y(i + 1)) / 2);
      }
    }
    path.closePath();
  }

  private int characterSegments() {
    int cmap = table("cmap");
    int count = unsigned(cmap + 2);
    for (int i = 0; i < count; i++) {
      int at = cmap + font.getInt(cmap + 8 + 8 * i);
      if (unsigned(at) == 4) {
        return at;
      }
    }
    throw new IllegalArgumentException("the font has no character map of format 4");
  }

  private int glyphOffset(int glyph) {
    int loca = table("loca");
    return longOffsets ? font.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
  }

  private int table(String tag) {
    Integer at = tables.get(tag);
    if (at == null) {
      throw new IllegalArgumentException("the font has no table " + tag);
    }
    return at;
  }

  private int unsigned(int at) {
    return font.getShort(at) & 0xffff;
  }

  private double fixed(int at) {
    return font.getShort(at) * FIXED_2_14;
  }
}
