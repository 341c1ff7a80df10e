package temper.lab.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.ResultFolder;
import temper.lab.store.StoreException;
import temper.lab.store.WholeFile;

/**
 * How the registration of a result folder stands to that of the code and settings that are running.
 * Changes nothing.
 */
final class FolderRegistration {

  /** How the two stand to one another. */
  enum Standing {
    /** Nothing is registered, or the same. */
    SAME,
    /**
     * Only how claims are computed was rewritten, which is no new claim as long as every number
     * stays.
     */
    CLAIM_CODE_CHANGED,
    /**
     * Something else was registered of experiments of which no trial was run, so that they can be
     * planned anew.
     */
    ONLY_PLANNED,
    /**
     * Fewer cells or replicates were registered of the same experiments on exploratory seeds: a
     * sweep that grows. Every trial that is finished is planned still.
     */
    REPLANNED
  }

  private final ResolvedStudy config;
  private final ResultFolder folder;
  private final Registration now;
  private final Map<String, ExperimentPlan<?>> plans;
  private final Set<String> aside;

  FolderRegistration(ResolvedStudy config, ResultFolder folder, StudyPlans plans) {
    this(config, folder, plans, Set.of());
  }

  /**
   * How a registration stands to a folder.
   *
   * @param aside experiments whose results do not count, since they are about to be put aside
   */
  FolderRegistration(
      ResolvedStudy config, ResultFolder folder, StudyPlans plans, Set<String> aside) {
    this.aside = Set.copyOf(aside);
    this.config = config;
    this.folder = folder;
    this.now = plans.registration();
    this.plans = plans.known();
  }

  /**
   * Compares with what the folder holds.
   *
   * @throws RegistrationChangedException if results are there of another registration, or of none
   */
  Standing check() {
    Optional<byte[]> then = folder.read(Registration.FILE);
    if (then.isEmpty()) {
      if (anyTrials()) {
        throw new RegistrationChangedException(
            folder.path(), List.of(Registration.FILE + " is gone"));
      }
      return Standing.SAME;
    }
    List<Registration.Difference> differences =
        now.differences(new Registration(new String(then.get(), StandardCharsets.UTF_8)));
    if (differences.isEmpty()) {
      return Standing.SAME;
    }
    List<String> held =
        differences.stream()
            .filter(this::concernsTrials)
            .map(Registration.Difference::text)
            .toList();
    if (held.isEmpty()) {
      return Standing.ONLY_PLANNED;
    }
    if (!config.confirmatory() && held.stream().allMatch(Registration::isOfPlan)) {
      // A plan that others decide is none of these: their tables will decide again.
      List<String> lost =
          plans.values().stream()
              .filter(plan -> !aside.contains(plan.experiment().name()))
              .flatMap(plan -> LostTrials.of(folder, plan).stream())
              .toList();
      if (lost.isEmpty()) {
        return Standing.REPLANNED;
      }
      throw RegistrationChangedException.noLongerAskedFor(folder.path(), lost);
    }
    if (held.equals(List.of(Registration.CLAIM_CODE_CHANGED))) {
      return Standing.CLAIM_CODE_CHANGED;
    }
    throw new RegistrationChangedException(folder.path(), held);
  }

  /**
   * Compares with what the folder holds, for those who only read: code that changed since is told
   * and not refused.
   *
   * @return a line for each piece of code of which there are results and that changed since
   * @throws RegistrationChangedException if anything but code differs, or nothing is registered
   */
  List<String> changedCode() {
    try {
      check();
      return List.of();
    } catch (RegistrationChangedException refused) {
      List<String> others =
          refused.differences().stream().filter(line -> !Registration.isOfCode(line)).toList();
      if (!others.isEmpty()) {
        throw new RegistrationChangedException(folder.path(), others);
      }
      return refused.differences();
    }
  }

  /** Whether a difference is about an experiment of which there are trials. */
  private boolean concernsTrials(Registration.Difference difference) {
    Set<String> experiments = difference.experiments();
    return experiments.isEmpty() ? anyTrials() : experiments.stream().anyMatch(this::holdsTrials);
  }

  private boolean anyTrials() {
    return config.study().experiments().stream().anyMatch(one -> holdsTrials(one.name()));
  }

  private boolean holdsTrials(String experiment) {
    return !aside.contains(experiment) && folder.holdsTrials(experiment);
  }

  /**
   * Refuses shards that ran under another registration.
   *
   * @throws RegistrationChangedException if one did
   * @throws StoreException if one has no registration
   */
  void requireSame(List<Path> shards) {
    for (Path shard : shards) {
      String text;
      try {
        text = WholeFile.text(shard.resolve(Registration.FILE));
      } catch (IOException unreadable) {
        throw new StoreException(shard + " has no readable " + Registration.FILE, unreadable);
      }
      List<String> differences = now.differencesFrom(new Registration(text));
      if (!differences.isEmpty()) {
        throw RegistrationChangedException.notMerged(folder.path(), shard, differences);
      }
    }
  }

  /** Whether there are claims that are not what the tables give. */
  boolean claimsDiffer() {
    return new Publication(config, CsvTables.of(folder.path())).changesClaims(folder);
  }

  /**
   * What follows from the tables.
   *
   * @param left experiments whose tables do not count, since not all of their trials are whole
   * @param standing what {@link #check()} said
   * @throws RegistrationChangedException if the code of the claims changed, and with it a claim
   */
  Publication publication(Set<String> left, Standing standing) {
    CsvTables all = CsvTables.of(folder.path());
    List<String> whole = all.experiments().stream().filter(name -> !left.contains(name)).toList();
    Publication publication = new Publication(config, all.only(whole));
    if (standing == Standing.CLAIM_CODE_CHANGED) {
      requireSameVerdicts(publication);
    }
    return publication;
  }

  /**
   * Refuses code that decides claims in another way than it was decided.
   *
   * @throws RegistrationChangedException if a claim that was decided comes out otherwise, or none
   *     was written down
   */
  void requireSameVerdicts(Publication publication) {
    if (publication.changesDecided(folder)) {
      throw new RegistrationChangedException(
          folder.path(), List.of(Registration.CLAIM_CODE_CHANGED + ", and with it the claims"));
    }
  }
}
