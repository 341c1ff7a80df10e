package temper.lab.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import temper.lab.engine.Registration;
import temper.lab.store.StoreException;
import temper.lab.study.Study;
import temper.plugin.Names;
import temper.plugin.Registry;

/**
 * Finds what a name stands for: in the full runs of studies, as in papers, or else in any result
 * folder that is the given one or lies at most two folders beneath it.
 */
final class Search {

  /** {@code results/STUDY/RUN} of a folder of studies. */
  private static final int DEPTH = 2;

  private static final int MOST_LISTED = 12;

  private final Path dir;
  private final Registry<Study> known;
  private final Map<Path, StudyResults> folders = new TreeMap<>();
  private final List<Path> unknown = new ArrayList<>();

  Search(Path dir, Registry<Study> known) {
    this.dir = dir;
    this.known = known;
  }

  /**
   * Explains what a name stands for.
   *
   * @throws Unresolved if there is no such thing, or more than one
   */
  Explanation of(String name) {
    find(dir, DEPTH);
    Optional<Explanation> explained = ofPapers(name);
    return explained.isPresent() ? explained.get() : ofFolders(name);
  }

  private void find(Path folder, int depth) {
    if (Files.isRegularFile(folder.resolve(Registration.FILE))) {
      String study = Registered.study(folder);
      known
          .find(study)
          .ifPresentOrElse(
              one -> folders.put(folder, new StudyResults(dir, one, folder)),
              () -> unknown.add(folder));
    } else if (depth > 0 && Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        inside.filter(Files::isDirectory).sorted().forEach(one -> find(one, depth - 1));
      } catch (IOException unreadable) {
        throw new StoreException("cannot read " + folder, unreadable);
      }
    }
  }

  /** As papers name it, unless the study was not run in full but otherwise. */
  private Optional<Explanation> ofPapers(String name) {
    boolean ofStudies =
        folders.keySet().stream().allMatch(folder -> dir.relativize(folder).getNameCount() == DEPTH)
            && !folders.containsKey(dir);
    if (!ofStudies) {
      return Optional.empty();
    }
    Results results = new Results(dir, known);
    Subject subject;
    try {
      subject = new Subjects(results).of(name);
    } catch (Unresolved unresolved) {
      if (folders.isEmpty() || name.startsWith(Subjects.ALL)) {
        throw unresolved;
      }
      return Optional.empty();
    }
    boolean elsewhere =
        !results.study(subject.study()).ran()
            && folders.values().stream().anyMatch(one -> one.name().equals(subject.study()));
    return elsewhere ? Optional.empty() : Optional.of(Explanation.of(results, subject));
  }

  private Explanation ofFolders(String name) {
    Map<String, Explanation> found = new LinkedHashMap<>();
    List<Unresolved> nearly = new ArrayList<>();
    for (StudyResults study : folders.values()) {
      Results results = new Results(dir, study);
      for (String id : ids(study, name)) {
        try {
          Explanation one = explained(results, study, id);
          found.putIfAbsent(one.id(), one);
          break;
        } catch (Unresolved unresolved) {
          if (unresolved.given().isEmpty() || !unresolved.given().equals(id)) {
            nearly.add(unresolved);
          }
        }
      }
    }
    if (found.size() == 1) {
      return found.values().iterator().next();
    }
    if (found.size() > 1) {
      throw new Unresolved(
          "'"
              + name
              + "' is in several result folders; ask for one of them:\n  "
              + String.join("\n  ", found.keySet())
              + "\nor name the folder with --results");
    }
    throw nearly.isEmpty() ? nowhere(name) : nearly.get(0);
  }

  private Explanation explained(Results results, StudyResults study, String id) {
    Explanation one = Explanation.of(results, new Subjects(results).of(id));
    return one.named(prefix(study) + one.id().substring(study.name().length()));
  }

  /** How things of a folder are named: by the folder, or by the study where there is but one. */
  private String prefix(StudyResults study) {
    String path = study.relative(study.folder());
    return path.isEmpty() || path.equals(study.name() + "/" + StudyResults.RUN)
        ? study.name()
        : path;
  }

  /** What a name may mean within a folder: named by the folder, its end, the study or nothing. */
  private Set<String> ids(StudyResults study, String name) {
    Set<String> ids = new LinkedHashSet<>();
    List<String> prefixes = new ArrayList<>();
    for (String path = prefix(study); !path.isEmpty(); path = tail(path)) {
      prefixes.add(path);
    }
    prefixes.add(String.valueOf(study.folder().getFileName()));
    prefixes.add(study.name());
    for (String prefix : prefixes) {
      if (name.equals(prefix) || name.startsWith(prefix + "/") || name.startsWith(prefix + ".")) {
        ids.add(study.name() + name.substring(prefix.length()));
      }
    }
    ids.add(study.name() + "/" + name);
    return ids;
  }

  private static String tail(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(slash + 1);
  }

  private Unresolved nowhere(String name) {
    Set<String> ids = new TreeSet<>();
    Set<String> figures = new TreeSet<>();
    for (StudyResults study : folders.values()) {
      for (String id : new Subjects(new Results(dir, study)).known()) {
        String rest = id.substring(study.name().length());
        for (String path = prefix(study); !path.isEmpty(); path = tail(path)) {
          ids.add(path + rest);
        }
        if (!name.contains("/") && !rest.isEmpty()) {
          ids.add(rest.substring(1));
        }
      }
      Subjects.figures(study).forEach(figure -> figures.add(prefix(study) + "/" + figure));
    }
    String where =
        folders.isEmpty()
            ? "there is no result folder in " + dir.toAbsolutePath().normalize()
            : "nothing is named '" + name + "' in " + listed(folders.keySet());
    String skipped =
        unknown.isEmpty()
            ? ""
            : "; not looked at, since their studies are code of their own (name it with --code): "
                + listed(unknown);
    boolean near = Names.nearest(name, ids).isPresent();
    String there = near || figures.isEmpty() ? "" : "; there are " + listed(figures);
    return new Unresolved(where + there + skipped, name, ids);
  }

  private static String listed(Iterable<?> things) {
    List<String> all = new ArrayList<>();
    things.forEach(thing -> all.add(thing.toString()));
    int more = all.size() - MOST_LISTED;
    return all.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
