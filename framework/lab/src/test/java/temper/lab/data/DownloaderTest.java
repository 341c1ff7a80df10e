package temper.lab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.data.Checksum;
import temper.data.DataFile;

/** Downloads from a server of our own that answers as badly as servers do. */
final class DownloaderTest {

  private static final Downloader.Patience IMPATIENT =
      new Downloader.Patience(Duration.ofSeconds(5), Duration.ofMillis(300), 3, Duration.ZERO);

  @TempDir Path folder;
  private HttpServer server;
  private ExecutorService threads;
  private final byte[] content = content(300_000, 1);
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

  /** Answers a request. */
  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange, int number) throws IOException;
  }

  DownloaderTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static byte[] content(int length, int seed) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251 * seed);
    }
    return bytes;
  }

  private void on(String path, Answer answer) {
    int[] number = {0};
    server.createContext(
        path,
        exchange -> {
          ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
          int call;
          synchronized (number) {
            call = number[0]++;
          }
          try (exchange) {
            answer.to(exchange, call);
          }
        });
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private DataFile file(String... paths) {
    List<String> urls = Arrays.stream(paths).map(this::url).toList();
    Checksum sha = Checksum.sha256(hex("SHA-256", content));
    return new DataFile("data.bin", urls, content.length, List.of(sha), List.of());
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(HttpExchange exchange, int code, byte[] bytes, int from, int to)
      throws IOException {
    exchange.sendResponseHeaders(code, bytes.length - from);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes, from, to - from);
      out.flush();
    } catch (IOException tooFewBytes) {
      exchange.close(); // The connection breaks off.
    }
  }

  /** Answers as a good server does, but breaks off after some bytes of an answer. */
  private void good(HttpExchange exchange, int most) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (range != null) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    send(exchange, range == null ? 200 : 206, content, from, Math.min(content.length, from + most));
  }

  private Path target() {
    return folder.resolve("set").resolve("data.bin");
  }

  private Path part() {
    return folder.resolve("set").resolve("data.bin.part");
  }

  private boolean get(DataFile file) {
    return new Downloader(IMPATIENT, any -> Long.MAX_VALUE).get(file, target(), (f, done) -> {});
  }

  private String problem(DataFile file) {
    return assertThrows(MissingDataException.class, () -> get(file)).getMessage();
  }

  private void assertThere() throws IOException {
    assertArrayEquals(content, Files.readAllBytes(target()));
    assertFalse(Files.exists(part()));
  }

  @Test
  void aFileIsDownloadedOnceAndThenFound() throws IOException {
    on("/data.bin", (exchange, number) -> good(exchange, content.length));
    List<Long> seen = new ArrayList<>();

    boolean first =
        new Downloader(IMPATIENT, any -> Long.MAX_VALUE)
            .get(file("/data.bin"), target(), (file, done) -> seen.add(done));

    assertTrue(first);
    assertThere();
    assertEquals(content.length, seen.get(seen.size() - 1));
    assertFalse(get(file("/data.bin")));
    assertEquals(1, ranges.size());
  }

  @Test
  void brokenConnectionsGoOnWhereTheyBrokeOff() throws IOException {
    on("/data.bin", (exchange, number) -> good(exchange, 70_000));

    assertTrue(get(file("/data.bin")));

    assertThere();
    assertEquals("null", ranges.get(0));
    assertTrue(ranges.size() > 3, ranges.toString());
    assertTrue(ranges.get(1).matches("bytes=\\d+-"), ranges.toString());
  }

  @Test
  void anInterruptedDownloadIsKeptForTheNextCall() throws IOException {
    on(
        "/data.bin",
        (exchange, number) -> {
          if (number == 0) {
            good(exchange, 100_000);
          } else if (number < 4) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            good(exchange, content.length);
          }
        });

    String message = problem(file("/data.bin"));

    assertTrue(message.contains("HTTP status 503"), message);
    assertTrue(message.endsWith("of 300000 bytes are kept: call again to go on"), message);
    long kept = Files.size(part());
    assertTrue(kept > 0 && kept <= 100_000, "kept " + kept);
    assertTrue(get(file("/data.bin")));
    assertThere();
    assertEquals("bytes=" + kept + "-", ranges.get(ranges.size() - 1));
  }

  @Test
  void silenceIsNotWaitedForWithoutEnd() throws IOException {
    on(
        "/data.bin",
        (exchange, number) -> {
          if (number == 0) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 5000);
            exchange.getResponseBody().flush();
            pause(1500);
          } else {
            good(exchange, content.length);
          }
        });

    assertTrue(get(file("/data.bin")));
    assertThere();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void wrongAnswersToARangeBeginAgainFromTheStart() throws IOException {
    for (String range : List.of("bytes 5-299999/300000", "bytes 1000-999/7", "nonsense", "")) {
      Files.deleteIfExists(target());
      Files.createDirectories(part().getParent());
      Files.write(part(), Arrays.copyOf(content, 1000));
      String path = "/r" + range.hashCode() + "/data.bin";
      on(
          path,
          (exchange, number) -> {
            if (number == 0) {
              exchange.getResponseHeaders().set("Content-Range", range);
              send(exchange, 206, content, 5, content.length);
            } else {
              good(exchange, content.length);
            }
          });

      assertTrue(get(file(path)), range);
      assertThere();
    }
  }

  @Test
  void aServerWithoutRangesSendsTheWholeFileAgain() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), new byte[1000]);
    on("/data.bin", (exchange, number) -> send(exchange, 200, content, 0, content.length));

    assertTrue(get(file("/data.bin")));
    assertThere();
  }

  @Test
  void aPartThatIsTooLongOrNotSatisfiableIsThrownAway() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), new byte[content.length + 5]);
    on("/data.bin", (exchange, number) -> good(exchange, content.length));
    assertTrue(get(file("/data.bin")));
    assertThere();
    Files.delete(target());
    Files.write(part(), new byte[7]);
    on(
        "/other/data.bin",
        (exchange, number) -> {
          if (number == 0) {
            exchange.sendResponseHeaders(416, -1);
          } else {
            good(exchange, content.length);
          }
        });
    assertTrue(get(file("/other/data.bin")));
    assertThere();
  }

  @Test
  void aKeptBeginningOfAnotherFileIsFoundOutByTheChecksum() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), Arrays.copyOf(content(content.length, 2), 150_000));
    on("/data.bin", (exchange, number) -> good(exchange, content.length));

    assertTrue(get(file("/data.bin")));

    assertThere();
    assertEquals(List.of("bytes=150000-", "null"), ranges);
  }

  @Test
  void aFileThatWasChangedIsRefusedAndTheNextPlaceIsTried() throws IOException {
    byte[] changed = content(content.length, 3);
    on("/bad/data.bin", (exchange, number) -> send(exchange, 200, changed, 0, changed.length));
    on("/data.bin", (exchange, number) -> good(exchange, content.length));

    String message = problem(file("/bad/data.bin"));
    assertTrue(message.contains("SHA-256 checksum is " + hex("SHA-256", changed)), message);
    assertTrue(message.contains("expected " + hex("SHA-256", content)), message);
    assertFalse(Files.exists(target()));
    assertEquals(0, Files.size(part()));
    assertTrue(get(file("/bad/data.bin", "/data.bin")));
    assertThere();
  }

  @Test
  void allChecksumsMustAgree() throws IOException {
    on("/data.bin", (exchange, number) -> good(exchange, content.length));
    DataFile right = file("/data.bin").with(Checksum.md5(hex("MD5", content)));
    DataFile wrong = file("/data.bin").with(Checksum.md5("0".repeat(32)));

    assertTrue(problem(wrong).contains("its MD5 checksum is " + hex("MD5", content)));
    assertTrue(get(right));
    assertThere();
  }

  @Test
  void whatAPlaceDoesNotHaveIsAskedForOnce() {
    on("/data.bin", (exchange, number) -> exchange.sendResponseHeaders(404, -1));

    String message = problem(file("/data.bin"));

    assertEquals(
        "cannot download data.bin:\n  " + url("/data.bin") + ": HTTP status 404 Not Found",
        message);
    assertEquals(1, ranges.size());
  }

  @Test
  void otherSizesAreRefusedBeforeAndDuringTheTransfer() {
    on("/short/data.bin", (exchange, number) -> send(exchange, 200, new byte[9], 0, 9));
    on(
        "/long/data.bin",
        (exchange, number) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 2; i++) {
            exchange.getResponseBody().write(content);
          }
        });

    String message = problem(file("/short/data.bin", "/long/data.bin"));

    assertTrue(message.contains("offers 9 bytes, the published file has 300000"), message);
    assertTrue(message.contains("sends more than the file's 300000 bytes"), message);
  }

  @Test
  void otherPlacesAreFollowedButNotForEverAndNotOutOfTheWeb() throws IOException {
    on("/data.bin", (exchange, number) -> good(exchange, content.length));
    on("/moved/data.bin", (exchange, number) -> redirect(exchange, "/data.bin"));
    on("/loop/data.bin", (exchange, number) -> redirect(exchange, "/loop/data.bin"));
    on("/file/data.bin", (exchange, number) -> redirect(exchange, "file:///etc/passwd"));
    on("/odd/data.bin", (exchange, number) -> redirect(exchange, "http://a b"));

    assertTrue(get(file("/moved/data.bin")));
    assertThere();
    Files.delete(target());
    assertTrue(problem(file("/loop/data.bin")).contains("more than 5 times"));
    assertTrue(problem(file("/file/data.bin")).contains("is not a place on the web"));
    assertTrue(problem(file("/odd/data.bin")).contains("is no URL"));
  }

  private static void redirect(HttpExchange exchange, String place) throws IOException {
    exchange.getResponseHeaders().set("Location", place);
    exchange.sendResponseHeaders(302, -1);
  }

  @Test
  void aMachineWithoutNetworkIsToldSo() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    List<String> urls =
        List.of("http://127.0.0.1:" + closed + "/data.bin", "http://host.invalid/data.bin");
    DataFile file =
        new DataFile("data.bin", urls, 5, List.of(Checksum.sha256("0".repeat(64))), List.of());

    String message = problem(file);

    assertTrue(message.contains("/data.bin: no connection: Connection refused"), message);
    assertTrue(
        message.contains("host host.invalid is not known: is this machine offline?"), message);
  }

  @Test
  void aDiskWithoutRoomIsToldBeforeAnythingIsSent() {
    on("/data.bin", (exchange, number) -> good(exchange, content.length));
    Downloader downloader = new Downloader(IMPATIENT, folder -> 299_999);

    String message =
        assertThrows(
                MissingDataException.class,
                () -> downloader.get(file("/data.bin"), target(), (file, done) -> {}))
            .getMessage();

    assertTrue(message.startsWith("not enough room in "), message);
    assertTrue(message.endsWith("data.bin needs 300000 bytes, free are 299999"), message);
    assertTrue(ranges.isEmpty());
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldWithItsName() throws IOException {
    Files.writeString(folder.resolve("set"), "a file where the folder should be");

    assertTrue(problem(file("/data.bin")).startsWith("cannot write " + target()));
  }

  @Test
  void twoDownloadsOfOneFileAtATimeAreRefused() throws IOException {
    Files.createDirectories(part().getParent());
    try (FileChannel channel =
            FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      assertTrue(problem(file("/data.bin")).endsWith("is being downloaded by another process"));
    }
  }

  @Test
  void theUsualDownloaderHasTheSameManners() throws IOException {
    on("/data.bin", (exchange, number) -> good(exchange, content.length));

    assertTrue(new Downloader().get(file("/data.bin"), target(), (file, done) -> {}));
    assertThere();
  }
}
