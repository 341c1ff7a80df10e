package temper.studies.schedulegallery;

import java.util.List;
import temper.lab.study.Claim;
import temper.stats.Exact;
import temper.stats.Region;

/** What papers state about a schedule alone, without a search that it steers. */
final class GalleryClaims {

  /** A recurrence of ten thousand steps rounds in each. */
  private static final double ROUNDING = 1e-11;

  private GalleryClaims() {}

  static List<Claim> all() {
    return List.of(
        claim(
            "GALLERY-SGDR",
            "Loshchilov, Hutter (2017), equation 5 and section 3",
            "With a first cycle of 10 epochs and a factor of 2 the rate restarts at epochs 10, 30 and"
                + " 70 and falls along half a cosine in between, to its minimum at epoch 150.",
            Statements.RESTARTS),
        claim(
            "GALLERY-CLR",
            "Smith (2017), section 3",
            "The cyclical rate rises linearly from the base for one step size and falls back for"
                + " another; its amplitude stays, is halved in each cycle, or both bounds decline"
                + " exponentially with the step.",
            Statements.TRIANGLES),
        claim(
            "GALLERY-WARMUP",
            "Vaswani and others (2017), equation 3",
            "The rate rises linearly for the warm-up and then falls as the inverse square root of the"
                + " step, continuously.",
            Statements.ATTENTION),
        claim(
            "GALLERY-LAM",
            "Cicirello (2021), table 1",
            "The target of the acceptance rate after 0.1, 0.2, 1 and 2 percent of a run is 0.9769,"
                + " 0.9547, 0.8073 and 0.6809.",
            Statements.ACCEPTANCE),
        claim(
            "GALLERY-LUNDY-MEES",
            "Lundy, Mees (1986); beta after Connolly (1990)",
            "The recurrence T' = T / (1 + beta T) leads from one temperature to the other in the given"
                + " number of steps.",
            Statements.RECURRENCE));
  }

  private static Claim claim(String id, String place, String text, String statement) {
    String quantity = "largest relative difference of the schedule from the paper's formula";
    return new Claim(
        id,
        place,
        text,
        quantity,
        Claim.EXACT,
        "at most 1e-11",
        "cannot diverge: a function of the step",
        "",
        List.of(Statements.NAME),
        tables ->
            List.of(
                new Claim.Part(
                    quantity,
                    new Exact(
                        tables
                            .trials(Statements.NAME)
                            .where("statement", statement)
                            .numbers("difference")[0]),
                    Region.atMost(ROUNDING))));
  }
}
