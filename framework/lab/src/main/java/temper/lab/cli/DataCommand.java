package temper.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import temper.data.DataFile;
import temper.data.PublishedDataset;
import temper.lab.data.DataFolder;
import temper.lab.data.Downloader;
import temper.plugin.Names;

/** {@code temper data}. */
@Command(
    name = "data",
    description = "Lists and downloads published data sets.",
    synopsisSubcommandLabel = "(list | get)",
    subcommands = {DataCommand.ListData.class, DataCommand.GetData.class})
final class DataCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static DataFolder folder(@Nullable Path data, CodeOption code) {
    return UserData.folder(data, Targets.declared(code));
  }

  /** {@code temper data list}. */
  @Command(
      name = "list",
      description = "Lists published data sets: what they are, and whether they are there.")
  static final class ListData implements Callable<Integer> {

    private final Session session;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of data sets (default: TEMPER_DATA).")
    @Nullable Path data;

    @Mixin private CodeOption code = new CodeOption();

    @Option(names = "--json", description = "Prints JSON.")
    boolean json;

    ListData(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      DataFolder folder = folder(data, code);
      List<Map<String, Object>> rows = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int width = session.console().width();
      for (PublishedDataset dataset : folder.known()) {
        long bytes = dataset.files().stream().mapToLong(DataFile::bytes).sum();
        List<Path> found = folder.found(dataset.name());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", dataset.name());
        row.put("summary", dataset.summary());
        row.put("bytes", bytes);
        row.put("licence", dataset.licence());
        row.put("source", dataset.source().citation());
        row.put("found", found.stream().map(Path::toString).toList());
        row.put("problem", folder.problem(dataset.name()).orElse(""));
        row.put("urls", dataset.files().stream().map(DataFile::url).toList());
        rows.add(row);
        paragraph(text, dataset.name() + " (" + Estimates.bytes(bytes) + ")", 0, width);
        paragraph(text, dataset.summary(), 2, width);
        paragraph(text, "Licence: " + dataset.licence(), 2, width);
        paragraph(text, "Source: " + dataset.source().citation(), 2, width);
        String state =
            found.isEmpty()
                ? "Not found: " + folder.problem(dataset.name()).orElse("")
                : "Found: " + found.get(0).toAbsolutePath().getParent();
        paragraph(text, state, 2, width);
      }
      session.console().resultText(json ? Json.text(rows) : text.toString());
      return ExitCode.DONE.code();
    }

    private static void paragraph(StringBuilder out, String text, int indent, int width) {
      TextTable.wrap(Printable.line(text), width - indent)
          .forEach(line -> out.append(" ".repeat(indent)).append(line.strip()).append('\n'));
    }
  }

  /** {@code temper data get}. */
  @Command(
      name = "get",
      description = {
        "Downloads data sets from where they were published, and checks them.",
        "An interrupted download goes on where it broke off."
      })
  static final class GetData implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names from `temper data list`.")
    List<String> names = List.of();

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of data sets (default: TEMPER_DATA).")
    @Nullable Path data;

    @Mixin private CodeOption code = new CodeOption();

    GetData(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      DataFolder folder = folder(data, code);
      List<String> known = folder.known().stream().map(PublishedDataset::name).toList();
      for (String name : names) {
        if (!known.contains(name)) {
          throw new UsageException(
              "there is no published data set '" + name + "'." + Names.suggestion(name, known));
        }
      }
      if (data == null && System.getenv().getOrDefault(DataFolder.VARIABLE, "").isBlank()) {
        throw new UsageException(
            "where to? Name a folder with --data DIR or " + DataFolder.VARIABLE + ".");
      }
      for (String name : names) {
        if (folder.available(name)) {
          folder.open(name);
          session.console().message(name + " was there already; its checksums agree.");
        } else {
          try (DownloadLine line = new DownloadLine(session.console(), System::nanoTime)) {
            folder.download(name, new Downloader(), line);
          }
        }
        folder.found(name).forEach(path -> session.console().result(path.toString()));
      }
      return ExitCode.DONE.code();
    }
  }
}
