package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import temper.lab.source.SourceCode;
import temper.lab.store.ResultFolder;
import temper.lab.store.StudyFolder;

/**
 * A user's Java file beside the results that it gave, so that the folder alone can be verified. Its
 * checksum lies in a file of the form that {@code sha256sum -c} reads.
 *
 * @param code the file
 */
record KeptCode(SourceCode code) {

  private static final String CHECKSUM = "code.sha256";
  private static final String BETWEEN = "  ";
  private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}  [A-Za-z0-9_]+\\.java");

  void write(StudyFolder folder) {
    String line = code.sha256() + BETWEEN + code.fileName() + "\n";
    folder.write(code.fileName(), code.bytes());
    folder.write(CHECKSUM, line.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts the file aside with the results that it gave. */
  static void setAside(StudyFolder folder) {
    checksum(folder)
        .ifPresent(
            line -> {
              folder.setAside(fileName(line));
              folder.setAside(CHECKSUM);
            });
  }

  /** Says what is wrong with the file of a folder, if it has one and something is. */
  static Optional<String> damage(ResultFolder folder) {
    Optional<String> line = checksum(folder);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    String name = fileName(line.get());
    String now = folder.read(name).map(Hashes::sha256).orElse("");
    return line.get().startsWith(now + BETWEEN)
        ? Optional.empty()
        : Optional.of(
            name
                + (now.isEmpty() ? " is gone" : " is not what its checksum says")
                + "; `temper run` with the file that ran writes it again");
  }

  private static Optional<String> checksum(ResultFolder folder) {
    return folder
        .read(CHECKSUM)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
        .filter(line -> LINE.matcher(line).matches());
  }

  private static String fileName(String line) {
    return line.substring(line.indexOf(BETWEEN) + BETWEEN.length());
  }
}
