package temper.studies.training;

import java.util.OptionalDouble;
import temper.data.DatasetPlugin;
import temper.data.Standardization;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.studies.training.TrainingParameters.Observed;
import temper.tensor.Precision;
import temper.train.Loss;

/** Parameters while some of them are replaced. */
final class TrainingDraft {

  Choice<DatasetPlugin<?>> data;
  Standardization inputs;
  Choice<ModelPlugin<?>> model;
  Loss loss;
  Choice<OptimizerPlugin<?>> optimizer;
  Choice<ControlPlugin<?>> rate;
  Observed observe;
  double epochs;
  Choice<SchedulePlugin<?>> batch;
  int accumulate;
  int crop;
  boolean flip;
  Length evaluate;
  OptionalDouble stopBelow;
  double divergedAbove;
  Precision precision;
  KeptWeights keepWeights;

  TrainingDraft(TrainingParameters p) {
    data = p.data();
    inputs = p.inputs();
    model = p.model();
    loss = p.loss();
    optimizer = p.optimizer();
    rate = p.rate();
    observe = p.observe();
    epochs = p.epochs();
    batch = p.batch();
    accumulate = p.accumulate();
    crop = p.crop();
    flip = p.flip();
    evaluate = p.evaluate();
    stopBelow = p.stopBelow();
    divergedAbove = p.divergedAbove();
    precision = p.precision();
    keepWeights = p.keepWeights();
  }

  TrainingParameters finish() {
    return new TrainingParameters(
        data,
        inputs,
        model,
        loss,
        optimizer,
        rate,
        observe,
        epochs,
        batch,
        accumulate,
        crop,
        flip,
        evaluate,
        stopBelow,
        divergedAbove,
        precision,
        keepWeights);
  }
}
