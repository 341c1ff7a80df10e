package temper.lab.paper;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.report.Verdict;

/** Turns calls of macros into what they ask for. */
final class Calls {

  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(Enum::name).toList();

  private Calls() {}

  /**
   * The subject of a value macro.
   *
   * @throws Unresolved if an argument is not of its form
   */
  static Subject subject(Tex.Call call) {
    String name = call.name();
    return switch (name) {
      case "claim" -> claim(call.raw(0), Field.VERDICT);
      case "cellvalue" -> cell(call, "");
      case "setting" -> {
        String[] place = parts(call.raw(0), 2, "study/experiment");
        yield new Subject.OfSetting(place[0], place[1], call.raw(1));
      }
      case "trialcount", "cellcount", "replicatecount" ->
          count(call.raw(0), name.replace("count", "s"));
      case "figureref", "resultfigure" -> {
        String[] place = parts(call.raw(0), 2, "study/figure");
        yield new Subject.OfFigure(place[0], place[1]);
      }
      case "claimcount" -> new Subject.OfCount(call.raw(0), "", "claims");
      case "verdictcount" -> new Subject.OfCount(call.raw(0), "", verdict(call.raw(1)));
      default ->
          name.startsWith("finding")
              ? finding(call, field(name.substring("finding".length())))
              : claim(call.raw(0), field(name.substring("claim".length())));
    };
  }

  private static Field field(String macro) {
    return Field.ofMacro(macro).orElseThrow(() -> new IllegalStateException(macro));
  }

  static Subject.OfClaim claim(String text, Field field) {
    String[] place = parts(text, 2, "study/CLAIM");
    return new Subject.OfClaim(place[0], place[1], field);
  }

  private static Subject finding(Tex.Call call, Field field) {
    String[] place = parts(call.raw(0), 2, "study/CLAIM");
    return new Subject.OfFinding(place[0], place[1], unescaped(call.raw(1)), field);
  }

  /** A cell; of an interval the end that the suffix names. */
  static Subject.OfCell cell(Tex.Call call, String suffix) {
    String[] place = parts(call.raw(0), 3, "study/experiment/table");
    return new Subject.OfCell(
        place[0], place[1], place[2], where(unescaped(call.raw(1))), call.raw(2) + suffix);
  }

  static Map<String, String> where(String text) {
    Map<String, String> where = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return where;
    }
    for (String condition : text.split(";", -1)) {
      int equals = condition.indexOf('=');
      if (equals < 0) {
        throw new Unresolved(
            "'" + condition + "' is no condition; write column=value, several joined by ';'");
      }
      where.put(condition.substring(0, equals).strip(), condition.substring(equals + 1).strip());
    }
    return where;
  }

  private static Subject count(String text, String what) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Subject.OfCount(text, "", what)
        : new Subject.OfCount(text.substring(0, slash), text.substring(slash + 1), what);
  }

  static String verdict(String name) {
    if (!VERDICTS.contains(name)) {
      throw new Unresolved("there is no verdict '" + name + "'", name, VERDICTS);
    }
    return name;
  }

  private static String[] parts(String text, int count, String form) {
    String[] parts = text.split("/", -1);
    if (parts.length != count) {
      throw new Unresolved("'" + text + "' is not of the form " + form);
    }
    return parts;
  }

  /** Names are written in TeX, where some characters need a backslash. */
  private static String unescaped(String raw) {
    return raw.replaceAll("\\\\([%&_#$])", "$1");
  }
}
