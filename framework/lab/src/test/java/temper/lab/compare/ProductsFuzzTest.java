package temper.lab.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.ConfigException;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;

/** Damaged wishes for comparisons and plots are granted, or refused with their places. */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProductsFuzzTest {

  private static final String SWEEP = "sweep: {grid: {gain: [0, 1, 2], idle: [0, 1]}}\n";

  private static final List<String> FILES =
      List.of(
          SWEEP
              + "compare: {metric: score, baseline: {gain: 0}, test: wilcoxon, direction: higher,"
              + " divergence: worst-rank, level: 0.05}\n",
          SWEEP
              + "plot:\n"
              + "  - {x: idle, y: score, color: gain, band: ci95, name: by-gain}\n"
              + "  - {x: epoch, y: level, from: curve, color: gain, where: {level: '> 0.5'}}\n"
              + "  - {x: gain, y: score, where: {idle: 0}, title: Scores,"
              + " labels: {score: Score}}\n",
          SWEEP + "compare: {metric: [score, steps], baseline: {gain: 0}}\nreplicates: 12\n");

  private static final List<String> TOKENS =
      List.of(
          "x: ",
          "y: ",
          "facet: width",
          "kind: heat",
          "kind: ecdf",
          "band: none",
          "'>= '",
          "'< x'",
          "where: {word: done}",
          "baseline: {}",
          "metric: word",
          "name: a-b",
          "from: curve",
          "{",
          "}",
          "[",
          "]",
          "*a",
          "&a ",
          "null",
          "compare: ",
          "plot: ",
          "experiment: later\n");

  @TempDir Path folder;

  @Test
  void damagedProductsAreReadOrRefused() {
    Fuzz.Counts counts = products(Fuzz.FEW);
    assertTrue(counts.read() > 0 && counts.refused() > Fuzz.FEW / 4, counts.toString());
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedProductsAreReadOrRefused() {
    products(Fuzz.MANY);
  }

  private Fuzz.Counts products(int inputs) {
    Lab lab = new Lab(folder);
    List<byte[]> files = FILES.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    return new Fuzz("products", new Mutations(files, TOKENS), ConfigException.class)
        .withGarbage()
        .run(
            inputs,
            bytes -> {
              var study = lab.file(new String(bytes, StandardCharsets.UTF_8));
              assertFalse(study.text().isEmpty());
              study.products();
            });
  }
}
