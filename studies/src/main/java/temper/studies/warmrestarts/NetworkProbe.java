package temper.studies.warmrestarts;

import temper.data.Examples;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.schedule.builtin.Constant;
import temper.studies.training.TrainingParameters;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Snapshot;
import temper.train.Trainer;

/** Evaluates networks that are given to it, on some examples of a trial. */
final class NetworkProbe {

  /** At a momentum of 0.1, the statistics there were before keep 1.5 % of their weight. */
  private static final int BATCHES = 40;

  private final Trainer trainer;
  private final Evaluator evaluator;

  private NetworkProbe(Trainer trainer, Evaluator evaluator) {
    this.trainer = trainer;
    this.evaluator = evaluator;
  }

  /** A probe of networks that are trained as the parameters say; it changes none of them. */
  static NetworkProbe of(TrainingParameters training, Trial trial, Part part) {
    TrainingSetup setup =
        new TrainingSetup(
            training
                .withOptimizer(Optimizers.plain())
                .withRate(new Choice<>(new Constant(), new Constant.Parameters(0))),
            trial);
    Trainer trainer = setup.trainer();
    Examples examples =
        switch (part) {
          case TEST -> setup.data().test();
          case CURVE -> TestExamples.ofCurve(setup.data());
        };
    return new NetworkProbe(trainer, setup.evaluator(trainer, examples));
  }

  /** The examples of a probe. */
  enum Part {
    /** All test examples. */
    TEST,
    /** The test examples of curves. */
    CURVE
  }

  /** Evaluates a network under the batch-norm statistics that belong to it. */
  Evaluation evaluate(Snapshot network) {
    place(network);
    return trainer.evaluate(evaluator);
  }

  /**
   * Evaluates parameters that no training has passed through, such as an average or a point between
   * two networks. Their batch-norm statistics are estimated on train batches, at a learning rate of
   * 0.
   */
  Evaluation evaluateSettled(Snapshot network) {
    place(network);
    for (int batch = 0; batch < BATCHES; batch++) {
      trainer.step();
    }
    return trainer.evaluate(evaluator);
  }

  /** The probabilities that a network gives to each class of each example. */
  double[] predict(Snapshot network) {
    place(network);
    return trainer.predict(evaluator);
  }

  private void place(Snapshot network) {
    trainer.parameters().copyFrom(network.parameters());
    trainer.state().copyFrom(network.state());
  }
}
