package temper.lab.study;

import temper.schedule.Controller;
import temper.train.Trainer;

/**
 * An experiment whose trials train one network each, so that tools can train it in another way than
 * a trial does: a range test of its learning rate, for one.
 *
 * @param <P> the record of parameters
 * @since 0.2
 */
public interface TrainingExperiment<P extends Record> extends Experiment<P> {

  /**
   * The trainer of a trial, before its first step.
   *
   * @param parameters the cell
   * @param trial streams and data; nothing is written
   * @param rate the learning rate instead of the cell's; it observes each batch's loss
   * @return a trainer that takes steps without end
   * @throws IllegalArgumentException if parameters do not fit one another or the data
   */
  Trainer trainer(P parameters, Trial trial, Controller rate);
}
