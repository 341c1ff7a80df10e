package temper.lab.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import temper.lab.engine.Shard;
import temper.lab.study.Profile;
import temper.plugin.Names;

/** Reads the texts of the command line. */
final class Converters {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(s|m|h|d)");

  private Converters() {}

  static void register(CommandLine commandLine) {
    commandLine.registerConverter(Shard.class, Converters::shard);
    commandLine.registerConverter(Profile.class, Converters::profile);
    commandLine.registerConverter(Duration.class, Converters::duration);
  }

  private static Shard shard(String text) {
    try {
      return Shard.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }

  static Profile profile(String text) {
    try {
      return Profile.of(text);
    } catch (IllegalArgumentException unknown) {
      List<String> labels = Arrays.stream(Profile.values()).map(Profile::label).toList();
      throw new TypeConversionException(
          "'" + text + "' is not a profile." + Names.suggestion(text, labels));
    }
  }

  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a time: give a whole number with s, m, h or d, such as 90s or 2h");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
