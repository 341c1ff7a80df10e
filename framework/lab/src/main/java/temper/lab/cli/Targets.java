package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.store.StoreException;
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

  static ConfigLoader loader() {
    return new ConfigLoader(studies(), Plugins.discovered(Targets.class.getClassLoader()));
  }

  static ResolvedStudy resolve(RunOptions options) {
    if (options.replicates != null && options.replicates < 1) {
      throw new UsageException("--replicates must be at least 1, got " + options.replicates);
    }
    RunRequest request =
        new RunRequest(
            Optional.ofNullable(options.profile),
            options.overrides,
            options.replicates == null ? OptionalInt.empty() : OptionalInt.of(options.replicates));
    if (options.target.endsWith(".yaml") || options.target.endsWith(".yml")) {
      return ofFile(Path.of(options.target), request);
    }
    return loader().resolve(study(options.target), request);
  }

  private static ResolvedStudy ofFile(Path file, RunRequest request) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no file " + file.toAbsolutePath());
    }
    try {
      return loader().resolve(file, request);
    } catch (IOException unreadable) {
      throw new StoreException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
    }
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
    return ofFile(file, RunRequest.NONE);
  }
}
