package temper.lab.figure;

import java.awt.Color;

/**
 * How colours look to readers who lack a kind of cone, and how far apart they look.
 *
 * <p>Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A physiologically-based model
 * for simulation of color vision deficiency, IEEE Transactions on Visualization and Computer
 * Graphics 15 (2009) 1291-1298, matrices of severity 1; G. Sharma, W. Wu and E. N. Dalal, The
 * CIEDE2000 color-difference formula, Color Research and Application 30 (2005) 21-30.
 */
final class ColourVision {

  /** Kinds of colour vision; applied to linear RGB. */
  enum Kind {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900),
    /** Grey print: luminance alone. */
    GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
    private final double[] matrix;

    Kind(double... matrix) {
      this.matrix = matrix;
    }
  }

  private ColourVision() {}

  /** Returns a colour in CIELAB (D65) as a reader sees it. */
  static double[] lab(Color color, Kind kind) {
    double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        seen[i] += kind.matrix[3 * i + k] * rgb[k];
      }
      seen[i] = Math.max(0, Math.min(1, seen[i]));
    }
    double x = 0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2];
    double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
    double z = 0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2];
    double fx = cubic(x / 0.95047);
    double fy = cubic(y);
    double fz = cubic(z / 1.08883);
    return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double cubic(double t) {
    double delta = 6.0 / 29;
    return t > delta * delta * delta ? StrictMath.cbrt(t) : t / (3 * delta * delta) + 4.0 / 29;
  }

  /** Returns the distance CIEDE2000 of two colours in CIELAB. */
  static double distance(double[] a, double[] b) {
    double meanC = (StrictMath.hypot(a[1], a[2]) + StrictMath.hypot(b[1], b[2])) / 2;
    double c7 = StrictMath.pow(meanC, 7);
    double g = 0.5 * (1 - StrictMath.sqrt(c7 / (c7 + StrictMath.pow(25, 7))));
    double c1 = StrictMath.hypot((1 + g) * a[1], a[2]);
    double c2 = StrictMath.hypot((1 + g) * b[1], b[2]);
    double h1 = hue((1 + g) * a[1], a[2]);
    double h2 = hue((1 + g) * b[1], b[2]);
    boolean grey = c1 * c2 == 0;
    double dh =
        grey ? 0 : Math.abs(h2 - h1) <= 180 ? h2 - h1 : h2 > h1 ? h2 - h1 - 360 : h2 - h1 + 360;
    double hueStep = 2 * StrictMath.sqrt(c1 * c2) * sin(dh / 2);
    double l = (a[0] + b[0]) / 2;
    double c = (c1 + c2) / 2;
    double h = grey ? h1 + h2 : (h1 + h2) / 2;
    if (!grey && Math.abs(h1 - h2) > 180) {
      h += h1 + h2 < 360 ? 180 : -180;
    }
    double t =
        1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
    double sl = 1 + 0.015 * (l - 50) * (l - 50) / StrictMath.sqrt(20 + (l - 50) * (l - 50));
    double sc = 1 + 0.045 * c;
    double sh = 1 + 0.015 * c * t;
    double turn = 30 * StrictMath.exp(-((h - 275) / 25) * ((h - 275) / 25));
    double c77 = StrictMath.pow(c, 7);
    double rt = -sin(2 * turn) * 2 * StrictMath.sqrt(c77 / (c77 + StrictMath.pow(25, 7)));
    double x = (b[0] - a[0]) / sl;
    double y = (c2 - c1) / sc;
    double z = hueStep / sh;
    return StrictMath.sqrt(x * x + y * y + z * z + rt * y * z);
  }

  private static double hue(double a, double b) {
    double degrees = StrictMath.toDegrees(StrictMath.atan2(b, a));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  private static double sin(double degrees) {
    return StrictMath.sin(StrictMath.toRadians(degrees));
  }

  private static double cos(double degrees) {
    return StrictMath.cos(StrictMath.toRadians(degrees));
  }
}
