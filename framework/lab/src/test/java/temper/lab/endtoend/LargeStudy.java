package temper.lab.endtoend;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.random.RandomStream;

/** A study of trials that need memory, write many rows, or take long. */
@AutoService(Study.class)
public final class LargeStudy implements Study {

  @Override
  public String name() {
    return "large";
  }

  @Override
  public String summary() {
    return "Trials that are large or long";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Load());
  }

  @Override
  public List<Claim> claims() {
    return List.of();
  }

  @Override
  public List<Figure> figures() {
    return List.of();
  }

  /** What a trial asks for. */
  public record Size(@NonNegative int megabytes, @NonNegative int rows, @NonNegative int steps) {}

  /** Takes memory, then writes rows, then takes steps with a checkpoint at each. */
  static final class Load implements Experiment<Size> {

    @Override
    public String name() {
      return "load";
    }

    @Override
    public String summary() {
      return "Takes memory, rows and time";
    }

    @Override
    public Size defaults() {
      return new Size(1, 10, 10);
    }

    @Override
    public List<Column> metrics() {
      return List.of(Column.integer("taken", "bytes that were taken"));
    }

    @Override
    public List<TableSchema> tables() {
      return List.of(
          new TableSchema(
              "row", "rows", List.of(Column.integer("n", "n"), Column.number("x", "draw"))));
    }

    @Override
    public Design<Size> design(Profile profile, Tables earlier) {
      return Design.single(defaults(), 1);
    }

    @Override
    public void run(Size size, Trial trial) {
      List<byte[]> memory = new ArrayList<>();
      long taken = 0;
      for (int i = 0; i < size.megabytes(); i++) {
        memory.add(new byte[1 << 20]);
        taken += memory.get(i).length;
      }
      RandomStream random = trial.stream("draws");
      int[] step = {0};
      if (trial.resume(in -> step[0] = in.readInt())) {
        for (int i = 0; i < size.rows() + step[0]; i++) {
          random.nextLong();
        }
      } else {
        for (int i = 0; i < size.rows(); i++) {
          trial.row("row", i, random.nextLong() * 0x1.0p-63);
        }
      }
      while (step[0] < size.steps()) {
        trial.row("row", -step[0], random.nextLong() * 0x1.0p-63);
        step[0]++;
        Pause.aMoment();
        trial.progress((double) step[0] / size.steps());
        trial.checkpoint(out -> out.writeInt(step[0]));
      }
      trial.metric("taken", taken);
    }
  }
}
