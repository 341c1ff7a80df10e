package temper.lab.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.StoreException;
import temper.lab.store.WholeFile;
import temper.lab.study.Claim;
import temper.lab.study.FileNames;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was fixed before the first trial: seeds, claims, cells and code. Two runs with different
 * registrations are never mixed.
 *
 * @param json the registration as it stands in {@code registration.json}
 * @since 0.1
 */
public record Registration(String json) {

  /** The name of the file in a result folder. */
  public static final String FILE = "registration.json";

  /** The difference that is none as long as the claims come out the same. */
  static final String CLAIM_CODE_CHANGED = "the code that decides the claims changed";

  private static final String CODE_CHANGED = ": code changed";
  private static final String PLUGINS = "plugins";
  private static final String FILES = "files";
  private static final String SETTINGS = "settings";

  /** What differs where only other cells or replicates are asked for. */
  private static final List<String> PLAN_FIELDS =
      List.of("cells", "replicates", "plan", PLUGINS, FILES);

  private static final int LONGEST_NAME = 100;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * What is registered of an experiment.
   *
   * @param name name of the experiment
   * @param cells number of cells; -1 if decided by earlier experiments
   * @param replicates number of replicates; -1 if decided by earlier experiments
   * @param plan fingerprint of the plan, or by which experiments it is decided
   * @param settings what a user set of the parameters of cells that earlier experiments decide;
   *     empty if nothing, or where the cells are known
   * @param code fingerprint of the code of a trial, but for that of plug-ins
   * @param plugins fingerprints of the plug-ins that cells choose and of data sets, by class
   * @param files SHA-256 of the files of the user's own that cells read, by path
   */
  public record ExperimentEntry(
      String name,
      long cells,
      int replicates,
      String plan,
      String settings,
      String code,
      SortedMap<String, String> plugins,
      SortedMap<String, String> files) {

    /** Copies plug-ins and files. */
    public ExperimentEntry {
      plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
  }

  /**
   * Registers a study.
   *
   * @param study the study
   * @param profile size of the run
   * @param root name of the root of all random streams
   * @param claimCode fingerprint of the code that evaluates the claims
   * @param experiments what is registered of each experiment
   * @return the registration
   */
  public static Registration of(
      Study study,
      Profile profile,
      String root,
      String claimCode,
      List<ExperimentEntry> experiments) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("format", 1);
    node.put("study", study.name());
    node.put("profile", profile.label());
    node.put("root", root);
    ArrayNode experimentNodes = node.putArray("experiments");
    for (ExperimentEntry entry : experiments) {
      ObjectNode child = experimentNodes.addObject();
      child.put("experiment", entry.name());
      if (entry.cells() >= 0) {
        child.put("cells", entry.cells());
        child.put("replicates", entry.replicates());
      }
      child.put("plan", entry.plan());
      if (!entry.settings().isEmpty()) {
        child.put(SETTINGS, entry.settings());
      }
      child.put("code", entry.code());
      if (!entry.plugins().isEmpty()) {
        ObjectNode plugins = child.putObject(PLUGINS);
        entry.plugins().forEach(plugins::put);
      }
      if (!entry.files().isEmpty()) {
        ObjectNode files = child.putObject(FILES);
        entry.files().forEach(files::put);
      }
    }
    node.put("claims_code", claimCode);
    ArrayNode claimNodes = node.putArray("claims");
    for (Claim claim : study.claims()) {
      ObjectNode child = claimNodes.addObject();
      child.put("claim", claim.id());
      child.put("place", claim.place());
      child.put("statement", claim.statement());
      child.put("quantity", claim.quantity());
      child.put("test", claim.test());
      child.put("region", claim.region());
      child.put("divergence", claim.divergence());
      child.put("reduced", claim.reduced());
      ArrayNode names = child.putArray("experiments");
      claim.experiments().forEach(names::add);
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return new Registration(MAPPER.writer().with(printer).writeValueAsString(node) + "\n");
  }

  /**
   * Refuses a folder whose registration names other seeds than its study file.
   *
   * @param folder a result folder
   * @param study the study as the folder's study file has it
   * @throws RegistrationChangedException if profile or root differ
   * @throws StoreException if the registration cannot be read
   */
  public static void requireSeeds(Path folder, ResolvedStudy study) {
    Path file = folder.resolve(FILE);
    try {
      JsonNode node = MAPPER.readTree(WholeFile.text(file));
      if (!node.path("root").asString("").equals(study.rootName())
          || !node.path("profile").asString("").equals(study.profile().label())) {
        throw new RegistrationChangedException(
            folder, List.of("its study file names another profile or other seeds than " + FILE));
      }
    } catch (IOException | JacksonException unreadable) {
      throw new StoreException("cannot read " + file, unreadable);
    }
  }

  /**
   * The registration as bytes of its file.
   *
   * @return UTF-8
   */
  public byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The fingerprint of the code of an experiment's trials, that of plug-ins included; empty if it
   * is not registered.
   */
  String code(String experiment) {
    JsonNode entry =
        byKey("experiment", MAPPER.readTree(json).path("experiments"))
            .getOrDefault(experiment, MAPPER.createObjectNode());
    String code = entry.path("code").asString("");
    JsonNode plugins = entry.path(PLUGINS);
    return plugins.isEmpty() ? code : Hashes.sha256(code + plugins);
  }

  /** The checksums of the files of the user's own that an experiment's cells read, by path. */
  SortedMap<String, String> files(String experiment) {
    SortedMap<String, String> files = new TreeMap<>();
    try {
      byKey("experiment", MAPPER.readTree(json).path("experiments"))
          .getOrDefault(experiment, MAPPER.createObjectNode())
          .path(FILES)
          .properties()
          .forEach(file -> files.put(file.getKey(), file.getValue().asString("")));
    } catch (JacksonException damaged) {
      return files; // Comparing with it tells that it is.
    }
    return files;
  }

  /**
   * What differs from another registration.
   *
   * @param other an earlier registration
   * @return one line for each difference; empty if both are equal
   */
  public List<String> differencesFrom(Registration other) {
    return differences(other).stream().map(Difference::text).toList();
  }

  /**
   * Something that differs between two registrations.
   *
   * @param text what, in a line
   * @param experiments the experiments that it is about; empty if it is about all of them
   */
  record Difference(String text, Set<String> experiments) {

    private static Difference ofAll(String text) {
      return new Difference(text, Set.of());
    }
  }

  /** What differs from another registration, and which experiments that concerns. */
  List<Difference> differences(Registration other) {
    if (json.equals(other.json)) {
      return List.of();
    }
    List<Difference> out = new ArrayList<>();
    try {
      JsonNode now = MAPPER.readTree(json);
      JsonNode then = MAPPER.readTree(other.json);
      for (String key : List.of("study", "profile", "root")) {
        if (!now.path(key).equals(then.path(key))) {
          out.add(Difference.ofAll(key + " changed"));
        }
      }
      if (!now.path("claims_code").equals(then.path("claims_code"))) {
        out.add(Difference.ofAll(CLAIM_CODE_CHANGED));
      }
      compare("experiment", now.path("experiments"), then.path("experiments"), out);
      compare("claim", now.path("claims"), then.path("claims"), out);
    } catch (JacksonException damaged) {
      out.add(
          Difference.ofAll(
              "the registration of the earlier run cannot be read: "
                  + damaged.getOriginalMessage()));
    }
    return out.isEmpty() ? List.of(Difference.ofAll("the text of the registration differs")) : out;
  }

  /** Whether a difference, as it is told, is one of code alone. */
  static boolean isOfCode(String difference) {
    return difference.equals(CLAIM_CODE_CHANGED) || difference.endsWith(CODE_CHANGED);
  }

  /** Whether a difference, as it is told, is one of cells or replicates alone. */
  static boolean isOfPlan(String difference) {
    return PLAN_FIELDS.stream().anyMatch(field -> difference.endsWith(": " + field + " changed"));
  }

  /**
   * The experiments that an entry is about: itself, or those that a claim stands on. A name that
   * cannot be one was damaged, so that nobody knows: then it is about all.
   */
  private static Set<String> experiments(String key, String name, JsonNode... entries) {
    Set<String> names = new LinkedHashSet<>();
    if (key.equals("experiment")) {
      names.add(name);
    } else {
      for (JsonNode entry : entries) {
        entry.path("experiments").forEach(one -> names.add(one.asString("")));
      }
    }
    return names.stream().allMatch(Registration::isName) ? names : Set.of();
  }

  private static boolean isName(String text) {
    return FileNames.isHyphenated(text) && FileNames.isPortable(text);
  }

  private static void compare(String key, JsonNode now, JsonNode then, List<Difference> out) {
    Map<String, JsonNode> before = byKey(key, then);
    byKey(key, now)
        .forEach(
            (name, entry) -> {
              JsonNode old = before.remove(name);
              if (old == null) {
                out.add(
                    new Difference(
                        key + " " + shown(name) + " is new", experiments(key, name, entry)));
              } else {
                for (String change : changes(entry, old)) {
                  out.add(
                      new Difference(
                          key + " " + shown(name) + ": " + change,
                          experiments(key, name, entry, old)));
                }
              }
            });
    before.forEach(
        (name, old) ->
            out.add(
                new Difference(key + " " + shown(name) + " is gone", experiments(key, name, old))));
  }

  /** A name that may have been damaged. */
  private static String shown(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
  }

  /** What differs. Another plug-in or file is another plan, a changed plug-in changed code. */
  private static Set<String> changes(JsonNode entry, JsonNode old) {
    Set<String> changes = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      boolean whole = !field.getKey().equals(PLUGINS) && !field.getKey().equals(FILES);
      if (whole && !field.getValue().equals(old.path(field.getKey()))) {
        changes.add(field.getKey() + " changed");
      }
    }
    if (old.has(SETTINGS) && !entry.has(SETTINGS)) {
      changes.add(SETTINGS + " changed");
    }
    boolean otherCode = !differing(entry.path(PLUGINS), old.path(PLUGINS)).isEmpty();
    if (otherCode) {
      changes.add("code changed");
    }
    List<String> files = differing(entry.path(FILES), old.path(FILES));
    if (!files.isEmpty()) {
      boolean one = files.size() == 1;
      changes.add(
          (one ? "the file " : "the files ")
              + String.join(", ", files)
              + (one ? " has other content" : " have other content"));
    }
    for (String names : List.of(PLUGINS, FILES)) {
      if (!names(entry.path(names)).equals(names(old.path(names)))) {
        changes.add(names + " changed");
      }
    }
    return changes;
  }

  /** The names that both have, with other values. */
  private static List<String> differing(JsonNode now, JsonNode then) {
    return now.properties().stream()
        .filter(one -> then.has(one.getKey()) && !then.path(one.getKey()).equals(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.properties().forEach(one -> names.add(one.getKey()));
    return names;
  }

  private static Map<String, JsonNode> byKey(String key, JsonNode list) {
    Map<String, JsonNode> out = new LinkedHashMap<>();
    list.forEach(entry -> out.put(entry.path(key).asString(""), entry));
    return out;
  }
}
