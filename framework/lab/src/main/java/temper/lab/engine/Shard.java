package temper.lab.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal shares of the trials of a study, to be run apart from the others.
 *
 * @param number from 1 to {@code of}
 * @param of number of shares, at least 1
 * @since 0.1
 */
public record Shard(int number, int of) {

  /** The only shard: all trials. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  /** Rejects numbers outside of the shares, with an {@link IllegalArgumentException}. */
  public Shard {
    if (of < 1 || number < 1 || number > of) {
      throw new IllegalArgumentException(
          "shard " + number + "/" + of + " does not exist: give i/n with 1 <= i <= n, such as 2/3");
    }
  }

  /**
   * Reads a shard.
   *
   * @param text such as {@code 2/3}
   * @return the shard
   * @throws IllegalArgumentException if the text has another form
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a shard: give i/n, such as 2/3");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Whether this is all there is.
   *
   * @return true if there is one share only
   */
  public boolean whole() {
    return of == 1;
  }

  /**
   * Whether a trial belongs to this shard.
   *
   * @param index place of the trial in the plan
   * @return true for every {@code of}-th trial
   */
  public boolean contains(long index) {
    return index % of == number - 1;
  }

  /**
   * The shard as text that {@link #parse(String)} reads.
   *
   * @return such as {@code 2/3}
   */
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
