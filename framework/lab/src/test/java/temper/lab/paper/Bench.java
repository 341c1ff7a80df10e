package temper.lab.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** Results of a coin and a manuscript about them, in a folder. */
final class Bench {

  private final CoinStudy coin;
  private final Path root;

  Bench(Path root, CoinStudy coin) {
    this.root = root;
    this.coin = coin;
  }

  Path results() {
    return root.resolve("results");
  }

  /** The result folder of the coin. */
  Path coin() {
    return results().resolve("coin").resolve("full");
  }

  Path paper() {
    return root.resolve("paper");
  }

  Registry<Study> studies() {
    return Registry.<Study>of(Study.class, List.of(coin));
  }

  private ConfigLoader loader() {
    return new ConfigLoader(studies(), Plugins.discovered(Bench.class.getClassLoader()));
  }

  private static RunSettings settings() {
    return new RunSettings(
        1,
        Shard.WHOLE,
        false,
        StopSignal.unlimited(),
        DataFolder.of(null, List.of()),
        List.of("temper", "run", "coin"),
        1_000_000);
  }

  /** Runs the study in full. */
  Bench run() {
    ResolvedStudy study =
        loader()
            .resolve(
                coin, new RunRequest(Optional.of(Profile.FULL), List.of(), OptionalInt.empty()));
    try (StudyRun run = StudyRun.open(study, coin(), settings(), RunListener.NONE)) {
      run.run();
    }
    delete(coin().resolve(".temper"));
    return this;
  }

  private ResolvedStudy study(Path folder) {
    try {
      return loader().resolve(folder.resolve("study.yaml"), RunRequest.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a manuscript of some lines; they begin in the line of the return value. */
  int write(String... lines) {
    String before = "\\documentclass{article}\n\\title{Coins}\n\\begin{document}\n";
    file("paper.tex", before + String.join("\n", lines) + "\n\\end{document}\n");
    return 4;
  }

  void file(String name, String text) {
    try {
      Path file = paper().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Paper read() {
    return Paper.read(paper(), results(), studies(), this::study, settings());
  }

  /** The page and the TeX files, by name. */
  Map<String, String> set() {
    Map<String, String> files = new TreeMap<>();
    Paper paper = read();
    paper.writePage((name, content) -> files.put(name, text(content)) == null, "../results/");
    paper.writeTex((name, content) -> files.put(name, text(content)) == null);
    return files;
  }

  String page() {
    return String.valueOf(set().get(Paper.PAGE));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A bench whose results are a copy of these. */
  Bench copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(root.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return new Bench(to, coin);
  }

  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
