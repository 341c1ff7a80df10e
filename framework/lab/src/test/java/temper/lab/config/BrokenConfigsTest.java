package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** Two hundred generated configs, each broken in one of twenty-five ways. */
class BrokenConfigsTest {

  static final int CONFIGS = 200;

  static IntStream seeds() {
    return IntStream.range(0, CONFIGS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyBrokenConfigIsRefusedWithAPlaceAndNothingElse(int seed) {
    RandomStream random = new StreamRoot("broken configs").stream("test", 0, "config", seed);
    byte[] bytes = broken(seed, random);
    Problems problems = new Problems();
    try {
      YamlReader.read("study.yaml", bytes, problems);
      if (problems.count() == 0) {
        Fixture.design(afterHeader(new String(bytes, StandardCharsets.UTF_8)));
        fail("seed " + seed + " was accepted:\n" + new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (ConfigException e) {
      e.problems().forEach(problems::add);
    }
    List<Problem> found = problems.list();
    assertFalse(found.isEmpty());
    for (Problem problem : found) {
      assertTrue(
          problem.toString().matches("(?s)study\\.yaml:[1-9]\\d*:[1-9]\\d* .+"), problem::toString);
      assertFalse(problem.toString().chars().anyMatch(Character::isISOControl), problem::toString);
      assertTrue(problem.message().length() < 400, problem::toString);
    }
  }

  private static String afterHeader(String text) {
    assertTrue(text.contains("format: 1"), text);
    return text.substring(text.indexOf("training") + "training".length());
  }

  private static byte[] broken(int seed, RandomStream random) {
    String key = pick(random, "epochs", "batch_size", "limit", "temperature");
    long number = 1 + random.nextLong(1000);
    String eol = pick(random, "\n", "\r\n");
    String bom = pick(random, "", "\uFEFF");
    String body =
        switch (seed % 25) {
          case 0 ->
              "base: {"
                  + key
                  + ": "
                  + pick(random, "abc", "[1]", "{a: 1}", "true", "''", "0o8", "0x")
                  + "}";
          case 1 -> "base:\n  " + mistyped(key, random) + ": " + number;
          case 2 -> "base:\n  " + key + ": " + number + "\n  noise: {}\n  " + key + ": " + number;
          case 3 -> "base: {epochs: " + -number + "}";
          case 4 -> "base: {noise: {level: " + pick(random, ".nan", ".inf", "-.inf", ".NaN") + "}}";
          case 5 -> "base:\n" + "\t".repeat(1 + random.nextInt(3)) + key + ": 1";
          case 6 -> bomb(3 + random.nextInt(20), 9);
          case 7 -> "base: {kind: \"" + "x".repeat(YamlReader.MOST_BYTES) + "\"}";
          case 8 ->
              "name: "
                  + pick(
                      random,
                      "../x",
                      "/etc/passwd",
                      "a/b",
                      "..",
                      "'C:\\x'",
                      "'a b'",
                      "''",
                      ".hidden");
          case 9 -> "base: {rate: {cosine: {peak: " + number + ", end: " + (number + 1) + "}}}";
          case 10 ->
              "sweep: {random: {samples: " + -number + ", over: {temperature: {linear: [0, 1]}}}}";
          case 11 ->
              "sweep: {grid: {"
                  + key
                  + ": "
                  + pick(random, "[]", "{}", "{list: []}", "null")
                  + "}}";
          case 12 ->
              "sweep: {grid: {temperature: {linear: [0, 1, "
                  + pick(random, "1e99", "99999999999999999999", "2147483648")
                  + "]}}}";
          case 13 -> "base: " + "[".repeat(70 + random.nextInt(10_000));
          case 14 -> "base: " + "{a: ".repeat(70 + random.nextInt(2_000)) + "1";
          case 15 -> "base: {kind: 'a" + (char) random.nextInt(9) + "b'}";
          case 16 -> "name: \u00e9" + (char) (0x80 + random.nextInt(5));
          case 17 -> "experiment: " + pick(random, "../main", "Main", "''", "5", "[main]");
          case 18 -> "sweep: {zip: {epochs: [1, 2], limit: [1, 2, 3]}}";
          case 19 ->
              "sweep: {grid: {epochs: {linear: [1, 9999, 9999]}, limit: {linear: [1, 9999, 9999]}}}";
          case 20 -> "---\nbase: {}";
          case 21 -> "base: &a {epochs: *a}";
          case 22 -> "base: !!java.io.File {epochs: 1}";
          case 23 -> "? {a: 1}\n: 2";
          default ->
              "base: {kind: \""
                  + pick(random, "\\U0011FFFF", "\\x", "\\uD8", "unclosed")
                  + pick(random, "", "\n");
        };
    String text = bom + "format: 1\nstudy: training\n" + body + "\n";
    byte[] bytes = text.replace("\n", eol).getBytes(StandardCharsets.UTF_8);
    if (seed % 25 == 16) {
      bytes[text.replace("\n", eol).getBytes(StandardCharsets.UTF_8).length - 4] = (byte) 0xFF;
    }
    return bytes;
  }

  private static String bomb(int levels, int width) {
    StringBuilder text = new StringBuilder("base:\n  a0: &a0 [x, x]\n");
    for (int i = 1; i < levels; i++) {
      text.append("  a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ", ").repeat(width)).append("x]\n");
    }
    return text.toString();
  }

  private static String mistyped(String key, RandomStream random) {
    int at = random.nextInt(key.length());
    return key.substring(0, at) + "q" + key.substring(at);
  }

  private static String pick(RandomStream random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
