package temper.lab.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study in one file, with a schedule of its own, as a user writes it. */
public final class OwnStudy {

  /** The file. */
  public static final String TEXT =
      """
      import java.util.List;
      import temper.lab.study.*;
      import temper.lab.study.chart.*;
      import temper.plugin.*;
      import temper.random.RandomStream;
      import temper.schedule.*;
      import temper.schedule.builtin.*;
      import temper.stats.*;

      final class OwnStudy implements Study {
        private static final String NAME = "own-descent";

        enum Start { NEAR, FAR }

        record Run(@Range(min = 1) int steps, Start start, Choice<SchedulePlugin<?>> rate) {}

        static final class Descent implements Experiment<Run> {
          public String name() { return "descent"; }
          public String summary() { return "Minimises a parabola by gradients with noise"; }
          public Run defaults() { return new Run(50, Start.NEAR, Choice.ofDefaults(new Constant())); }
          public List<Column> metrics() { return List.of(Column.number("loss", "loss at the end")); }

          public Design<Run> design(Profile profile, Tables earlier) {
            Run halved = new Run(50, Start.NEAR, Choice.ofDefaults(new Halved()));
            return Design.of(List.of(defaults(), halved), 12);
          }

          public void run(Run run, Trial trial) {
            RandomStream noise = trial.stream("noise");
            Schedule rate = Schedule.of(run.rate(), Horizon.ofSteps(run.steps()));
            double x = switch (run.start()) { case NEAR -> 1; case FAR -> 10; };
            for (int step = 0; step < run.steps(); step++) {
              x -= rate.at(step) * (x + noise.gaussian());
            }
            trial.metric("loss", loss(x));
          }
        }

        static double loss(double x) {
          return x * x / 2; // a parabola
        }

        /** Half the rate from the middle on. */
        static final class Halved implements SchedulePlugin<Halved.Of> {
          record Of(@Positive double rate) {}
          public String name() { return "halved"; }
          public String summary() { return "Half the rate from the middle on."; }
          public String formula() { return "rate, then rate / 2"; }
          public Source source() { return Source.FOLKLORE; }
          public Of defaults() { return new Of(0.1); }
          public List<Example<Of>> examples() { return List.of(new Example<>("usual", defaults())); }
          public Schedule create(Of of, Horizon horizon) {
            return step -> step < horizon.totalSteps() / 2 ? of.rate() : of.rate() / 2;
          }
        }

        public String name() { return NAME; }
        public String summary() { return "Halving a rate."; }
        public Source source() { return Source.FOLKLORE; }
        public List<Experiment<?>> experiments() { return List.of(new Descent()); }

        private static double[] losses(Tables tables, int arm) {
          return List.copyOf(tables.trials("descent").groupByText("rate").values()).get(arm).numbers("loss");
        }

        public List<Claim> claims() {
          return List.of(
              new Claim("OWN-1", "folklore", "Halving helps.", "difference of losses", "paired-t", "> 0",
                  "none can", "", List.of("descent"),
                  tables -> List.of(new Claim.Part("difference",
                      PairedDifference.of(losses(tables, 0), losses(tables, 1)), Region.above(0)))));
        }

        public List<Figure> figures() {
          return List.of(
              new Figure("losses", "Losses", "The losses.", List.of("descent"),
                  tables -> Chart.of(Panel.of("", Axis.log("loss"), Axis.linear("share of runs"),
                      Distributions.ecdf("constant", Ink.of(0), losses(tables, 0)),
                      Distributions.ecdf("halved", Ink.of(1), losses(tables, 1))))));
        }
      }
      """;

  private OwnStudy() {}

  /**
   * Writes the file.
   *
   * @param folder where to
   * @return the file
   * @throws IOException if it cannot be written
   */
  public static Path write(Path folder) throws IOException {
    return write(folder, TEXT);
  }

  /**
   * Writes another text to the file.
   *
   * @param folder where to
   * @param text the text
   * @return the file
   * @throws IOException if it cannot be written
   */
  public static Path write(Path folder, String text) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve("OwnStudy.java"), text);
  }

  /**
   * Where something stands.
   *
   * @param what a piece of the text
   * @return its line, from 1
   */
  public static int line(String what) {
    return 1 + (int) TEXT.substring(0, TEXT.indexOf(what)).chars().filter(c -> c == '\n').count();
  }

  /**
   * The text with something replaced.
   *
   * @param what a piece of the text
   * @param by what takes its place
   * @return another text
   */
  public static String with(String what, String by) {
    if (!TEXT.contains(what)) {
      throw new IllegalArgumentException("the study has no " + what);
    }
    return TEXT.replace(what, by);
  }
}
