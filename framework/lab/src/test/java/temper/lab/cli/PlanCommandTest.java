package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.cli.Call.Ended;

/** Planning looks and registers; it never stands in the way of a change of mind. */
class PlanCommandTest {

  @TempDir Path folder;

  private String out() {
    return folder.resolve("out").toString();
  }

  private static Ended plan(String out, String... more) {
    String[] arguments = new String[6 + more.length];
    String[] first = {"plan", "probe", "--profile", "smoke", "--out", out};
    System.arraycopy(first, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Call.of(arguments);
  }

  @Test
  void whatWasOnlyPlannedCanBePlannedAndRunAnew() {
    assertEquals(0, plan(out()).code());
    assertEquals(0, plan(out(), "-S", "walks.width=2").code());

    Ended run = Call.of("run", "probe", "--profile", "smoke", "--replicates", "5", "--out", out());

    assertEquals(0, run.code(), run.err());
    assertEquals(3, plan(out(), "--replicates", "4").code());
    Ended more = plan(out(), "--replicates", "6");
    assertEquals(0, more.code(), more.err());
    assertTrue(more.err().contains("asks for other trials than were registered: "), more.err());
  }

  @Test
  void planningPutsNothingAside() throws IOException {
    Call.of("run", "probe", "--profile", "smoke", "--out", out());

    Ended fresh = plan(out(), "--fresh");

    assertEquals(2, fresh.code());
    assertTrue(fresh.err().contains("--fresh"), fresh.err());
    try (var files = Files.list(folder.resolve("out"))) {
      assertFalse(files.anyMatch(file -> file.toString().contains("set-aside")));
    }
  }

  @Test
  void aNumberOfReplicatesBelowOneIsRefused() {
    Ended none = plan(out(), "--replicates", "0");

    assertEquals(2, none.code());
    assertTrue(none.err().contains("--replicates must be at least 1, got 0"), none.err());
  }

  @Test
  void theCellsOfASweepAreListedWhereTheyAreAskedFor() throws IOException {
    Path file = folder.resolve("sweep.yaml");
    Files.writeString(
        file,
        """
        format: 1
        study: vary-gain
        name: listed
        experiment: gains
        sweep:
          grid:
            rate: {own: {constant: {value: 0.5}}, other: {constant: {value: 1}}}
            idle: {range: [1, 11, 1]}
        """);

    Ended plan = Call.of("plan", file.toString(), "--cells", "--out", out());

    assertEquals(0, plan.code(), plan.err());
    assertTrue(plan.out().lines().anyMatch(line -> line.matches("idle +rate *")), plan.out());
    assertEquals(11, plan.out().lines().filter(line -> line.matches("[0-9]+ +own *")).count());
    assertEquals(9, plan.out().lines().filter(line -> line.matches("[0-9]+ +other *")).count());
    assertTrue(plan.out().contains("\nand 2 more cells\n"), plan.out());
    assertFalse(
        Call.of("plan", file.toString(), "--out", out()).out().contains("more cells"), plan.out());
  }
}
