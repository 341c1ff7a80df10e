package temper.benchmarks.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param workloads names of workloads; all if empty
 * @param sizes sizes to compare at in place of those that are set here
 * @param trials trials at once, and threads or processes of PyTorch
 * @param rounds rounds in which all contestants take their turns
 * @param seconds length of a turn
 * @param warmUp seconds of warm-up for each contestant
 * @param python a Python that may have PyTorch
 * @param compiler a C compiler
 * @param openBlas the library, as the dynamic linker finds it
 * @param json whether to print lines of JSON
 */
record Options(
    List<String> workloads,
    Map<String, Integer> sizes,
    int trials,
    int rounds,
    double seconds,
    double warmUp,
    String python,
    String compiler,
    String openBlas,
    boolean json) {

  static final String USAGE =
      "[--workload NAME]... [--trials N] [--rounds N] [--seconds S] [--warm-up S]"
          + " [--python PROGRAM] [--cc PROGRAM] [--openblas LIBRARY] [--json]"
          + " [SIZE=VALUE]...";

  Options {
    workloads = List.copyOf(workloads);
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    requireAtLeastOne("--trials", trials);
    requireAtLeastOne("--rounds", rounds);
    requirePositive("--seconds", seconds);
    requirePositive("--warm-up", warmUp);
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, got " + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, got " + value);
    }
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Options parse(String... arguments) {
    Options options =
        new Options(List.of(), Map.of(), 2, 9, 1, 8, "python3", "cc", defaultLibrary(), false);
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      if (name.equals("--json")) {
        options = options.set(name, "");
      } else if (name.indexOf('=') > 0 && !name.startsWith("-")) {
        options = options.withSize(name.substring(0, name.indexOf('=')), name);
      } else if (i + 1 < arguments.length) {
        options = options.set(name, arguments[++i]);
      } else {
        throw new IllegalArgumentException(name + " needs a value; options: " + USAGE);
      }
    }
    return options;
  }

  private static String defaultLibrary() {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    return mac ? "libopenblas.dylib" : "libopenblas.so.0";
  }

  private Options set(String name, String value) {
    return switch (name) {
      case "--workload" -> {
        List<String> more = new ArrayList<>(workloads);
        more.add(value);
        yield with(more, trials, rounds, seconds, warmUp);
      }
      case "--trials" -> with(workloads, (int) number(name, value), rounds, seconds, warmUp);
      case "--rounds" -> with(workloads, trials, (int) number(name, value), seconds, warmUp);
      case "--seconds" -> with(workloads, trials, rounds, number(name, value), warmUp);
      case "--warm-up" -> with(workloads, trials, rounds, seconds, number(name, value));
      case "--python" -> tools(value, compiler, openBlas, json);
      case "--cc" -> tools(python, value, openBlas, json);
      case "--openblas" -> tools(python, compiler, value, json);
      case "--json" -> tools(python, compiler, openBlas, true);
      default ->
          throw new IllegalArgumentException("there is no option " + name + "; options: " + USAGE);
    };
  }

  private Options withSize(String name, String setting) {
    Map<String, Integer> more = new LinkedHashMap<>(sizes);
    more.put(name, (int) number(name, setting.substring(name.length() + 1)));
    requireAtLeastOne(name, more.getOrDefault(name, 0));
    return new Options(
        workloads, more, trials, rounds, seconds, warmUp, python, compiler, openBlas, json);
  }

  private Options with(
      List<String> names, int trialCount, int roundCount, double turn, double warm) {
    return new Options(
        names, sizes, trialCount, roundCount, turn, warm, python, compiler, openBlas, json);
  }

  private Options tools(String newPython, String newCompiler, String library, boolean lines) {
    return new Options(
        workloads, sizes, trials, rounds, seconds, warmUp, newPython, newCompiler, library, lines);
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, got '" + value + "'", e);
    }
  }
}
