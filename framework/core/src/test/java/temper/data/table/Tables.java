package temper.data.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assertions;
import temper.data.Dataset;
import temper.data.PublishedDataset;

/** Tables in memory, and parameters that differ from the defaults in a few. */
final class Tables {

  private final Map<String, byte[]> files = new HashMap<>();
  String testFile = "";
  String label = "";
  String target = "";
  List<String> ignore = List.of();
  List<String> categorical = List.of();
  Separator separator = Separator.COMMA;
  DecimalMark decimal = DecimalMark.POINT;
  boolean standardizeTarget;
  OptionalInt train = OptionalInt.empty();
  OptionalInt test = OptionalInt.of(0);
  int validation;
  boolean balanced;
  List<String> classes = List.of();
  double labelNoise;

  private Tables() {}

  static Tables of(String text) {
    return new Tables().with("t.csv", text);
  }

  static Tables of(byte[] content) {
    Tables tables = new Tables();
    tables.files.put("t.csv", content);
    return tables;
  }

  Tables with(String file, String text) {
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Tables with(String file, byte[] content) {
    files.put(file, content);
    return this;
  }

  Tables label(String name) {
    label = name;
    return this;
  }

  Tables target(String name) {
    target = name;
    return this;
  }

  CsvTable.Parameters parameters() {
    return parameters("t.csv");
  }

  CsvTable.Parameters parameters(String file) {
    return new CsvTable.Parameters(
        file,
        optional(testFile),
        optional(label),
        optional(target),
        ignore,
        categorical,
        separator,
        decimal,
        standardizeTarget,
        train,
        test,
        validation,
        balanced,
        classes,
        labelNoise);
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  PublishedDataset.Files files() {
    return name -> {
      byte[] content = files.get(name);
      if (content == null) {
        throw new IOException("no " + name);
      }
      return new ByteArrayInputStream(content);
    };
  }

  Dataset read() {
    return read("t.csv");
  }

  Dataset read(String file) {
    try {
      return new CsvTable().source(parameters(file)).read(files());
    } catch (IOException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The problems of a table that is refused, a line each. */
  List<String> problems() {
    return problems("t.csv");
  }

  List<String> problems(String file) {
    TableException refused =
        Assertions.assertThrows(
            TableException.class, () -> new CsvTable().source(parameters(file)).read(files()));
    return refused.problems().stream().map(TableProblem::toString).toList();
  }
}
