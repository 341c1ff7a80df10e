package temper.studies.largeratedynamics;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Claim;
import temper.lab.study.Tables;

/**
 * A claim of this study before its test is attached.
 *
 * @param id unique within the project
 * @param place where it stands
 * @param text what is stated
 * @param reduced in which respects our scale is smaller; empty if in none
 */
record Statement(String id, String place, String text, String reduced) {

  Claim tested(
      String test,
      String quantity,
      String region,
      String divergence,
      List<String> experiments,
      Function<Tables, List<Claim.Part>> evaluation) {
    return new Claim(
        id, place, text, quantity, test, region, divergence, reduced, experiments, evaluation);
  }
}
