package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.data.PublishedDataset;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.source.SourceCode;
import temper.lab.source.SourceException;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Registry;
import temper.studies.training.Training;

/** The files of the page on code of one's own do what the page says. */
class OwnCodePageTest {

  private static final Path PAGE = Path.of("../framework/docs/own-code.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\n```[a-z]+\n(.*?)```", Pattern.DOTALL);
  private static final Pattern README_STUDY =
      Pattern.compile("<!-- tested: study -->\n```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @BeforeEach
  void writeTheFilesOfThePage() throws IOException {
    Matcher file = FILE.matcher(Files.readString(PAGE));
    int files = 0;
    while (file.find()) {
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
      files++;
    }
    assertEquals(3, files);
  }

  private static ConfigLoader loader() {
    return new ConfigLoader(
        Registry.of(Study.class), Plugins.discovered(OwnCodePageTest.class.getClassLoader()));
  }

  private RunSummary run(ResolvedStudy study, DataFolder data) {
    RunSettings settings =
        new RunSettings(
            1, Shard.WHOLE, false, StopSignal.unlimited(), data, List.of("temper"), 1000);
    try (StudyRun run =
        StudyRun.open(study, folder.resolve("result"), settings, new RunListener() {})) {
      return run.run();
    }
  }

  @Test
  void aScheduleOfAFileIsSweptInTheStudyOfTraining() throws IOException {
    ResolvedStudy study = loader().resolve(folder.resolve("drop.yaml"), RunRequest.NONE);

    RunSummary summary = run(study, DataFolder.of(null, List.of()));

    assertEquals(16, summary.ran());
    assertTrue(summary.complete());
    assertEquals(1, summary.comparisons().size());
    assertTrue(Files.exists(folder.resolve("result/HalfwayDrop.java")));
  }

  @Test
  void aDataSetOfAFileIsTrainedOn() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      double a = i * 37 % 100 / 100.0;
      double b = i * 61 % 100 / 100.0;
      lines.append(a + "," + b + "," + (a + b < 1 ? "a" : "b") + "\n");
    }
    Path data = folder.resolve("data/measurements/measurements.csv");
    Files.createDirectories(data.getParent());
    Files.writeString(data, lines);
    SourceCode code = SourceCode.compile(folder.resolve("Measurements.java"));
    RunRequest request =
        new RunRequest(Optional.of(Profile.SMOKE), List.of("data=measurements"), OptionalInt.of(1));

    RunSummary summary =
        run(
            loader().with(code).resolve(new Training(), request),
            DataFolder.of(folder.resolve("data"), List.of())
                .with(List.of((PublishedDataset) code.plugins().get(0))));

    assertEquals(0, summary.failed());
    assertTrue(summary.ran() > 0);
  }

  @Test
  void aMistakeIsShownAsThePageSays() throws IOException {
    Matcher study = README_STUDY.matcher(Files.readString(Path.of("../README.md")));
    assertTrue(study.find());
    Path file = folder.resolve("NoisyDescent.java");
    Files.writeString(file, study.group(1).replace("noise.gaussian()", "nose.gaussian()"));

    SourceException wrong = assertThrows(SourceException.class, () -> SourceCode.compile(file));

    String shown = wrong.getMessage().replace(file.toString(), "NoisyDescent.java");
    assertTrue(
        Files.readString(PAGE)
            .contains("```\n" + shown + "\ntemper: 1 problem; nothing was run.\n"),
        shown);
  }
}
