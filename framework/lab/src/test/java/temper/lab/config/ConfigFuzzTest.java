package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;

/** Damaged configs and overrides end in a plan, or in problems with their places. */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConfigFuzzTest {

  private static final List<String> CONFIGS =
      List.of(
          """
          format: 1
          study: training
          name: first-try
          profile: smoke
          base:
            rate: {cosine: {peak: 0.1, end: 1e-3, length: 30%}}
            optimizer: {sgd: {momentum: 0.9, nesterov: true}}
            hidden: [8, 16]
            clip: null
            order: in-order
            parts: [{width: 3, label: "a b"}]
          replicates: 12
          """,
          """
          format: 1
          study: training
          sweep:
            grid:
              rate:
                flat: {constant: {value: 0.03}}
                down: {cosine: {peak: 0.5}}
              optimizer.sgd.momentum: {list: [0, 0.9]}
              epochs: {range: [1, 9, 2]}
            exclude: [{rate: flat, epochs: 3}]
            random: {samples: 20, over: {temperature: {log: [0.001, 1]}}}
          overrides: ["batch_size=64", "kind=wide"]
          """,
          """
          {"format": 1, "study": "pair", "experiment": "tune",
           "base": &same {"n": 3}, "sweep": {"zip": {"x": [0, 1], "y": [2, 3]}}}
          """,
          """
          # A comment.
          format: 1
          study: training
          base:
            kind: >-
              plain
            noise: {level: 1.5, mean: -.5}
          """);

  private static final List<String> OVERRIDES =
      List.of(
          "rate=cosine",
          "rate.cosine.peak=0.5",
          "main.optimizer={sgd: {momentum: 0.9, nesterov: true}}",
          "hidden=[1, 2, 3]",
          "rate={cosine: {length: 30%}}",
          "clip=1e-3",
          "noise.level=0.25");

  private static final List<String> TOKENS =
      List.of(
          "*same",
          "&same ",
          "!!str ",
          "!x ",
          "<<: ",
          "? ",
          "| \n",
          "> \n",
          "%YAML 9.9\n",
          "---\n",
          "...",
          "sweep: ",
          "grid: ",
          "{linear: [0, 1, 999999]}",
          "{log: [1e-300, 1e300, 9999]}",
          "{range: [0, 1, 1e-9]}",
          "random: {samples: 999999999, over: ",
          "sobol: ",
          "latin: ",
          "experiment: ",
          "exclude: ",
          "study: ./Mine.java",
          "code: ./Mine.java",
          "study: 'a/../b.java'",
          "study: \"a\\0b.java\"",
          "null",
          "~",
          "300 steps",
          "5 epochs",
          "=",
          ".",
          "#",
          "compare: ",
          "plot: ",
          "replicates: 1000000",
          "profile: full",
          "[]",
          "{}",
          "\"\\uD800\"",
          "\"\\U0010FFFF\"");

  @TempDir Path folder;

  @Test
  void damagedConfigsAreReadOrRefused() {
    Fuzz.Counts counts = configs(Fuzz.FEW);
    assertTrue(counts.refused() > Fuzz.FEW / 3, counts.toString());
    assertTrue(counts.read() > 0, counts.toString());
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedConfigsAreReadOrRefused() {
    configs(Fuzz.MANY);
  }

  private Fuzz.Counts configs(int inputs) {
    Path file = folder.resolve("study.yaml");
    Mutations mutations = new Mutations(bytes(CONFIGS), TOKENS);
    return new Fuzz("config", mutations, ConfigException.class)
        .withGarbage()
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              told(() -> resolve(file));
            });
  }

  private static void resolve(Path file) throws IOException {
    ResolvedStudy study = Fixture.loader().resolve(file, RunRequest.NONE);
    for (Experiment<?> experiment : study.experiments()) {
      cells(study, experiment);
    }
    // The file that a result folder keeps means the same and is its own repetition.
    RunRequest same = RunRequest.of(study.profile());
    assertEquals(
        study.text(),
        ResolvedStudy.of(Fixture.loader().load("kept.yaml", study.text(), List.of()), same).text());
  }

  private static <P extends Record> void cells(ResolvedStudy study, Experiment<P> experiment) {
    SweptDesign<P> swept = study.design(experiment, new Fixture.NoTables());
    long cells = swept.design().cells();
    for (long i = 0; i < cells; i += 1 + cells / 20) {
      assertFalse(study.parameters().canonical(swept.design().cell().apply(i)).isEmpty());
    }
  }

  @Test
  void damagedOverridesAreReadOrRefused() {
    overrides(Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedOverridesAreReadOrRefused() {
    overrides(Fuzz.MANY);
  }

  private static void overrides(int inputs) {
    Mutations mutations = new Mutations(bytes(OVERRIDES), TOKENS);
    new Fuzz("override", mutations, ConfigException.class)
        .run(
            inputs,
            bytes -> {
              String text = new String(bytes, StandardCharsets.UTF_8);
              told(
                  () -> {
                    Configuration read =
                        Fixture.loader().load(Fixture.training(), List.of(text, "bias=false"));
                    read.experiments()
                        .forEach(one -> read.design(one, Profile.SMOKE, new Fixture.NoTables()));
                  });
            });
  }

  @Test
  void wordsWithoutEndAreRefusedAtOnce() {
    String header = "format: 1\nstudy: training\n";
    for (String text :
        List.of(
            "format: 1\nstudy: " + "a-".repeat(200_000) + "a\n",
            header + "experiment: " + "a-".repeat(200_000) + "a\n",
            header + "base: {epochs: 1" + "_".repeat(1_000_000) + "x}\n",
            header + "base: {rate: {cosine: {length: " + "7".repeat(1_000_000) + "x}}}\n",
            header + "base: {rate: " + "7".repeat(1_000_000) + "x}\n",
            header + "base: {" + "a.".repeat(500_000) + ": 1}\n")) {
      ConfigException e =
          assertThrows(
              ConfigException.class,
              () -> told(() -> Fixture.loader().load("study.yaml", text, List.of())));
      assertFalse(e.problems().isEmpty());
    }
  }

  @Test
  void aLongWordCostsNoMoreThanItsLength() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String text = "format: 1\nstudy: " + "(".repeat(1 << 20);
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThrows(ConfigException.class, () -> Fixture.loader().load("study.yaml", text, List.of()));

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 200L << 20, allocated + " bytes");
  }

  private interface Reading {
    void run() throws IOException;
  }

  /** Each problem is one line that a terminal can take. */
  private static void told(Reading reading) throws IOException {
    try {
      reading.run();
    } catch (ConfigException e) {
      assertFalse(e.problems().isEmpty());
      for (Problem problem : e.problems()) {
        String line = problem.toString();
        assertTrue(line.length() < 3000, () -> "a line of " + line.length() + " characters");
        assertFalse(line.chars().anyMatch(Character::isISOControl), line);
      }
      throw e;
    }
  }

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
