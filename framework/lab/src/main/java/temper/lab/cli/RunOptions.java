package temper.lab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.engine.Shard;
import temper.lab.study.Profile;

/** Options that {@code run} and {@code plan} share. */
final class RunOptions {

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      completionCandidates = StudyNames.class,
      description =
          "Name of a study (see `temper list`), a config file such as study.yaml, or a Java file"
              + " such as MyStudy.java.")
  String target = "";

  @Mixin CodeOption code = new CodeOption();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      completionCandidates = ProfileNames.class,
      description = "smoke, quick or full (default: quick, or what the config file says).")
  @Nullable Profile profile;

  @Option(
      names = "-S",
      paramLabel = "KEY=VALUE",
      description =
          "Overrides a parameter that is not swept; may be given many times. KEY or EXPERIMENT.KEY,"
              + " VALUE as in a config, such as rate.cosine.peak=0.2.")
  List<String> overrides = new ArrayList<>();

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Number of replicates of each cell, instead of the design's.")
  @Nullable Integer replicates;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Runs every N-th trial, beginning with the I-th; see `temper merge`.")
  Shard shard = Shard.WHOLE;

  @Option(
      names = "--only",
      paramLabel = "EXPERIMENT",
      split = ",",
      description = "These experiments alone; claims of others stand on what there is.")
  Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Result folder (default: below ./results: STUDY/PROFILE, or STUDY/NAME of a config; with a"
              + " hash where -S changes it, or the config has no name).")
  @Nullable Path out;

  /** Whether earlier results are put aside, which only {@code run} offers. */
  boolean fresh;

  @Option(
      names = "--yes",
      description = "Runs also what plan calls large: more than 1,000,000 trials.")
  boolean yes;

  /** Options for a result folder, whose size was agreed to when it was made. */
  static RunOptions ofFolder() {
    RunOptions options = new RunOptions();
    options.yes = true;
    return options;
  }

  /** Options for the result folder of a whole study or of a shard, as its name says. */
  static RunOptions ofFolder(Path folder) {
    RunOptions options = ofFolder();
    options.shard = Targets.shardOf(folder);
    return options;
  }

  /** Options of everything that runs trials. */
  static class Execution {

    @Option(
        names = "--workers",
        paramLabel = "N",
        description =
            "Trials that run side by side and share the memory (default: one a core). Fewer are"
                + " better where trials are large; results are the same.")
    int workers = Runtime.getRuntime().availableProcessors();

    @Option(
        names = "--time-limit",
        paramLabel = "TIME",
        description =
            "Stops after a time such as 90s, 15m or 2h. If work is left the exit code is 130; run"
                + " again to resume.")
    @Nullable Duration timeLimit;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of data sets (default: the environment's TEMPER_DATA).")
    @Nullable Path data;

    /** Whether verdicts decide on the exit code. */
    boolean isStrict() {
      return false;
    }
  }

  /** Options of what decides claims when trials are done. */
  static final class Decision extends Execution {

    @Option(
        names = "--strict",
        description = "Exit code 5 if a claim is refuted, 6 if one is inconclusive.")
    boolean strict;

    @Override
    boolean isStrict() {
      return strict;
    }
  }
}
