package temper.lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import temper.lab.config.ConfigLoader;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Names;
import temper.plugin.Registry;

/** Finds what a command line speaks of: a study by name, a config file, a result folder. */
final class Targets {

  /** Where results go unless a user says otherwise. */
  static final Path RESULTS = Path.of("results");

  private Targets() {}

  static Registry<Study> studies() {
    return Registry.of(Study.class);
  }

  static Study study(String name) {
    Registry<Study> studies = studies();
    return studies
        .find(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no study '" + name + "'." + Names.suggestion(name, studies.names())));
  }

  static ResolvedStudy resolve(RunOptions options) {
    RunRequest request = new RunRequest(options.profile, options.overrides, options.replicates);
    Path file = Path.of(options.target);
    if (options.target.endsWith(".yaml") || options.target.endsWith(".yml")) {
      if (!Files.isRegularFile(file)) {
        throw new UsageException("there is no file " + file.toAbsolutePath());
      }
      return new ConfigLoader(studies()).load(file, request);
    }
    if (Files.isRegularFile(file) && studies().find(options.target).isEmpty()) {
      throw new UsageException("a config file ends in .yaml or .yml; " + file + " does not");
    }
    return builtIn(options.target, request);
  }

  static ResolvedStudy builtIn(String study, RunRequest request) {
    return new ConfigLoader(studies()).builtIn(study(study), request);
  }

  static Path folder(RunOptions options, ResolvedStudy study) {
    Path out = options.out;
    Path whole = out != null ? out : RESULTS.resolve(study.study().name()).resolve(study.runName());
    if (out != null || options.shard.whole()) {
      return whole;
    }
    return whole.resolveSibling(
        whole.getFileName() + ".shard-" + options.shard.number() + "-of-" + options.shard.of());
  }

  /** The study of an existing result folder, as it was run. */
  static ResolvedStudy ofFolder(Path folder) {
    Path file = folder.resolve("study.yaml");
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          folder
              + " is not a result folder: it has no study.yaml. Result folders are made by `temper run`.");
    }
    return new ConfigLoader(studies()).load(file, RunRequest.NONE);
  }

  static Profile profileOr(@Nullable Profile given, Profile usual) {
    return given == null ? usual : given;
  }
}
