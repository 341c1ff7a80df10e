package temper.lab.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.data.BatchOrder;
import temper.data.Batches;
import temper.data.ExampleOrder;
import temper.data.Examples;
import temper.data.InputScaling;
import temper.data.LastBatch;
import temper.data.Standardization;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.TrainingExperiment;
import temper.lab.study.Trial;
import temper.nn.builtin.Linear;
import temper.optim.Chain;
import temper.optim.ScaleByRate;
import temper.schedule.Controller;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Shape;
import temper.train.ExampleBatches;
import temper.train.Loss;
import temper.train.Trainer;

class RangeTestTest {

  /**
   * A least-squares problem of one weight: f = w x, x = 1, y = 1, so that the loss is (w - 1)^2.
   */
  private record OneWeight() implements TrainingExperiment<OneWeight.Parameters> {

    record Parameters() {}

    @Override
    public Trainer trainer(Parameters parameters, Trial trial, Controller rate) {
      Examples examples = Examples.ofTargets(new double[] {1}, new double[] {1}, 1);
      Batches batches =
          new Batches(
              examples,
              InputScaling.fit(Standardization.UNIT, examples),
              new BatchOrder(ExampleOrder.sequential(1), 1, LastBatch.SMALLER));
      return new Trainer(
          new Trainer.Settings(
              new ScalarKernelProvider().create(Precision.FLOAT64),
              new Linear().create(new Linear.Parameters(false, 0), Shape.of(1), 1),
              Loss.SQUARED_ERROR,
              ExampleBatches.full(batches, Loss.SQUARED_ERROR),
              Chain.of(new ScaleByRate()),
              rate,
              true,
              trial::stream));
    }

    @Override
    public String name() {
      return "one-weight";
    }

    @Override
    public String summary() {
      return "One weight.";
    }

    @Override
    public Parameters defaults() {
      return new Parameters();
    }

    @Override
    public List<Column> metrics() {
      return List.of();
    }

    @Override
    public Design<Parameters> design(Profile profile, Tables earlier) {
      return Design.of(List.of(defaults()), 1);
    }

    @Override
    public void run(Parameters parameters, Trial trial) {}
  }

  private static final ProbeTrial TRIAL =
      new ProbeTrial(
          "study",
          "one-weight",
          name -> {
            throw new IllegalArgumentException(name);
          });

  private static RangeTest.Result run(RangeTest test) {
    return test.run(new OneWeight(), new OneWeight.Parameters(), TRIAL);
  }

  @Test
  void theLossFollowsTheAlgebraAndRatesRiseAsAsked() {
    RangeTest.Result linear = run(new RangeTest(0.1, 0.3, 3, false, 0));
    // (w - 1) is multiplied by (1 - 2 rate) at each step.
    double error = 0.8 * 0.8;
    assertEquals(3, linear.rates().length);
    assertEquals(0.2, linear.rates()[1], 1e-15);
    assertEquals(1, linear.losses()[0], 1e-15);
    assertEquals(error, linear.losses()[1], 1e-15);
    assertEquals(error * 0.6 * 0.6, linear.losses()[2], 1e-15);

    RangeTest.Result exponential = run(new RangeTest(0.01, 0.16, 5, true, 0));
    assertEquals(0.04, exponential.rates()[2], 1e-15);
  }

  @Test
  void theTestEndsWhereTheLossBlowsUp() {
    RangeTest.Result result = run(new RangeTest(0.01, 100, 20, true, 0));

    assertTrue(result.rates().length < 20, "steps " + result.rates().length);
    assertEquals(result.rates().length - 1, result.curve().length());
    // Above a rate of 1 the error grows.
    assertTrue(result.rates()[result.rates().length - 1] > 1);
    String[] lines = result.csv().split("\n", 0);
    assertEquals("step,rate,loss,smoothed_loss", lines[0]);
    assertEquals(result.rates().length + 1, lines.length);
    assertTrue(lines[lines.length - 1].endsWith(","), lines[lines.length - 1]);
  }

  @Test
  void theCurveIsDrawnWithItsMarks() {
    RangeTest.Result result = run(new RangeTest(0.01, 0.9, 50, true, 0));

    String plot = CurvePlot.text(result.curve(), Map.of('V', 0.1, 'M', 0.1), 60);

    assertEquals(16, plot.split("\n", 0).length);
    assertTrue(plot.contains("V") && plot.contains("M") && plot.contains("*"), plot);
    assertTrue(plot.contains("0.0100") && plot.contains("0.900"), plot);
    for (String line : plot.split("\n", 0)) {
      assertTrue(line.length() <= 60, line);
    }
  }

  @Test
  void aProbeTrialKeepsNothingAndHasExploratorySeeds() {
    TRIAL.row("any", 1);
    TRIAL.metric("a", 1.0);
    TRIAL.metric("a", 1L);
    TRIAL.metric("a", "text");
    TRIAL.metric("a", true);
    TRIAL.progress(0.5);
    TRIAL.checkpoint(out -> out.writeInt(1));

    assertFalse(TRIAL.resume(in -> {}));
    assertEquals(0, TRIAL.replicate());
    assertEquals(
        new temper.random.StreamRoot("explore:study").stream("one-weight", 0, "init").longAt(0),
        TRIAL.stream("init").longAt(0));
    assertThrows(IllegalArgumentException.class, () -> TRIAL.dataset("mnist"));
  }

  @Test
  void rangesThatDoNotRiseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RangeTest(0, 1, 10, true, 0));
    assertThrows(IllegalArgumentException.class, () -> new RangeTest(1, 1, 10, true, 0));
    assertThrows(IllegalArgumentException.class, () -> new RangeTest(0.1, 1, 1, true, 0));
    assertThrows(IllegalArgumentException.class, () -> new RangeTest(0.1, 1, 10, true, 1));
  }
}
