package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/** Names that the locale of a process cannot spell. */
@Tag("slow")
class OddNamesIT {

  private static final String NAME = "é日";

  @TempDir java.nio.file.Path folder;

  private TemperProcess plain() {
    return new TemperProcess(folder).environment("LC_ALL", "C").environment("LANG", "C");
  }

  @Test
  void whatALocaleCannotSpellIsRefusedInASentenceAndNeverWrittenElsewhere() {
    for (String[] line :
        new String[][] {
          {"run", "probe", "--profile", "smoke", "--out", NAME},
          {"claims", NAME},
          {"run", NAME + ".yaml"},
          {"run", "probe", "--profile", "smoke", "--data", NAME, "--out", "other"}
        }) {
      Finished finished = plain().run(line);
      String all = String.join(" ", line) + ": " + finished.exitCode() + finished.err();
      // A JVM spells it wrong, refuses it, or has found a locale that can: all but a stack trace.
      assertTrue(finished.exitCode() == 0 || finished.exitCode() == 2, all);
      assertFalse(finished.err().contains("\tat "), all);
    }
  }

  @Test
  void aDataFolderThatTheLocaleCannotSpellIsToldToo() {
    Finished finished =
        plain()
            .environment("TEMPER_DATA", "/" + NAME)
            .run("run", "probe", "--profile", "smoke", "--out", "out");

    assertFalse(finished.err().contains("\tat "), finished.err());
    assertTrue(finished.exitCode() == 0 || finished.exitCode() == 2, finished.err());
    assertEquals(
        0,
        new TemperProcess(folder)
            .run("run", "probe", "--profile", "smoke", "--out", "out")
            .exitCode());
  }
}
