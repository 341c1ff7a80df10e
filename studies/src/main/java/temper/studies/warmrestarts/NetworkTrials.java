package temper.studies.warmrestarts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.data.FileData;
import temper.lab.study.FileContent;
import temper.lab.study.Trial;
import temper.random.RandomStream;

/**
 * One trial as several networks see it that are trained in it one after another. All see the same
 * data; initialisation, order and augmentation are each network's own, those of the first being
 * what a trial of one network has.
 */
final class NetworkTrials {

  private static final String DATA = "data-";

  private final Trial trial;
  private final int networks;
  private final int first;
  private byte[] interrupted = {};

  /** Takes up an interrupted attempt, if there is one. */
  NetworkTrials(Trial trial, int networks) {
    this.trial = trial;
    this.networks = networks;
    int[] reached = new int[1];
    trial.resume(
        in -> {
          reached[0] = in.readInt();
          interrupted = new byte[in.readInt()];
          in.readFully(interrupted);
        });
    this.first = reached[0];
  }

  /** The network, counted from 0, that is to be trained first: those before it are complete. */
  int first() {
    return first;
  }

  /** The trial as a network sees it. */
  Trial of(int network) {
    return new NetworkTrial(network);
  }

  private final class NetworkTrial implements Trial {

    private final int network;

    NetworkTrial(int network) {
      this.network = network;
    }

    @Override
    public int replicate() {
      return trial.replicate();
    }

    @Override
    public RandomStream stream(String purpose, long... indices) {
      if (network == 0 || purpose.startsWith(DATA)) {
        return trial.stream(purpose, indices);
      }
      long[] own = java.util.Arrays.copyOf(indices, indices.length + 1);
      own[indices.length] = network;
      return trial.stream(purpose, own);
    }

    @Override
    public Dataset dataset(String name) {
      return trial.dataset(name);
    }

    @Override
    public Dataset dataset(FileData data) {
      return trial.dataset(data);
    }

    @Override
    public void row(String table, @Nullable Object... cells) {
      trial.row(table, cells);
    }

    @Override
    public void metric(String name, double value) {
      trial.metric(name, value);
    }

    @Override
    public void metric(String name, long value) {
      trial.metric(name, value);
    }

    @Override
    public void metric(String name, String value) {
      trial.metric(name, value);
    }

    @Override
    public void metric(String name, boolean value) {
      trial.metric(name, value);
    }

    @Override
    public void artifact(String name, FileContent content) {
      trial.artifact("network-" + network + "-" + name, content);
    }

    @Override
    public void progress(double done) {
      trial.progress((network + done) / networks);
    }

    @Override
    public boolean resume(StateReader reader) {
      if (network != first || interrupted.length == 0) {
        return false;
      }
      try {
        reader.read(new DataInputStream(new ByteArrayInputStream(interrupted)));
      } catch (IOException e) {
        throw new UncheckedIOException("the state of network " + (network + 1) + " is damaged", e);
      }
      interrupted = new byte[0];
      return true;
    }

    @Override
    public void checkpoint(StateWriter writer) {
      trial.checkpoint(
          out -> {
            ByteArrayOutputStream state = new ByteArrayOutputStream();
            writer.write(new DataOutputStream(state));
            out.writeInt(network);
            out.writeInt(state.size());
            out.write(state.toByteArray());
          });
    }
  }
}
