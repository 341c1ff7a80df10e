package temper.lab.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import temper.lab.config.ConfigException;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.Problem;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.store.CsvTables;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** Runs files about {@link GainStudy} in a folder. */
public final class Lab {

  private final Path folder;

  /**
   * A lab.
   *
   * @param folder an empty folder
   */
  public Lab(Path folder) {
    this.folder = folder;
  }

  private static ConfigLoader loader() {
    return new ConfigLoader(
        Registry.<Study>of(Study.class, List.of(new GainStudy())),
        Plugins.discovered(Lab.class.getClassLoader()));
  }

  /**
   * A file of the study.
   *
   * @param text what stands in it after its first lines
   * @return the study with these settings
   */
  public ResolvedStudy file(String text) {
    Path file = folder.resolve("study.yaml");
    try {
      String chosen = text.startsWith("experiment:") ? "" : "experiment: gains\n";
      Files.writeString(file, "format: 1\nstudy: vary-gain\n" + chosen + text);
      return loader().resolve(file, RunRequest.NONE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * The problems of a file, without the name of the file.
   *
   * @param text what stands in it after its first lines
   * @return a line for each problem, beginning with line and column
   */
  public List<String> problems(String text) {
    try {
      file(text);
      return List.of();
    } catch (ConfigException e) {
      return e.problems().stream()
          .map(Problem::toString)
          .map(line -> line.replace(folder.resolve("study.yaml") + ":", ""))
          .toList();
    }
  }

  /**
   * Runs a study.
   *
   * @param study the study
   * @param workers number of workers
   * @return what came of it
   */
  public RunSummary run(ResolvedStudy study, int workers) {
    RunSettings settings =
        new RunSettings(
            workers,
            Shard.WHOLE,
            false,
            StopSignal.unlimited(),
            DataFolder.of(null, List.of()),
            List.of("temper", "run"),
            1_000_000);
    try (StudyRun run = StudyRun.open(study, results(), settings, RunListener.NONE)) {
      return run.run();
    }
  }

  /**
   * Runs a file.
   *
   * @param text what stands in it after its first lines
   * @return its tables
   */
  public CsvTables tables(String text) {
    run(file(text), 1);
    return CsvTables.of(results());
  }

  /**
   * Where results lie.
   *
   * @return the folder
   */
  public Path results() {
    return folder.resolve("results");
  }

  /**
   * A file of the results.
   *
   * @param path path within the results
   * @return its text
   */
  public String text(String path) {
    try {
      return Files.readString(results().resolve(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
