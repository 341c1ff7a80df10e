package temper.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.data.DataFormatException;

final class TarArchiveTest {

  private static final byte[] LONG = "0123456789".repeat(100).getBytes(StandardCharsets.US_ASCII);

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("folder/b.bin", LONG);
    files.put("./folder/a.bin", new byte[] {7});
    files.put("folder/empty", new byte[0]);
    return files;
  }

  private static Map<String, byte[]> read(byte[] archive) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    TarArchive.read(
        "x.tar",
        new ByteArrayInputStream(archive),
        (name, content) -> found.put(name, content.readAllBytes()));
    return found;
  }

  private static String message(byte[] archive) {
    return assertThrows(DataFormatException.class, () -> read(archive)).getMessage();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  @Test
  void filesAreReadInTheirOrderPlainAndCompressed() throws IOException {
    byte[] archive = TarFiles.of(files());

    for (byte[] bytes : List.of(archive, TarFiles.compressed(archive))) {
      Map<String, byte[]> found = read(bytes);
      assertEquals(
          List.of("folder/b.bin", "folder/a.bin", "folder/empty"), List.copyOf(found.keySet()));
      assertArrayEquals(LONG, found.get("folder/b.bin"));
      assertArrayEquals(new byte[] {7}, found.get("folder/a.bin"));
    }
  }

  @Test
  void whatIsNotReadOfAFileIsPassedOver() throws IOException {
    StringBuilder names = new StringBuilder();
    TarArchive.read(
        "x.tar",
        new ByteArrayInputStream(TarFiles.of(files())),
        (name, content) -> names.append(name).append(content.read()).append(' '));

    assertEquals("folder/b.bin48 folder/a.bin7 folder/empty-1 ", names.toString());
  }

  @Test
  void foldersAndFurtherHeadersArePassedOver() throws IOException {
    byte[] archive =
        joined(
            TarFiles.entry("folder/", '5', new byte[0]),
            TarFiles.entry("pax", 'x', LONG),
            TarFiles.of(files()));

    assertEquals(3, read(archive).size());
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreRefused() {
    for (String name :
        List.of("../evil", "/etc/passwd", "a/../../b", "a\\b", "c:evil", "..", "a/..", "x\ny")) {
      byte[] archive = joined(TarFiles.entry(name, '0', new byte[1]), new byte[1024]);
      assertTrue(
          message(archive).startsWith("x.tar: byte 0: expected names within the archive, found '"),
          name);
    }
    assertTrue(message(TarFiles.entry("x\u001b[1m", '0', new byte[0])).endsWith("'x?[1m'"));
  }

  @Test
  void linksAreRefused() {
    byte[] archive = joined(TarFiles.of(files()), new byte[0]);
    byte[] link = TarFiles.entry("folder/link", '2', new byte[0]);

    assertEquals(
        "x.tar: byte 156: expected a file or a folder, found 'folder/link' of type 50",
        message(joined(link, archive)));
  }

  @Test
  void everyTruncationIsRefusedWithTheByteWhereTheFileEnds() throws IOException {
    byte[] archive = Arrays.copyOf(TarFiles.of(files()), 512 * 7);
    byte[] compressed = TarFiles.compressed(archive);

    read(archive);
    for (int length = 0; length <= archive.length - 512; length += 3) {
      String message = message(Arrays.copyOf(archive, length));
      assertTrue(message.startsWith("x.tar: byte "), message);
      assertTrue(message.contains("expected "), message);
    }
    for (int length = 2; length < compressed.length; length++) {
      String message = message(Arrays.copyOf(compressed, length));
      assertTrue(message.contains("after decompression: expected"), message);
    }
  }

  @Test
  void damagedHeadersAreRefusedByTheirChecksum() {
    byte[] archive = TarFiles.of(files());
    byte[] renamed = archive.clone();
    renamed[3] ^= 1;
    byte[] size = archive.clone();
    size[124] = 'z';

    assertTrue(message(renamed).contains("byte 0: expected a header of a tar archive"));
    assertTrue(message(size).contains("byte 0: expected a header of a tar archive"));
    byte[] text = new byte[512];
    Arrays.fill(text, (byte) 'a');
    assertTrue(message(text).contains("byte 148: expected a checksum in octal digits"));
  }
}
