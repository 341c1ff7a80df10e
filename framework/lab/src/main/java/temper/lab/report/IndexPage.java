package temper.lab.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import temper.lab.store.StoreException;
import temper.lab.store.TableReader;
import temper.lab.study.Column;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.plugin.Registry;

/**
 * The page that links all reports below a folder.
 *
 * @since 0.1
 */
public final class IndexPage {

  private static final List<String> TEXT_COLUMNS =
      List.of("claim", "source", "statement", "test", "verdict", "reduced", "standing", "reason");

  private IndexPage() {}

  /**
   * Writes {@code index.html}.
   *
   * @param results folder that holds a folder for each study, with a folder for each run
   * @param studies known studies, for their summaries
   * @return the page
   * @throws StoreException if the page cannot be written
   */
  public static Path write(Path results, Registry<Study> studies) {
    Map<String, String> summaries = new TreeMap<>();
    studies.all().forEach(study -> summaries.put(study.name(), study.summary()));
    List<IndexWriter.Result> rows = new ArrayList<>();
    for (Path study : folders(results)) {
      for (Path run : folders(study)) {
        if (Files.exists(run.resolve(Publication.REPORT))
            && Files.exists(run.resolve(Publication.CLAIMS))) {
          row(study, run, summaries).ifPresent(rows::add);
        }
      }
    }
    Path page = results.resolve("index.html");
    byte[] html = IndexWriter.html(rows).getBytes(StandardCharsets.UTF_8);
    try {
      if (!Files.exists(page) || !java.util.Arrays.equals(Files.readAllBytes(page), html)) {
        Files.write(page, html);
      }
    } catch (IOException failure) {
      throw new StoreException("cannot write " + page + ": " + failure.getMessage(), failure);
    }
    return page;
  }

  /** The row of a run; none for one whose claims cannot be read, so that the others have theirs. */
  private static Optional<IndexWriter.Result> row(
      Path study, Path run, Map<String, String> summaries) {
    Table claims;
    try {
      claims = claims(run.resolve(Publication.CLAIMS));
    } catch (StoreException damaged) {
      return Optional.empty();
    }
    String name = study.getFileName().toString();
    String profile = run.getFileName().toString();
    List<String> standings = claims.texts("standing");
    boolean unchecked = standings.contains("unchecked");
    boolean confirmatory = standings.contains("confirmatory");
    return Optional.of(
        new IndexWriter.Result(
            name,
            summaries.getOrDefault(name, ""),
            profile,
            name + "/" + profile + "/" + Publication.REPORT,
            unchecked ? "unchecked" : confirmatory ? "" : "exploratory",
            claims.texts("verdict")));
  }

  private static Table claims(Path file) {
    List<Column> columns =
        Publication.CLAIM_COLUMNS.stream()
            .map(
                name ->
                    TEXT_COLUMNS.contains(name) ? Column.text(name, "") : Column.number(name, ""))
            .toList();
    return TableReader.read(file, columns);
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new StoreException("cannot list " + parent + ": " + failure.getMessage(), failure);
    }
  }
}
