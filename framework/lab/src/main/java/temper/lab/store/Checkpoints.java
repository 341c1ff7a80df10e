package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The states of trials that are not finished, a file each. A file that is damaged is as good as
 * none: its trial starts at its beginning. Safe for use by several threads, as long as each trial
 * is the business of one.
 *
 * @since 0.1
 */
public final class Checkpoints {

  private static final int MAGIC = 0x74636B31; // "tck1"
  private static final int HEADER = 12;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}");

  private final Path folder;
  private final FileWriter writer;
  private final Consumer<Notice> notices;

  Checkpoints(Path folder, FileWriter writer, Consumer<Notice> notices) {
    this.folder = folder;
    this.writer = writer;
    this.notices = notices;
  }

  /**
   * Saves the state of a trial in the place of an earlier one.
   *
   * @param id identifier of the trial
   * @param state any bytes
   * @throws StoreException if the state cannot be written; an earlier one is then still there
   */
  public void save(long id, byte[] state) {
    Path file = file(id);
    ByteBuffer content = ByteBuffer.allocate(HEADER + state.length);
    content.putInt(MAGIC).putInt(state.length).putInt(crc(id, state)).put(state);
    try {
      writer.disk().createDirectories(folder);
      try (ReplacingOutput out = writer.output(file)) {
        out.write(content.array());
        out.commit();
      }
    } catch (IOException e) {
      throw StoreException.of("cannot save a checkpoint in", file, e);
    }
  }

  /**
   * Loads the state of a trial.
   *
   * @param id identifier of the trial
   * @return the bytes last saved, empty if there are none or they are damaged
   * @throws StoreException if there is a state that cannot be read
   */
  public Optional<byte[]> load(long id) {
    Path file = file(id);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
      // A length is believed, and memory taken, only if the file is as long.
      if (header.remaining() == HEADER
          && header.getInt() == MAGIC
          && header.getInt(4) == size - HEADER) {
        byte[] state = in.readNBytes(header.getInt());
        if (header.getInt() == crc(id, state)) {
          return Optional.of(state);
        }
      }
    } catch (IOException e) {
      throw StoreException.of("cannot read the checkpoint", file, e);
    }
    notices.accept(
        new Notice(file.toString(), 0, "damaged checkpoint ignored; the trial starts anew"));
    return Optional.empty();
  }

  /**
   * Deletes the state of a trial, if there is one.
   *
   * @param id identifier of the trial
   * @throws StoreException if it cannot be deleted
   */
  public void delete(long id) {
    try {
      writer.disk().delete(file(id));
    } catch (IOException e) {
      throw StoreException.of("cannot delete the checkpoint", file(id), e);
    }
  }

  /**
   * The trials of which there is a state.
   *
   * @return their identifiers, ascending
   * @throws StoreException if they cannot be listed
   */
  public SortedSet<Long> ids() {
    SortedSet<Long> ids = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return ids;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(NAME.asMatchPredicate())
          .forEach(name -> ids.add(TrialRecord.id(name)));
    } catch (IOException e) {
      throw StoreException.of("cannot list the checkpoints in", folder, e);
    }
    return ids;
  }

  private Path file(long id) {
    return folder.resolve(TrialRecord.hex(id));
  }

  private static int crc(long id, byte[] state) {
    CRC32C check = new CRC32C();
    check.update(ByteBuffer.allocate(8).putLong(0, id));
    check.update(state);
    return (int) check.getValue();
  }
}
