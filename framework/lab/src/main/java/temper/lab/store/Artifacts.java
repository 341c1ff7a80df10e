package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import temper.lab.study.FileContent;

/**
 * The files that the trials of an experiment handed over, in a folder for each trial. A file is
 * there as a whole or not at all. Safe for use by several threads, as long as each trial is the
 * business of one.
 *
 * @since 0.3
 */
public final class Artifacts implements ArtifactSink {

  /** The name of their folder beside the tables. */
  static final String FOLDER = "artifacts";

  private final Path folder;
  private final FileWriter writer;

  Artifacts(Path experimentFolder, FileWriter writer) {
    this.folder = experimentFolder.resolve(FOLDER);
    this.writer = writer;
  }

  /** The files of one experiment in a folder of results. */
  static Path folder(Path experimentFolder, long id) {
    return experimentFolder.resolve(FOLDER).resolve(TrialRecord.hex(id));
  }

  @Override
  public Artifact write(long id, String name, FileContent content) {
    Path file = folder(Objects.requireNonNull(folder.getParent()), id).resolve(name);
    try {
      Path parent = Objects.requireNonNull(file.getParent());
      writer.disk().createDirectories(parent);
      try (ReplacingOutput out = writer.output(file)) {
        Artifact artifact = new DigestOutput(stream(out)).take(name, content);
        if (out.commit()) {
          writer.disk().forceDirectory(parent);
        }
        return artifact;
      }
    } catch (IOException e) {
      throw StoreException.of("cannot write", file, e);
    }
  }

  private static OutputStream stream(ReplacingOutput out) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }
    };
  }

  /**
   * Deletes the files of a trial, if there are any.
   *
   * @param id identifier of the trial
   * @throws StoreException if they cannot be deleted
   */
  public void delete(long id) {
    Path own = folder(Objects.requireNonNull(folder.getParent()), id);
    if (!Files.isDirectory(own)) {
      return;
    }
    try {
      List<Path> files;
      try (Stream<Path> listed = Files.list(own)) {
        files = listed.toList();
      }
      for (Path file : files) {
        writer.disk().delete(file);
      }
      writer.disk().delete(own);
    } catch (IOException e) {
      throw StoreException.of("cannot delete the files of a trial that failed in", own, e);
    }
  }

  /**
   * Takes over files of finished trials from another folder, those that are not here.
   *
   * @return how many were left out, since they are not what their trials wrote
   */
  int takeFrom(Path experimentFolder, long id, ArtifactRows rows) {
    int damaged = rows.damaged();
    for (Artifact artifact : rows.artifacts()) {
      Path theirs = folder(experimentFolder, id).resolve(artifact.file());
      Path ours = folder(Objects.requireNonNull(folder.getParent()), id).resolve(artifact.file());
      if (Files.exists(theirs) && !Files.exists(ours)) {
        if (artifact.equals(read(theirs))) {
          copy(theirs, id, artifact.file());
        } else {
          damaged++;
        }
      }
    }
    return damaged;
  }

  private void copy(Path theirs, long id, String name) {
    try {
      write(id, name, out -> Files.copy(theirs, out));
    } catch (UncheckedIOException e) {
      throw StoreException.of("cannot read", theirs, Objects.requireNonNull(e.getCause()));
    }
  }

  /** What a file is now. */
  static Artifact read(Path file) {
    DigestOutput digest = new DigestOutput(OutputStream.nullOutputStream());
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(digest);
    } catch (IOException e) {
      throw StoreException.of("cannot read", file, e);
    }
    return digest.artifact(String.valueOf(file.getFileName()));
  }
}
