package temper.studies.cyclicalrates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.studies.InterruptibleTrial;

/** A trial that is stopped in the middle goes on as if nothing had happened. */
final class ResumedTrialTest {

  static Stream<Experiment<?>> experiments() {
    return Stream.of(Policies.reduced(), RangeTests.perceptron());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  <P extends Record> void anInterruptedTrialFindsTheSame(Experiment<P> experiment) {
    P cell = experiment.design(Profile.SMOKE, NoTables.INSTANCE).cell().apply(0);
    InterruptibleTrial whole = new InterruptibleTrial("resumed", experiment.name());
    experiment.run(cell, whole);
    InterruptibleTrial first = new InterruptibleTrial("resumed", experiment.name()).stopFrom(0.55);
    assertThrows(CancellationException.class, () -> experiment.run(cell, first));

    InterruptibleTrial second = first.again();
    experiment.run(cell, second);

    assertFalse(whole.written().isEmpty());
    assertEquals(whole.written(), second.written());
  }
}
