package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;
import temper.lab.study.Column;

/** Damaged files of a result folder cost trials at most, and the run ends in the same bytes. */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreFuzzTest {

  private static final Fixture PLAN = new Fixture(2, 2);
  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r\n",
          "ok",
          "failed",
          "trial",
          "0000000000000000",
          ",,,,",
          "\n\n",
          "\"\n\"",
          "NaN",
          "Infinity",
          "1e400");

  /** A file that a run reads when it resumes. */
  private enum Kept {
    TRIALS("descent/trials.csv"),
    CURVE("descent/curve.csv"),
    REMARKS("descent/remarks.csv"),
    CHECKSUMS("descent/checksums.csv"),
    UNCHECKED("descent/unchecked.csv"),
    JOURNAL(".temper/journal-descent.log"),
    OWNER(".temper/owner.json");

    private final String path;

    Kept(String path) {
      this.path = path;
    }
  }

  @TempDir Path temporary;
  private final Map<String, byte[]> whole = new TreeMap<>();
  private Map<String, String> results = Map.of();
  private Path folder = Path.of("");

  @BeforeEach
  void runUndisturbed() throws IOException {
    folder = temporary.resolve("results");
    Fixture.run(folder, PLAN, FaultyDisk.none());
    results = Fixture.results(folder);
    for (Kept kept : Kept.values()) {
      Path file = folder.resolve(kept.path);
      if (Files.exists(file)) {
        whole.put(kept.path, Files.readAllBytes(file));
      }
    }
    whole.put(Kept.UNCHECKED.path, bytes("trial\n" + TrialRecord.hex(PLAN.id(0)) + "\n"));
    whole.put(
        Kept.OWNER.path,
        bytes(
            "{\"host\":\"here\",\"pid\":7,\"started\":\"2026-01-01T00:00:00Z\",\"since\":\"then\","
                + "\"command\":\"run\"}"));
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void aDamagedFileCostsTrialsAndNoByte(Kept kept) {
    damage(kept, Fuzz.FEW);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Kept.class)
  void thousandsOfTimesADamagedFileCostsTrialsAndNoByte(Kept kept) {
    // The tables are read by one parser, and so together have as many inputs as the journal.
    damage(kept, kept == Kept.JOURNAL ? Fuzz.MANY : Fuzz.MANY / 5);
  }

  private void damage(Kept kept, int inputs) {
    Mutations mutations = new Mutations(List.of(whole.get(kept.path)), TOKENS);
    new Fuzz(kept.path, mutations)
        .run(
            inputs,
            bytes -> {
              begin(kept);
              Files.write(folder.resolve(kept.path), bytes);
              Fixture.run(folder, PLAN, FaultyDisk.none());
              assertEquals(results, settled());
            });
  }

  /** The folder as it was, without the journal where that would mend all. */
  private void begin(Kept kept) throws IOException {
    FaultTest.delete(folder);
    for (Map.Entry<String, byte[]> file : whole.entrySet()) {
      boolean wanted =
          switch (kept) {
            case JOURNAL -> file.getKey().equals(Kept.JOURNAL.path);
            case OWNER -> !file.getKey().equals(Kept.UNCHECKED.path);
            default -> !file.getKey().startsWith(".") && !file.getKey().equals(Kept.UNCHECKED.path);
          };
      if (wanted) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    Files.createDirectories(folder.resolve(kept.path).getParent());
  }

  /** The results without what was set aside, and without marks that cost nobody a byte. */
  private Map<String, String> settled() {
    Map<String, String> now = Fixture.results(folder);
    now.keySet().removeIf(name -> name.contains("set-aside") || name.equals(Kept.UNCHECKED.path));
    return now;
  }

  @Test
  void craftedRecordsOfAJournalAreReadOrLeftOut() {
    craft(Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandCraftedRecordsOfAJournalAreReadOrLeftOut() {
    craft(Fuzz.MANY);
  }

  /** Payloads and lengths are damaged and then given the checksums that fit. */
  private void craft(int inputs) {
    byte[] journal = whole.get(Kept.JOURNAL.path);
    int length = ByteBuffer.wrap(journal).getInt(Journal.HEADER + 4);
    int from = Journal.HEADER + Journal.RECORD_HEADER;
    byte[] payload = java.util.Arrays.copyOfRange(journal, from, from + length);
    Mutations mutations = new Mutations(List.of(payload), List.of());
    new Fuzz("crafted journal", mutations, StoreException.class)
        .run(
            inputs,
            bytes -> {
              begin(Kept.JOURNAL);
              boolean lies = bytes.length % 3 == 0;
              int told =
                  lies ? ByteBuffer.wrap(bytes.length < 4 ? new byte[4] : bytes).getInt() : 0;
              ByteBuffer out =
                  ByteBuffer.allocate(Journal.HEADER + Journal.RECORD_HEADER + bytes.length);
              out.put(journal, 0, Journal.HEADER);
              out.putInt(ByteBuffer.wrap(journal).getInt(Journal.HEADER));
              out.putInt(lies ? told : bytes.length).putInt(crc(bytes, 0, bytes.length));
              out.putInt(crc(out.array(), Journal.HEADER, 12)).put(bytes);
              Files.write(folder.resolve(Kept.JOURNAL.path), out.array());
              try (StudyFolder opened = StudyFolder.open(folder, "test", FaultyDisk.none())) {
                ExperimentStore store = opened.experiment(Fixture.LAYOUT);
                assertTrue(store.size() <= 1);
                for (long i = 0; i < PLAN.size(); i++) {
                  store.read(PLAN.id(i));
                }
              }
            });
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32C check = new CRC32C();
    check.update(bytes, from, length);
    return (int) check.getValue();
  }

  @Test
  void damagedTablesAreReadOrRefused() {
    tables(Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedTablesAreReadOrRefused() {
    tables(Fuzz.MANY);
  }

  private void tables(int inputs) {
    List<Column> columns =
        List.of(
            Column.text("trial", "t"),
            Column.integer("replicate", "r"),
            Column.number("rate", "x"),
            Column.text("label", "l"),
            Column.integer("step", "s"),
            Column.number("loss", "l"));
    Path file = temporary.resolve("curve.csv");
    new Fuzz(
            "table",
            new Mutations(List.of(whole.get(Kept.CURVE.path)), TOKENS),
            StoreException.class)
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              assertTrue(TableReader.read(file, columns).rows() >= 0);
            });
  }

  @Test
  void damagedCheckpointsAreWholeOrNone() {
    checkpoints(Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedCheckpointsAreWholeOrNone() {
    checkpoints(Fuzz.MANY);
  }

  private void checkpoints(int inputs) {
    byte[] state = bytes("the state of a trial, " + "x".repeat(100));
    try (StudyFolder opened = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      Checkpoints checkpoints = opened.checkpoints();
      checkpoints.save(7, state);
      Path file = folder.resolve(".temper/checkpoints/0000000000000007");
      byte[] saved = Files.readAllBytes(file);
      new Fuzz("checkpoint", new Mutations(List.of(saved), List.of()))
          .run(
              inputs,
              bytes -> {
                Files.write(file, bytes);
                Optional<byte[]> loaded = checkpoints.load(7);
                loaded.ifPresent(found -> assertArrayEquals(state, found));
              });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aCheckpointOfGigabytesIsNoneAndTakesNoMemory() throws IOException {
    try (StudyFolder opened = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      Checkpoints checkpoints = opened.checkpoints();
      checkpoints.save(7, new byte[100]);
      stretch(folder.resolve(".temper/checkpoints/0000000000000007"));

      assertEquals(Optional.empty(), checkpoints.load(7));
    }
  }

  @Tag("slow")
  @Test
  void aTableOfOneEndlessLineIsNone() throws IOException {
    begin(Kept.CHECKSUMS);
    Path file = folder.resolve(Kept.CHECKSUMS.path);
    Files.writeString(file, "first_trial,");
    stretch(file);
    Fixture.run(folder, PLAN, FaultyDisk.none());
    assertEquals(results, settled());
  }

  /** Two gigabytes with a hole, which take no room on the disk. */
  private static void stretch(Path file) throws IOException {
    try (RandomAccessFile stretched = new RandomAccessFile(file.toFile(), "rw")) {
      stretched.setLength(2L << 30);
    }
  }

  @Test
  void damagedProvenanceIsMadeAnew() {
    provenance(Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandTimesDamagedProvenanceIsMadeAnew() {
    provenance(Fuzz.MANY);
  }

  private static void provenance(int inputs) {
    Provenance now =
        new Provenance("run", "c", "1", "abc", false, "17", "Linux", "amd64", 2, "then", "now");
    byte[] first = now.toJson(Set.of("one", "two"), Optional.empty());
    new Fuzz("provenance", new Mutations(List.of(first), List.of("{", "[", "null", ":")))
        .run(
            inputs,
            bytes -> {
              byte[] made = now.toJson(Set.of("two"), Optional.of(bytes));
              assertTrue(new String(made, StandardCharsets.UTF_8).contains("\"two\""));
              assertFalse(JsonDifference.between(bytes, first).isEmpty());
            });
  }

  @Test
  void listsOfDamagedFilesStayShort() throws IOException {
    begin(Kept.TRIALS);
    List<String> lines = new ArrayList<>(List.of(results.get(Kept.TRIALS.path).split("\n", -1)));
    for (int i = 0; i < 5000; i++) {
      lines.add(1, "nonsense");
    }
    Files.writeString(folder.resolve(Kept.TRIALS.path), String.join("\n", lines));
    try (StudyFolder opened = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      assertTrue(opened.experiment(Fixture.LAYOUT).notices().size() < 200);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
