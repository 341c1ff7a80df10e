package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import temper.lab.config.ConfigLoader;
import temper.lab.config.NearestFile;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.engine.Registration;
import temper.lab.engine.Shard;
import temper.lab.source.SourceCode;
import temper.lab.source.SourceException;
import temper.lab.source.SourceProblem;
import temper.lab.source.SourceReach;
import temper.lab.store.ResultFolder;
import temper.lab.store.StoreException;
import temper.lab.study.Study;
import temper.plugin.Names;
import temper.plugin.Plugin;
import temper.plugin.Registry;

/** Finds what a command line speaks of: a study by name, a config file, a result folder. */
final class Targets {

  /** Where results go unless a user says otherwise. */
  static final Path RESULTS = Path.of("results");

  /** How deep below a folder results are looked for: results/STUDY/PROFILE and one more. */
  private static final int RESULTS_DEPTH = 3;

  private static final Pattern SHARD_FOLDER =
      Pattern.compile(".*\\.shard-([0-9]{1,6})-of-([0-9]{1,6})", Pattern.DOTALL);

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
    return new ConfigLoader(studies(), Plugins.discovered(Targets.class.getClassLoader()))
        .asking(Targets::open);
  }

  /** A loader that knows the code of a user's own Java file, if one is named. */
  static ConfigLoader loader(@Nullable Path code) {
    return code == null ? loader() : loader().with(compile(code));
  }

  /** What a user's own Java file declares, if one is named. */
  static List<Plugin> declared(CodeOption code) {
    return code.file == null ? List.of() : compile(code.file).declared();
  }

  /**
   * Compiles the Java file that a config names. Who names a config means its code too; who looks at
   * results, which somebody else may have sent, does not.
   */
  private static SourceCode open(Path config, Path file) {
    if (Files.exists(config.resolveSibling(Registration.FILE))) {
      throw new UsageException(
          "these results were made by Java code of their own, "
              + file
              + ". Code of a result folder is run only if it is named: read it, then add\n  --code "
              + Session.quoted(file.toString())
              + "\nor name your own copy of it.");
    }
    return compile(file);
  }

  /** Compiles a Java file. */
  static SourceCode compile(Path file) {
    if (!file.toString().endsWith(SourceCode.EXTENSION) || !Files.isRegularFile(file)) {
      throw new UsageException(
          file.toString().endsWith(SourceCode.EXTENSION)
              ? NearestFile.message(file)
              : file + " is no Java file: its name does not end with " + SourceCode.EXTENSION);
    }
    SourceCode code;
    try {
      code = SourceCode.compile(file);
    } catch (IOException unreadable) {
      throw new StoreException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
    }
    List<SourceProblem> problems =
        code.declared().stream()
            .filter(plugin -> Catalogue.namesake(plugin).isPresent())
            .map(
                plugin ->
                    code.problem(
                        plugin.getClass(),
                        "the name '" + plugin.name() + "' is taken: choose another one"))
            .toList();
    if (!problems.isEmpty()) {
      throw new SourceException(problems);
    }
    return code;
  }

  /** Whether a study was declared by a Java file and so is not among {@link #studies()}. */
  static boolean isOfFile(Study study) {
    return SourceReach.of(study.getClass()).isPresent();
  }

  /** A study with the loader that knows its code. */
  record Named(ConfigLoader loader, Study study) {}

  /** The study of a name or of a Java file. */
  static Named named(String target, @Nullable Path code) {
    boolean ofFile = target.endsWith(SourceCode.EXTENSION);
    if (ofFile && code != null) {
      throw new UsageException("--code is for code beside " + target + ", which is code itself");
    }
    ConfigLoader loader = loader(ofFile ? Path.of(target) : code);
    Optional<Study> own = loader.code().flatMap(SourceCode::study);
    if (ofFile) {
      return new Named(
          loader,
          own.orElseThrow(
              () ->
                  new UsageException(
                      target + " declares no study but plug-ins: name a study, and it by --code")));
    }
    return new Named(
        loader, own.filter(one -> one.name().equals(target)).orElseGet(() -> study(target)));
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
      return ofFile(Path.of(options.target), loader(options.code.file), request);
    }
    Named named = named(options.target, options.code.file);
    return named.loader().resolve(named.study(), request);
  }

  private static ResolvedStudy ofFile(Path file, ConfigLoader loader, RunRequest request) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(NearestFile.message(file));
    }
    try {
      return loader.resolve(file, request);
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

  /** The shard whose trials a result folder is for, as its name says. */
  static Shard shardOf(Path folder) {
    Matcher name = SHARD_FOLDER.matcher(folder.toAbsolutePath().normalize().toString());
    return name.matches() ? Shard.parse(name.group(1) + "/" + name.group(2)) : Shard.WHOLE;
  }

  /** Whether results lie in a folder itself. */
  static boolean isResultFolder(Path folder) {
    return Files.isRegularFile(folder.resolve(Registration.FILE));
  }

  /** The result folders below a folder, without those that were set aside, in order of name. */
  static List<Path> resultFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder.toAbsolutePath());
    }
    try (Stream<Path> found = Files.walk(folder, RESULTS_DEPTH)) {
      return found
          .filter(Targets::isResultFolder)
          .filter(one -> !one.toString().contains(ResultFolder.SET_ASIDE))
          .sorted()
          .toList();
    }
  }

  /** The study of an existing result folder, as it was run. */
  static ResolvedStudy ofFolder(FolderArgument argument) {
    return ofFolder(argument.folder, argument.code.file);
  }

  /** The study of an existing result folder that needs no code of its own. */
  static ResolvedStudy ofFolder(Path folder) {
    return ofFolder(folder, null);
  }

  /** The study of an existing result folder, with the code that a user names for it, if any. */
  static ResolvedStudy ofFolder(Path folder, @Nullable Path code) {
    Path file = folder.resolve("study.yaml");
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          folder
              + " is not a result folder: it has no study.yaml. Result folders are made by `temper run`.");
    }
    return ofFile(file, loader(code), RunRequest.NONE);
  }
}
