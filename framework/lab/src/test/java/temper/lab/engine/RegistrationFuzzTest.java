package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.FolderRegistration.Standing;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;
import temper.lab.store.FolderView;
import temper.lab.store.StoreException;
import temper.lab.study.Study;

/** A damaged registration is the same or refused: results of two are never mixed. */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegistrationFuzzTest {

  private static final List<String> TOKENS =
      List.of("{", "}", "[", "]", "null", "true", "\"\"", ":", ",", "\"experiment\"", "\"code\"");

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  private static Study study() {
    return Probe.study(
        List.of(), Probe.of(2, 2, (cell, trial) -> trial.metric("value", cell.number())));
  }

  @Test
  void aDamagedRegistrationIsToldFromAWholeOne() throws IOException {
    Fuzz.Counts counts = differences(Fuzz.FEW);
    assertTrue(counts.refused() > Fuzz.FEW / 2, counts.toString());
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedRegistrationsAreToldFromAWholeOne() throws IOException {
    differences(Fuzz.MANY);
  }

  private Fuzz.Counts differences(int inputs) throws IOException {
    ResolvedStudy resolved = Probe.resolved(study());
    Probe.run(study(), folder, stop);
    Path file = folder.resolve(Registration.FILE);
    byte[] whole = Files.readAllBytes(file);
    return new Fuzz(
            "registration",
            new Mutations(List.of(whole), TOKENS),
            RegistrationChangedException.class,
            StoreException.class)
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              Registration.requireSeeds(folder, resolved);
              try (FolderView view = FolderView.open(folder)) {
                StudyPlans plans = new StudyPlans(resolved, view, Probe.settings(stop));
                FolderRegistration there = new FolderRegistration(resolved, view, plans);
                there.requireSame(List.of(folder));
                assertEquals(Standing.SAME, there.check());
              }
            });
  }

  @Tag("slow")
  @Test
  void aRunUnderADamagedRegistrationIsRefused() throws IOException {
    registrations(Fuzz.MANY / 50);
  }

  private Fuzz.Counts registrations(int inputs) throws IOException {
    Probe.run(study(), folder, stop);
    Path file = folder.resolve(Registration.FILE);
    byte[] whole = Files.readAllBytes(file);
    ResolvedStudy resolved = Probe.resolved(study());
    return new Fuzz(
            "registration",
            new Mutations(List.of(whole), TOKENS),
            RegistrationChangedException.class,
            StoreException.class)
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              try (StudyRun run =
                  StudyRun.open(resolved, folder, Probe.settings(stop), RunListener.NONE)) {
                run.summary();
              } finally {
                Registration.requireSeeds(folder, resolved);
              }
            });
  }

  @Test
  void damagedTimingsAndCodeAreLeftOut() {
    byte[] timings =
        "experiment,trials,seconds\na,1,2.5E-4\nb,2,2.0\n".getBytes(StandardCharsets.UTF_8);
    new Fuzz("timings", new Mutations(List.of(timings), List.of("E", "e", "-", "9".repeat(12))))
        .run(
            Fuzz.FEW * 10, bytes -> assertTrue(new Timings().bytes(Optional.of(bytes)).length > 0));
  }
}
