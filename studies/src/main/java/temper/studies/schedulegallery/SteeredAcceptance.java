package temper.studies.schedulegallery;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;
import temper.schedule.Controller;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.builtin.ModifiedLam;
import temper.schedule.builtin.SelfTuningLam;

/**
 * Simulated annealing of OneMax, whose cost is the number of zero bits times a scale, under a
 * temperature that steers itself: the problem of Cicirello (2021), section 3.1.1.
 */
final class SteeredAcceptance implements Experiment<SteeredAcceptance.Params> {

  static final String NAME = "steered-acceptance";
  static final String COURSE = "course";
  private static final int BITS = 256;
  private static final int BINS = 50;

  /**
   * A controller and the cost that it meets.
   *
   * @param controller the temperature
   * @param scale cost of a zero bit
   * @param proposals length of the run
   */
  record Params(
      @Doc("the temperature") Choice<ControllerPlugin<?>> controller,
      @Doc("cost of a zero bit") @Positive double scale,
      @Doc(value = "length of the run", unit = "proposals") @Range(min = 100) int proposals) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Acceptance rate of annealing under temperatures that follow a target rate.";
  }

  @Override
  public Params defaults() {
    return new Params(Choice.ofDefaults(new SelfTuningLam()), 1, 10_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.text("name", "name of the controller"),
        Column.number(
            "error", "mean square of the difference of accepted share and target over the bins"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "Course of a run, a row for each fiftieth of it.",
            List.of(
                Column.number("elapsed", "elapsed part of the run, at the middle of the row"),
                Column.number("accepted", "accepted share of the proposals"),
                Column.number("target", "mean target of the acceptance rate"),
                Column.number("temperature", "temperature at the end"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    List<Params> cells = new ArrayList<>();
    for (Choice<ControllerPlugin<?>> controller :
        List.<Choice<ControllerPlugin<?>>>of(
            Choice.ofDefaults(new ModifiedLam()), Choice.ofDefaults(new SelfTuningLam()))) {
      for (double scale : new double[] {1, 10, 100}) {
        cells.add(new Params(controller, scale, 10_000));
      }
    }
    return Design.of(cells, profile == Profile.FULL ? 30 : profile == Profile.QUICK ? 10 : 5);
  }

  @Override
  public void run(Params p, Trial trial) {
    Controller controller = create(p.controller.plugin(), p);
    Schedule target = ModifiedLam.target(p.proposals);
    RandomStream start = trial.stream("start");
    RandomStream proposal = trial.stream("proposal");
    RandomStream accept = trial.stream("accept");
    boolean[] bits = new boolean[BITS];
    for (int i = 0; i < BITS; i++) {
      bits[i] = start.uniform() < 0.5;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int first = (int) ((long) p.proposals * bin / BINS);
      int end = (int) ((long) p.proposals * (bin + 1) / BINS);
      int accepted = 0;
      double targets = 0;
      for (int i = first; i < end; i++) {
        int bit = proposal.nextInt(BITS);
        double change = bits[bit] ? p.scale : -p.scale;
        boolean taken =
            change <= 0 || accept.uniform() < StableMath.exp(-change / controller.value());
        bits[bit] ^= taken;
        accepted += taken ? 1 : 0;
        targets += target.at(i + 1.0);
        controller.observeProposal(change, taken);
      }
      double share = accepted / (double) (end - first);
      double wanted = targets / (end - first);
      error += (share - wanted) * (share - wanted) / BINS;
      trial.row(COURSE, (bin + 0.5) / BINS, share, wanted, controller.value());
    }
    trial.metric("name", p.controller.plugin().name());
    trial.metric("error", error);
  }

  @SuppressWarnings("unchecked") // A choice has checked that the parameters are the plug-in's.
  private static <P extends Record> Controller create(ControllerPlugin<P> plugin, Params p) {
    return plugin.create((P) p.controller.parameters(), Horizon.ofSteps(p.proposals));
  }
}
