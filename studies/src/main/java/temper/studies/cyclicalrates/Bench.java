package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.data.Selection;
import temper.data.Standardization;
import temper.lab.study.Trial;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.studies.training.TrainingParameters;

/**
 * What is trained, the same in all arms of an experiment: the data, the network, and how it is
 * measured on the way.
 *
 * @param data the data set
 * @param inputs how stored features become inputs
 * @param model the network
 * @param batch examples in a batch
 * @param decay weight decay
 * @param probe number of test examples on which a network is measured on its way; at its end it is
 *     measured on all of them
 * @since 0.3
 */
public record Bench(
    @Doc("The data set") Choice<DatasetPlugin<?>> data,
    @Doc("How stored features become inputs") Standardization inputs,
    @Doc("The network") Choice<ModelPlugin<?>> model,
    @Doc("Examples in a batch") @Positive int batch,
    @Doc("Weight decay") @NonNegative double decay,
    @Doc("Number of test examples on which a network is measured on its way") @Positive int probe) {

  /** A published data set, or some of its train examples drawn at random. */
  static Choice<DatasetPlugin<?>> published(PublishedDataset plugin, OptionalInt train) {
    return new Choice<>(plugin, new Selection(train, OptionalInt.empty(), 0, false, List.of(), 0));
  }

  /** A quantity that does not change. */
  static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }

  /** The published data set that a trial needs, if it needs one. */
  List<String> datasets() {
    return data.plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }

  /** The number of train examples of a trial. */
  int examples(Trial trial) {
    return DatasetPlugin.of(data, trial::stream, trial::dataset).train().rows();
  }

  /** A run on this bench; its rate and its length are still to be said. */
  TrainingParameters training() {
    return TrainingParameters.defaults()
        .withData(data)
        .withInputs(inputs)
        .withModel(model)
        .withBatch(batch)
        .withOptimizer(sgd(constant(0.9), false));
  }

  /** Stochastic gradient descent whose velocity is a sum of steps, as in Caffe. */
  Choice<OptimizerPlugin<?>> sgd(Choice<SchedulePlugin<?>> momentum, boolean nesterov) {
    return new Choice<>(
        new Sgd(), new Sgd.Parameters(momentum, nesterov, true, constant(decay), "coupled"));
  }
}
