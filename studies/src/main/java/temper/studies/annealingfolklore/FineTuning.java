package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.nn.Parameter;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.studies.training.TrainingParameters;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.tensor.Tensor;
import temper.train.Outcome;
import temper.train.Trainer;
import temper.train.TrainingLoop;

/**
 * A network that was trained on five classes learns the other five from a tenth of the data, and
 * for comparison one that was not: what linear decay gains in each. The last layer starts anew.
 */
final class FineTuning implements Experiment<FineTuning.Params> {

  static final String PRETRAINED = "pretrained";
  static final String SCRATCH = "scratch";

  static final FineTuning PERCEPTRON_TUNING = new FineTuning("fine-tuning-tuning", false, true);
  static final FineTuning PERCEPTRON = new FineTuning("fine-tuning", false, false);
  static final FineTuning CONVOLUTIONAL_TUNING =
      new FineTuning("fine-tuning-convolutional-tuning", true, true);
  static final FineTuning CONVOLUTIONAL = new FineTuning("fine-tuning-convolutional", true, false);

  private static final List<Integer> FIRST = List.of(0, 1, 2, 3, 4);
  private static final List<Integer> SECOND = List.of(5, 6, 7, 8, 9);
  private static final double DIVERGED = 1e6;

  /**
   * Where training starts and how it goes on.
   *
   * @param start whether the network was trained before
   * @param data the data set; a generated one is the same task both times, with more data at first
   * @param net the network
   * @param law the schedule of the learning rate
   * @param rate its base rate
   * @param train number of train examples
   * @param before number of train examples of the first training
   * @param beforeEpochs passes of the first training, under cosine decay
   * @param beforeRate base rate of the first training
   * @param epochs passes over the train examples
   */
  record Params(
      @Doc("whether the network was trained before") @OneOf({PRETRAINED, SCRATCH}) String start,
      @Doc("the data set") @OneOf({"fashion-mnist", "mnist", "cifar-10", Arm.SYNTHETIC})
          String data,
      @Doc("the network") @OneOf({Arm.SMALL, Arm.DEEP, Arm.CONVOLUTIONAL}) String net,
      @Doc("the schedule of the learning rate") @OneOf({"constant", "linear"}) String law,
      @Doc("its base rate") @Positive double rate,
      @Doc("number of train examples") @Range(min = 10) int train,
      @Doc("number of train examples of the first training") @Range(min = 10) int before,
      @Doc("passes of the first training") @Positive double beforeEpochs,
      @Doc("base rate of the first training") @Positive double beforeRate,
      @Doc("passes over the train examples") @Positive double epochs) {

    Arm arm() {
      return Arm.standard()
          .withData(data)
          .withNet(net)
          .withTrain(train)
          .withEpochs(epochs)
          .withLaw(Law.named(law))
          .withRate(rate);
    }

    Params with(String otherStart, Law otherLaw, double otherRate) {
      return new Params(
          otherStart,
          data,
          net,
          otherLaw.label(),
          otherRate,
          train,
          before,
          beforeEpochs,
          beforeRate,
          epochs);
    }
  }

  private final String name;
  private final boolean convolutional;
  private final boolean tuning;

  private FineTuning(String name, boolean convolutional, boolean tuning) {
    this.name = name;
    this.convolutional = convolutional;
    this.tuning = tuning;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return (tuning ? "Base rates for: " : "")
        + "What linear decay gains in fine-tuning"
        + (convolutional ? " a convolutional network." : ".");
  }

  @Override
  public Params defaults() {
    return new Params(
        PRETRAINED,
        convolutional ? "cifar-10" : "fashion-mnist",
        convolutional ? Arm.CONVOLUTIONAL : Arm.SMALL,
        Law.LINEAR.label(),
        0.01,
        500,
        5_000,
        10,
        0.05,
        20);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("score", "accuracy that base rates are chosen by"),
        Column.number("test_accuracy", "share of test examples that are classified rightly"));
  }

  @Override
  public List<String> datasets(Params p) {
    return p.arm().datasets();
  }

  @Override
  public List<String> decidedBy() {
    return tuning ? List.of() : List.of(tuningName());
  }

  private String tuningName() {
    return (convolutional ? CONVOLUTIONAL_TUNING : PERCEPTRON_TUNING).name;
  }

  @Override
  public long mostTrials(Profile profile) {
    return tuning ? -1 : 4L * Replicates.networks(profile);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params base = profile == Profile.FULL ? defaults() : synthetic(Arm.of(profile));
    List<Params> cells = new ArrayList<>();
    for (String start : List.of(PRETRAINED, SCRATCH)) {
      for (Law law : List.of(Law.CONSTANT, Law.LINEAR)) {
        Params cell = base.with(start, law, base.rate);
        if (tuning) {
          TunedComparison.candidates(cell.arm(), profile)
              .forEach(arm -> cells.add(cell.with(start, law, arm.rate())));
        } else {
          TunedRates rates = TunedRates.largest(earlier.trials(tuningName()), "score");
          double best = rates.where("start", start).rate("law", law.label());
          cells.add(cell.with(start, law, best));
        }
      }
    }
    return Design.of(cells, tuning ? Replicates.tuning(profile) : Replicates.networks(profile));
  }

  private static Params synthetic(Arm bed) {
    return new Params(
        PRETRAINED,
        bed.data(),
        bed.net(),
        bed.law(),
        0.01,
        bed.train() / 5,
        bed.train(),
        bed.epochs(),
        0.05,
        bed.epochs());
  }

  @Override
  public void run(Params p, Trial trial) {
    Arm arm = p.arm();
    TrainingSetup setup = new TrainingSetup(arm.parameters().withData(arm.dataset(SECOND)), trial);
    Trainer trainer = setup.trainer();
    if (p.start.equals(PRETRAINED)) {
      transfer(pretrained(p, trial), trainer);
    }
    EpochObserver observer = new EpochObserver(setup, trainer, trial, false);
    new TrainingRun(setup, trainer, trial, List.of(observer)).run();
    observer.reportAccuracy();
  }

  /** The first training. It is short and is done again where an interrupted trial goes on. */
  private static Trainer pretrained(Params p, Trial trial) {
    Arm arm =
        p.arm()
            .withTrain(p.before)
            .withEpochs(p.beforeEpochs)
            .withLaw(Law.COSINE)
            .withRate(p.beforeRate);
    TrainingParameters parameters = arm.parameters().withData(arm.dataset(FIRST));
    TrainingSetup setup = new TrainingSetup(parameters, trial);
    Trainer trainer = setup.trainer();
    Outcome outcome =
        new TrainingLoop(
                setup.steps(),
                DIVERGED,
                List.of(
                    (trained, rate, loss) -> {
                      trial.progress(0);
                      return true;
                    }))
            .run(trainer);
    if (outcome.end() == Outcome.End.DIVERGED) {
      throw new DivergedException("the first training diverged at step " + outcome.steps());
    }
    return trainer;
  }

  /** Copies all but the weights and biases of the last layer. */
  private static void transfer(Trainer from, Trainer to) {
    List<Parameter> parameters = to.settings().model().parameters().parameters();
    Tensor source = from.parameters();
    Tensor target = to.parameters();
    for (int i = 0; i < parameters.get(parameters.size() - 2).start(); i++) {
      target.set(i, source.get(i));
    }
    to.state().copyFrom(from.state());
  }
}
