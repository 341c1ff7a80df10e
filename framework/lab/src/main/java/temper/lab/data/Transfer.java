package temper.lab.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import temper.data.DataFile;

/**
 * One request for a file or the rest of it.
 *
 * @param patience how long to wait
 * @param file the file
 * @param url where to get it
 */
record Transfer(Downloader.Patience patience, DataFile file, String url) {

  private static final int MOST_REDIRECTS = 5;
  private static final int BUFFER = 1 << 16;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  /** The place does not have the file; asking again is of no use. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** The transfer did not come to its end; another attempt may go on. */
  static final class InterruptedTransferException extends IOException {
    private static final long serialVersionUID = 1L;

    InterruptedTransferException(String message) {
      super(message);
    }
  }

  /** Appends to what is there until the file has all its bytes. */
  void run(FileChannel channel, Downloader.Progress progress) throws IOException {
    if (channel.size() > file.bytes()) {
      channel.truncate(0);
    }
    if (channel.size() == file.bytes()) {
      return;
    }
    HttpURLConnection connection = answered(channel.size());
    try {
      begin(connection, channel);
      copy(connection, channel, progress);
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection answered(long have) throws IOException {
    URI place = parsed(url);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpURLConnection connection = opened(place, have);
      int code = status(connection, place);
      String location = connection.getHeaderField("Location");
      if (code < 300 || code > 399 || location == null) {
        return connection;
      }
      connection.disconnect();
      URI next = place.resolve(parsed(location));
      if (isSecure(place) && !isSecure(next)) {
        throw new RefusedException("leads from https to " + next + ", which is not followed");
      }
      place = next;
    }
    throw new RefusedException("leads to other places more than " + MOST_REDIRECTS + " times");
  }

  private static URI parsed(String text) throws RefusedException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new RefusedException("'" + text + "' is no URL");
    }
  }

  private static boolean isSecure(URI place) {
    return "https".equalsIgnoreCase(place.getScheme());
  }

  private HttpURLConnection opened(URI place, long have) throws IOException {
    String scheme = String.valueOf(place.getScheme()).toLowerCase(Locale.ROOT);
    if (place.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new RefusedException("'" + place + "' is not a place on the web");
    }
    HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) patience.connect().toMillis());
    connection.setReadTimeout((int) patience.silence().toMillis());
    connection.setRequestProperty("Accept-Encoding", "identity");
    connection.setRequestProperty("User-Agent", "temper");
    if (have > 0) {
      connection.setRequestProperty("Range", "bytes=" + have + "-");
    }
    return connection;
  }

  private static int status(HttpURLConnection connection, URI place) throws IOException {
    try {
      int code = connection.getResponseCode();
      if (code < 0) {
        throw new InterruptedTransferException("the answer is not HTTP");
      }
      return code;
    } catch (UnknownHostException e) {
      throw new InterruptedTransferException(
          "host " + place.getHost() + " is not known: is this machine offline?");
    } catch (ConnectException e) {
      throw new InterruptedTransferException("no connection: " + e.getMessage());
    } catch (SocketTimeoutException e) {
      throw new InterruptedTransferException("no answer in time");
    } catch (InterruptedTransferException e) {
      throw e;
    } catch (IOException e) {
      throw new InterruptedTransferException("no answer: " + e.getMessage());
    }
  }

  /** Looks at the answer and makes the channel ready for what it brings. */
  private void begin(HttpURLConnection connection, FileChannel channel) throws IOException {
    int code = connection.getResponseCode();
    long have = channel.size();
    if (code == HttpURLConnection.HTTP_PARTIAL && have > 0) {
      String range = String.valueOf(connection.getHeaderField("Content-Range"));
      Matcher matcher = CONTENT_RANGE.matcher(range);
      boolean wanted =
          matcher.matches()
              && matcher.group(1).equals(Long.toString(have))
              && (matcher.group(2).equals("*")
                  || matcher.group(2).equals(Long.toString(file.bytes())));
      if (!wanted) {
        channel.truncate(0);
        throw new InterruptedTransferException(
            "asked for bytes from " + have + " on, was sent '" + range + "'");
      }
      channel.position(have);
      return;
    }
    if (code == RANGE_NOT_SATISFIABLE && have > 0) {
      channel.truncate(0);
      throw new InterruptedTransferException("does not have bytes from " + have + " on");
    }
    if (code != HttpURLConnection.HTTP_OK) {
      String message = "HTTP status " + code + " " + connection.getResponseMessage();
      if (code >= 500 || code == TOO_MANY_REQUESTS) {
        throw new InterruptedTransferException(message);
      }
      throw new RefusedException(message);
    }
    long offered = connection.getContentLengthLong();
    if (offered >= 0 && offered != file.bytes()) {
      throw new RefusedException(
          "offers " + offered + " bytes, the published file has " + file.bytes());
    }
    channel.truncate(0); // What is sent begins at the beginning.
    channel.position(0);
  }

  private void copy(HttpURLConnection connection, FileChannel channel, Downloader.Progress progress)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = channel.position();
    try (InputStream in = connection.getInputStream()) {
      for (int read = next(in, buffer, done); read >= 0; read = next(in, buffer, done)) {
        done += read;
        if (done > file.bytes()) {
          channel.truncate(0);
          throw new RefusedException("sends more than the file's " + file.bytes() + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        progress.at(file, done);
      }
    }
    if (done < file.bytes()) {
      throw interrupted(done, "");
    }
  }

  private int next(InputStream in, byte[] buffer, long done) throws IOException {
    try {
      return in.read(buffer);
    } catch (SocketTimeoutException e) {
      throw interrupted(done, ": nothing came for " + patience.silence().toMillis() + " ms");
    } catch (IOException e) {
      throw interrupted(done, ": " + e.getMessage());
    }
  }

  private InterruptedTransferException interrupted(long done, String why) {
    return new InterruptedTransferException(
        "broke off after " + done + " of " + file.bytes() + " bytes" + why);
  }
}
