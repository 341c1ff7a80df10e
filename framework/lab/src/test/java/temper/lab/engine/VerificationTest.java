package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.study.DivergedException;
import temper.lab.study.Study;

/** What verification finds, and what it leaves alone. */
class VerificationTest {

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  @Test
  void aRecordOfAnotherPureRunIsFoundByVerification() {
    AtomicInteger impurity = new AtomicInteger();
    Probe probe =
        Probe.of(3, 2, (cell, trial) -> trial.metric("value", cell.number() + impurity.get()));
    Study study = Probe.study(List.of(), probe);
    Probe.run(study, folder, stop);
    assertEquals(List.of(), verify(study, stop).mismatches());

    impurity.set(1);
    Verification.Result result = verify(study, stop);

    assertEquals(6, result.compared());
    assertEquals(6, result.mismatches().size());
    assertTrue(result.mismatches().get(0).contains("metrics were "), result.toString());
  }

  @Test
  void aVerificationThatIsStoppedSaysHowFarItCame() {
    StopSignal late = StopSignal.unlimited();
    AtomicInteger ran = new AtomicInteger();
    Probe probe =
        Probe.of(
            20,
            1,
            (cell, trial) -> {
              if (ran.incrementAndGet() > 20) {
                late.raise(StopSignal.Reason.TIME_LIMIT);
              }
              trial.metric("value", cell.number());
            });
    Study study = Probe.study(List.of(), probe);
    Probe.run(study, folder, stop);

    Verification.Result result = verify(study, late);

    assertEquals(20, result.sampled());
    assertTrue(result.compared() < 20, result.toString());
  }

  @Test
  void verificationSeesOutcomesAndRowsToo() {
    AtomicInteger turn = new AtomicInteger();
    Probe probe =
        Probe.of(
            2,
            1,
            (cell, trial) -> {
              if (turn.get() == 1 && cell.number() == 0) {
                throw new DivergedException("now");
              }
              trial.row("rows", turn.get());
              trial.metric("value", 0.0);
            });
    Study study = Probe.study(List.of(), probe);
    Probe.run(study, folder, stop);
    turn.set(1);

    String mismatches = verify(study, stop).mismatches().toString();

    assertTrue(mismatches.contains("outcome was ok, is diverged"), mismatches);
    assertTrue(mismatches.contains("the rows of its tables differ"), mismatches);
  }

  @Test
  void aTrialThatHasMemoryOnceItIsAloneDiffersInNothing() {
    AtomicInteger crowds = new AtomicInteger();
    AtomicInteger attempts = new AtomicInteger();
    Probe probe =
        Probe.of(
            4,
            1,
            (cell, trial) -> {
              if (cell.number() == 1) {
                attempts.incrementAndGet();
                if (crowds.getAndDecrement() > 0) {
                  throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
                }
              }
              trial.metric("value", cell.number());
            });
    Study study = Probe.study(List.of(), probe);
    Probe.run(study, folder, stop);
    crowds.set(1);
    attempts.set(0);

    Verification.Result result = verify(study, stop);

    assertEquals(List.of(), result.mismatches());
    assertEquals(4, result.compared());
    assertEquals(2, attempts.get());
    crowds.set(2);
    assertEquals(1, verify(study, stop).mismatches().size(), "even alone it has too little");
  }

  @Test
  void aTrialThatIsTooLargeEvenAloneFailsAgainInTheSameWay() {
    Study study =
        Probe.study(
            List.of(),
            Probe.second(
                (cell, trial) -> {
                  throw new OutOfMemoryError("Java heap space");
                }));
    assertEquals(1, Probe.run(study, folder, stop).failed());

    assertEquals(List.of(), verify(study, stop).mismatches());
  }

  private Verification.Result verify(Study study, StopSignal signal) {
    return Verification.verify(
        Probe.resolved(study), folder, 100, "", Probe.settings(signal), RunListener.NONE);
  }

  @Test
  void whatIsNotFinishedIsSaid() {
    Probe few = Probe.of(3, 2, (cell, trial) -> trial.metric("value", cell.number()));
    Probe many = Probe.of(4, 2, (cell, trial) -> trial.metric("value", cell.number()));
    Probe.run(Probe.study(List.of(), few), folder, stop);
    try (StudyRun planned =
        StudyRun.open(
            Probe.resolved(Probe.study(List.of(), many)),
            folder,
            Probe.settings(stop),
            RunListener.NONE)) {
      planned.summary();
    }
    List<String> notices = new ArrayList<>();

    Verification.verify(
        Probe.resolved(Probe.study(List.of(), many)),
        folder,
        100,
        "",
        Probe.settings(stop),
        new RunListener() {
          @Override
          public void notice(String message) {
            notices.add(message);
          }
        });

    assertEquals(
        List.of(
            "not verified: probe: 2 of 8 trials are not finished; the command that began them"
                + " resumes"),
        notices);
  }

  @Test
  void theBoundIsExact() {
    assertEquals(
        0.0487,
        new Verification.Result(1000, 60, 60, List.of(), List.of(), List.of()).upperBound(),
        5e-5);
    assertEquals(
        0, new Verification.Result(60, 60, 60, List.of(), List.of(), List.of()).upperBound());
    double bound =
        new Verification.Result(1000, 10, 10, List.of(), List.of(), List.of()).upperBound();
    assertEquals(0.05, Math.pow(1 - bound, 10), 1e-12);
  }
}
