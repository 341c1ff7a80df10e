package temper.lab.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the command's exit code tells a script. Stable for ever. */
enum ExitCode {
  DONE(0, "done"),
  INTERNAL_ERROR(1, "internal error"),
  USAGE(2, "the command line is wrong"),
  CONFIG_INVALID(
      3, "a config is invalid, or results were registered with another config or other code"),
  TRIALS_FAILED(4, "some trials failed"),
  CLAIM_REFUTED(5, "a claim is refuted (only with --strict)"),
  CLAIM_INCONCLUSIVE(6, "a claim is inconclusive (only with --strict)"),
  VERIFICATION_MISMATCH(7, "verification found other bytes"),
  LOCKED(8, "the results are locked by a live process"),
  IO_ERROR(74, "a file cannot be read or written"),
  INTERRUPTED(130, "interrupted, or the time limit came first; run again to resume");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /** Every code with its meaning, for the help. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      meanings.put(" " + exit.code, exit.meaning);
    }
    return meanings;
  }
}
