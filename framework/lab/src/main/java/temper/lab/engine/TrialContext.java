package temper.lab.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.data.FileData;
import temper.lab.data.DataFolder;
import temper.lab.data.MissingDataException;
import temper.lab.store.Artifact;
import temper.lab.store.ArtifactSink;
import temper.lab.store.StoreException;
import temper.lab.study.Experiment;
import temper.lab.study.FileContent;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** The trial as its experiment sees it: collects rows and metrics as CSV text. */
final class TrialContext implements Trial {

  /** Saving takes at most this part of the time. */
  private static final int SAVING_PART = 100;

  private static final String ARTIFACTS = TableSchema.ARTIFACTS.name();

  /** How long a trial that is to stop may go on to where it saves itself. */
  private static final long SAVING_PATIENCE_NANOS = 1_000_000_000;

  private final Experiment<?> experiment;
  private final List<String> declared;
  private final long id;
  private final int replicate;
  private final StreamRoot root;
  private final List<FileData> files;
  private final DataFolder data;
  private final StopSignal stop;

  private final CheckpointSlot checkpoints;
  private final ArtifactSink artifacts;
  private final TrialOutput output;
  private final Underway.Share share;
  private final Set<String> handedOver = new HashSet<>();
  private long nextCheckpoint;
  private boolean saves;
  private boolean asked;
  private long askedAt;
  private @Nullable RuntimeException ended;

  TrialContext(
      ExperimentPlan<?> plan,
      long index,
      List<String> datasets,
      List<FileData> declaredFiles,
      TrialServices services,
      TrialFiles files,
      Underway.Share share) {
    this.experiment = plan.experiment();
    this.declared = datasets;
    this.id = plan.id(index);
    this.replicate = plan.replicate(index);
    this.root = services.root();
    this.files = declaredFiles;
    this.data = services.data();
    this.stop = services.stop();
    this.checkpoints = files.checkpoints();
    this.artifacts = files.artifacts();
    this.share = share;
    this.output = new TrialOutput(plan.layout().metrics(), plan.layout().tables());
    this.nextCheckpoint = nextCheckpoint(0);
  }

  TrialOutput output() {
    return output;
  }

  /**
   * Throws what ended the trial from outside: the wish to stop, a disk or a data set that cannot be
   * used. It is no outcome of the trial, even if the experiment's code swallowed it and went on.
   */
  void rethrowEnd() {
    if (ended != null) {
      throw ended;
    }
  }

  private <T> T outside(Supplier<T> service) {
    try {
      return service.get();
    } catch (StoreException | MissingDataException notTheTrials) {
      ended = notTheTrials;
      throw notTheTrials;
    }
  }

  private CancellationException stopping() {
    CancellationException end = new CancellationException("the run is to stop");
    ended = end;
    return end;
  }

  /** When the next offer is taken, after a save that took so long. */
  private long nextCheckpoint(long saving) {
    return System.nanoTime()
        + Math.min(Long.MAX_VALUE / 2, Math.max(checkpoints.intervalNanos(), SAVING_PART * saving));
  }

  @Override
  public int replicate() {
    return replicate;
  }

  @Override
  public RandomStream stream(String purpose, long... indices) {
    return root.stream(experiment.name(), replicate, purpose, indices);
  }

  @Override
  public Dataset dataset(String name) {
    if (!declared.contains(name)) {
      throw new IllegalArgumentException(
          "experiment '"
              + experiment.name()
              + "' did not declare data set '"
              + name
              + "'; it declared "
              + declared);
    }
    return outside(() -> data.open(name));
  }

  @Override
  public Dataset dataset(FileData wanted) {
    if (!files.contains(wanted)) {
      throw new IllegalArgumentException(
          "experiment '"
              + experiment.name()
              + "' did not declare files "
              + wanted.files()
              + "; it declared "
              + files.stream().map(FileData::files).toList());
    }
    return outside(() -> data.read(wanted));
  }

  @Override
  public void row(String table, @Nullable Object... cells) {
    if (table.equals(ARTIFACTS) && output.declares(TableSchema.ARTIFACTS)) {
      throw new IllegalArgumentException(
          "the rows of table 'artifacts' are written by Trial.artifact");
    }
    output.row(table, cells);
  }

  @Override
  public void artifact(String name, FileContent content) {
    if (!output.declares(TableSchema.ARTIFACTS)) {
      throw new IllegalArgumentException(
          "experiment '"
              + experiment.name()
              + "' hands over the file '"
              + name
              + "' and does not list TableSchema.ARTIFACTS among its tables");
    }
    if (!Artifact.isName(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a file of a trial: " + Artifact.NAME_FORM);
    }
    if (handedOver.contains(name)) {
      throw new IllegalArgumentException("file '" + name + "' was handed over before");
    }
    Artifact artifact = outside(() -> artifacts.write(id, name, content));
    handedOver.add(name);
    output.row(ARTIFACTS, new Object[] {artifact.file(), artifact.bytes(), artifact.sha256()});
  }

  @Override
  public void metric(String name, double value) {
    output.metric(name, value);
  }

  @Override
  public void metric(String name, long value) {
    output.metric(name, value);
  }

  @Override
  public void metric(String name, String value) {
    output.metric(name, value);
  }

  @Override
  public void metric(String name, boolean value) {
    output.metric(name, value);
  }

  @Override
  public void progress(double done) {
    share.tell(done);
    if (!stop.raised()) {
      return;
    }
    long now = System.nanoTime();
    if (!asked) {
      asked = true;
      askedAt = now;
    }
    // A trial that saves itself is stopped where it does that, unless it no longer does.
    if (!saves || now - askedAt > SAVING_PATIENCE_NANOS) {
      throw stopping();
    }
  }

  @Override
  public boolean resume(StateReader reader) {
    byte[] saved = outside(() -> Optional.ofNullable(checkpoints.load())).orElse(null);
    if (saved == null) {
      return false;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
      TrialOutput.State state = output.readState(in);
      reader.read(in);
      output.restore(state);
      handedOver.addAll(output.firstCells(TableSchema.ARTIFACTS));
      share.resumed();
      return true;
    } catch (IOException damaged) {
      return false;
    }
  }

  @Override
  public void checkpoint(StateWriter writer) {
    saves = true;
    boolean leaving = stop.raised();
    long begin = System.nanoTime();
    if (!leaving && begin - nextCheckpoint < 0) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      output.writeState(out);
      writer.write(out);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    outside(
        () -> {
          checkpoints.save(bytes.toByteArray());
          return true;
        });
    nextCheckpoint = nextCheckpoint(System.nanoTime() - begin);
    if (leaving) {
      throw stopping();
    }
  }
}
