package temper.lab.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.engine.Registration;
import temper.lab.store.Provenance;
import temper.lab.store.StoreException;
import temper.lab.store.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was written down of a result before and beside its trials: seeds, code, claims, commands.
 *
 * @param root name of the root of all random streams
 * @param claimCode fingerprint of the code that decides claims
 * @param config hash of the resolved configuration
 * @param experiments what is known of each experiment
 * @param claims what is known of each claim
 */
record Registered(
    String root,
    String claimCode,
    String config,
    Map<String, OfExperiment> experiments,
    Map<String, OfClaim> claims) {

  /**
   * An experiment.
   *
   * @param code fingerprint of the code of its trials
   * @param command the command that last ran trials of it
   * @param commit the commit that ran them
   */
  record OfExperiment(String code, String command, String commit) {}

  /**
   * A claim.
   *
   * @param quantity what is estimated
   * @param region the values that count as reproduced
   * @param experiments names of the experiments that it is decided on
   */
  record OfClaim(String quantity, String region, List<String> experiments) {

    /** Copies the list. */
    OfClaim {
      experiments = List.copyOf(experiments);
    }
  }

  /** Reads the registration and the provenance of a result folder. */
  static Registered read(Path folder) {
    JsonNode registration = json(folder.resolve(Registration.FILE));
    JsonNode provenance = json(folder.resolve(Provenance.FILE));
    Map<String, OfExperiment> experiments = new LinkedHashMap<>();
    for (JsonNode one : registration.path("experiments")) {
      String name = text(one, "experiment");
      JsonNode ran = provenance.path("experiments").path(name);
      boolean own = !ran.isMissingNode();
      experiments.put(
          name,
          new OfExperiment(
              text(one, "code"),
              text(own ? ran : provenance, "command"),
              own ? text(ran, "commit") : text(provenance.path("git"), "commit")));
    }
    Map<String, OfClaim> claims = new LinkedHashMap<>();
    for (JsonNode one : registration.path("claims")) {
      List<String> names = new ArrayList<>();
      one.path("experiments").forEach(name -> names.add(name.asString("")));
      claims.put(
          text(one, "claim"), new OfClaim(text(one, "quantity"), text(one, "region"), names));
    }
    return new Registered(
        text(registration, "root"),
        text(registration, "claims_code"),
        text(provenance, "config"),
        experiments,
        claims);
  }

  /** The study that a result folder is of. */
  static String study(Path folder) {
    return text(json(folder.resolve(Registration.FILE)), "study");
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static JsonNode json(Path file) {
    try {
      return JsonMapper.builder().build().readTree(WholeFile.text(file));
    } catch (IOException | JacksonException unreadable) {
      throw new StoreException("cannot read " + file, unreadable);
    }
  }
}
