package temper.lab.bench;

import temper.data.BatchOrder;
import temper.data.Batches;
import temper.data.ExampleOrder;
import temper.data.Examples;
import temper.data.FeatureShape;
import temper.data.InputScaling;
import temper.data.LastBatch;
import temper.data.Standardization;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.Schedules;
import temper.tensor.KernelProvider;
import temper.tensor.Precision;
import temper.train.BatchSource;
import temper.train.ExampleBatches;
import temper.train.Loss;
import temper.train.Trainer;

/** Sets up the training of a network on random examples, as a study would. */
final class NetworkWork {

  private static final int BATCHES = 8;

  private NetworkWork() {}

  /** A training task; without classes the one batch holds all examples, with real targets. */
  record Task(
      Choice<ModelPlugin<?>> model,
      Loss loss,
      Precision precision,
      FeatureShape features,
      int classes,
      int batch,
      double momentum,
      double operationsPerExample) {}

  static Work of(Task task, KernelProvider kernels, int trial) {
    StreamRoot root = new StreamRoot("bench");
    RandomStream random = root.stream("network", trial, "data");
    boolean full = task.classes() == 0;
    Examples examples = examples(task, full ? task.batch() : BATCHES * task.batch(), random);
    InputScaling scaling = InputScaling.fit(Standardization.UNIT, examples);
    ExampleOrder order =
        full
            ? ExampleOrder.sequential(examples.rows())
            : ExampleOrder.shuffled(examples.rows(), root.stream("network", trial, "order"));
    Batches batches =
        new Batches(examples, scaling, new BatchOrder(order, task.batch(), LastBatch.DROPPED));
    BatchSource source =
        full ? ExampleBatches.full(batches, task.loss()) : ExampleBatches.of(batches, task.loss());
    int outputs = task.loss() == Loss.CROSS_ENTROPY ? task.classes() : 1;
    Model model =
        ModelPlugin.of(task.model(), ExampleBatches.exampleShape(task.features()), outputs);
    Trainer trainer =
        new Trainer(
            new Trainer.Settings(
                kernels.create(task.precision()),
                model,
                task.loss(),
                source,
                descent(task.momentum()),
                Controller.of(Schedules.constant(full ? 0.1 : 1e-3)),
                true,
                purpose -> root.stream("network", trial, purpose)));
    return new Work(trainer::step, task.batch(), task.operationsPerExample() * task.batch());
  }

  private static temper.optim.Optimizer descent(double momentum) {
    Choice<SchedulePlugin<?>> none = constant(0);
    Sgd.Parameters parameters =
        new Sgd.Parameters(constant(momentum), false, false, none, "coupled");
    return OptimizerPlugin.of(new Choice<>(new Sgd(), parameters), Horizon.endless());
  }

  private static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }

  private static Examples examples(Task task, int rows, RandomStream random) {
    int columns = task.features().size();
    double[] features = new double[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.gaussian();
    }
    if (task.classes() == 0) {
      double[] targets = new double[rows];
      for (int i = 0; i < rows; i++) {
        targets[i] = features[i * columns] + random.gaussian();
      }
      return Examples.ofTargets(features, targets, columns);
    }
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = (int) (random.uniform() * task.classes());
    }
    if (task.features().area() == 1) {
      return Examples.ofNumbers(features, labels, columns);
    }
    byte[] pixels = new byte[features.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.min(255, Math.max(0, Math.round(128 + 50 * features[i])));
    }
    return Examples.ofPixels(pixels, labels, task.features());
  }
}
