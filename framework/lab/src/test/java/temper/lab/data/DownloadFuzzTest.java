package temper.lab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import temper.data.Checksum;
import temper.data.DataFile;
import temper.lab.fuzz.Fuzz;

/**
 * Downloads from a server that does whatever comes to its mind: it stalls, cuts, trickles, lies of
 * lengths and ranges, leads in circles and speaks no HTTP. The file is there and right, or it is
 * said why not; never a wrong file, never a wait without end.
 */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DownloadFuzzTest {

  private static final int FEW = 40;
  private static final int MANY = 400;
  private static final long SILENCE = 150;
  private static final Downloader.Patience IMPATIENT =
      new Downloader.Patience(
          Duration.ofSeconds(5), Duration.ofMillis(SILENCE / 2), 3, Duration.ZERO);

  @TempDir Path folder;
  private final byte[] content = new byte[20_000];
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile SplittableRandom random = new SplittableRandom(0);

  DownloadFuzzTest() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    new SplittableRandom(1).nextBytes(content);
  }

  @BeforeEach
  void start() {
    threads.execute(
        () -> {
          while (!server.isClosed()) {
            try {
              Socket socket = server.accept();
              SplittableRandom own;
              synchronized (this) {
                own = random.split();
              }
              threads.execute(() -> answer(socket, own));
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void whateverAServerDoesAFileIsRightOrNotThere() throws IOException {
    download(FEW);
  }

  @Tag("slow")
  @Test
  void fourHundredTimesAFileIsRightOrNotThere() throws IOException {
    download(MANY);
  }

  private void download(int downloads) throws IOException {
    int right = 0;
    for (int seed = 0; seed < downloads; seed++) {
      synchronized (this) {
        random = new SplittableRandom(seed);
      }
      Path target = folder.resolve("data-" + seed + ".bin");
      try {
        new Downloader(IMPATIENT, any -> Long.MAX_VALUE).get(file(), target, (file, done) -> {});
        assertArrayEquals(content, Files.readAllBytes(target), "seed " + seed);
        right++;
      } catch (MissingDataException e) {
        assertFalse(Files.exists(target), "seed " + seed);
        assertFalse(String.valueOf(e.getMessage()).contains("\tat "), e.getMessage());
        Path part = folder.resolve("data-" + seed + ".bin.part");
        assertTrue(Files.size(part) <= content.length, "seed " + seed);
      }
    }
    assertTrue(right > downloads / 10 && right < downloads, right + " of " + downloads);
  }

  private DataFile file() {
    String url = "http://127.0.0.1:" + server.getLocalPort() + "/data.bin";
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      Checksum sha = Checksum.sha256(HexFormat.of().formatHex(hash));
      List<String> urls = List.of(url, url + "?mirror");
      return new DataFile("data.bin", urls, content.length, List.of(sha), List.of());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(Socket socket, SplittableRandom own) {
    try (socket;
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream()) {
      int from = rangeOf(in);
      out.write(head(own, from).getBytes(StandardCharsets.ISO_8859_1));
      body(own, out, from);
    } catch (IOException | InterruptedException gone) {
      // The other side has hung up, or the test is over.
      return;
    }
  }

  /** Reads a request; from where it asks for bytes. */
  private static int rangeOf(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      request.append((char) b);
    }
    int at = request.indexOf("Range: bytes=");
    int end = request.indexOf("-", at);
    return at < 0 ? 0 : Integer.parseInt(request.substring(at + 13, end));
  }

  private String head(SplittableRandom own, int from) {
    int length = content.length;
    String ranged =
        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes %d-%d/%d\r\nContent-Length: %d\r\n\r\n";
    String plain = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    return switch (own.nextInt(20)) {
      case 0 -> "";
      case 1 -> "SSH-2.0-OpenSSH_9\r\n";
      case 2 -> "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
      case 3 -> "HTTP/1.1 302 Found\r\nLocation: /data.bin\r\nContent-Length: 0\r\n\r\n";
      case 4 -> "HTTP/1.1 302 Found\r\nLocation: ftp://:bad url\r\nContent-Length: 0\r\n\r\n";
      case 5 -> plain + "Content-Length: 99999999999999999999\r\n\r\n";
      case 6 -> plain + "Content-Length: -5\r\n\r\n";
      case 7 -> plain + "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
      case 8 -> plain + "Content-Encoding: gzip\r\n\r\n";
      case 9 -> ranged.formatted(from + 1, length - 1, length, length - from);
      case 10 -> ranged.formatted(0, 0, own.nextInt(), length);
      case 11 -> "HTTP/1.1 416 No\r\nContent-Length: 0\r\n\r\n";
      case 12 -> plain + "X: " + "y".repeat(own.nextInt(200_000)) + "\r\n\r\n";
      case 13 -> "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
      default ->
          from > 0 && own.nextInt(4) > 0
              ? ranged.formatted(from, length - 1, length, length - from)
              : plain + (own.nextBoolean() ? "Content-Length: " + length + "\r\n" : "") + "\r\n";
    };
  }

  private void body(SplittableRandom own, OutputStream out, int from)
      throws IOException, InterruptedException {
    byte[] rest = Arrays.copyOfRange(content, own.nextInt(5) == 0 ? 0 : from, content.length);
    switch (own.nextInt(9)) {
      case 0 -> Thread.sleep(SILENCE);
      case 1 -> {
        out.write(rest, 0, own.nextInt(rest.length + 1));
        out.flush();
        Thread.sleep(SILENCE);
      }
      case 2 -> out.write(rest, 0, own.nextInt(rest.length + 1));
      case 3 -> {
        out.write(rest);
        out.write(new byte[100_000]);
      }
      case 4 -> {
        rest[own.nextInt(rest.length)] ^= 1;
        out.write(rest);
      }
      case 5 -> {
        for (int at = 0; at < rest.length; at += 5000) { // Slow is not silent.
          out.write(rest, at, Math.min(5000, rest.length - at));
          out.flush();
          Thread.sleep(SILENCE / 10);
        }
      }
      default -> out.write(rest);
    }
  }
}
