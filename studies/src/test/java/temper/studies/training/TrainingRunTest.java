package temper.studies.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.plugin.Choice;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;
import temper.studies.InterruptibleTrial;

class TrainingRunTest {

  private static final TrainingParameters STOPPED =
      TrainingParameters.defaults()
          .withEpochs(10)
          .withEvaluate(Length.parse("4 steps"))
          .withStopBelow(0.6);

  private static InterruptibleTrial trial() {
    return new InterruptibleTrial("run", "training");
  }

  private static void run(TrainingParameters parameters, InterruptibleTrial trial) {
    new NetworkTraining("training", "A test.", parameters, profile -> Design.single(parameters, 1))
        .run(parameters, trial);
  }

  @Test
  void aRunThatStoppedEarlyStopsThereAgain() {
    InterruptibleTrial whole = trial();
    run(STOPPED, whole);
    assertTrue(whole.checkpoints() > 0);

    for (int stop = 1; stop <= whole.checkpoints(); stop++) {
      InterruptibleTrial first = trial().stopAfter(stop);
      assertThrows(CancellationException.class, () -> run(STOPPED, first));
      InterruptibleTrial second = first.again();
      run(STOPPED, second);

      assertEquals(whole.written(), second.written(), "stopped at checkpoint " + stop);
    }
  }

  @Test
  void aRunWhoseLastStepLeavesNoFiniteWeightsHasDiverged() {
    Choice<ControlPlugin<?>> rate = new Choice<>(new Constant(), new Constant.Parameters(1e38));
    TrainingParameters once = TrainingParameters.defaults().withEpochs(1e-3).withRate(rate);

    assertThrows(DivergedException.class, () -> run(once, trial()));
  }
}
