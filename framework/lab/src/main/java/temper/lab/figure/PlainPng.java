package temper.lab.figure;

import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * PNG without compression: its bytes depend on the pixels alone, and not on the version of the
 * compressor that a Java runtime happens to have.
 *
 * <p>Source: ISO/IEC 15948, Portable Network Graphics; RFC 1950 and RFC 1951, section 3.2.4.
 */
final class PlainPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int LARGEST_BLOCK = 0xffff;

  private PlainPng() {}

  /** Returns an image as PNG: in one byte a pixel if it is grey, else in three. */
  static byte[] of(RenderedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = new int[width * height];
    Raster raster = image.getData();
    int[] pixel = new int[Math.max(3, raster.getNumBands())];
    boolean grey = true;
    for (int i = 0; i < rgb.length; i++) {
      raster.getPixel(i % width, i / width, pixel);
      rgb[i] = pixel[0] << 16 | pixel[1] << 8 | pixel[2];
      grey &= pixel[0] == pixel[1] && pixel[1] == pixel[2];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    number(header, width);
    number(header, height);
    header.writeBytes(new byte[] {8, (byte) (grey ? 0 : 2), 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", stored(scanLines(rgb, width, grey)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] scanLines(int[] rgb, int width, boolean grey) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < rgb.length; i++) {
      if (i % width == 0) {
        out.write(0); // No filter.
      }
      if (!grey) {
        out.write(rgb[i] >> 16);
        out.write(rgb[i] >> 8);
      }
      out.write(rgb[i]);
    }
    return out.toByteArray();
  }

  /** Returns bytes in the form of zlib, in blocks that are not compressed. */
  private static byte[] stored(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x78);
    out.write(0x01);
    for (int from = 0; from < data.length; from += LARGEST_BLOCK) {
      int length = Math.min(LARGEST_BLOCK, data.length - from);
      out.write(from + length == data.length ? 1 : 0);
      out.write(length);
      out.write(length >> 8);
      out.write(~length);
      out.write(~length >> 8);
      out.write(data, from, length);
    }
    Adler32 sum = new Adler32();
    sum.update(data);
    number(out, (int) sum.getValue());
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    number(out, data.length);
    out.writeBytes(name);
    out.writeBytes(data);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    number(out, (int) sum.getValue());
  }

  private static void number(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }
}
