package temper.lab.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import temper.lab.config.Place;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.RunSettings;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.FileTarget;
import temper.lab.store.StoreException;
import temper.lab.study.Study;
import temper.plugin.Registry;

/**
 * A manuscript held against results, ready to be set.
 *
 * @since 0.3
 */
public final class Paper {

  /** The name of the page. */
  public static final String PAGE = "paper.html";

  /** The name of the PDF. */
  public static final String PDF = "paper.pdf";

  /** The name of the folder of TeX files. */
  public static final String TEX = "tex";

  private final Setting setting;
  private final Function<Path, ResolvedStudy> studies;
  private final List<String> warnings;

  private Paper(Setting setting, Function<Path, ResolvedStudy> studies, List<String> warnings) {
    this.setting = setting;
    this.studies = studies;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a manuscript and looks up all that it says.
   *
   * @param folder the folder that holds {@code paper.tex}
   * @param results the folder that holds a folder for each study
   * @param known the studies that there are
   * @param studies the study of a result folder, as it was run
   * @param settings where data sets are
   * @return the paper
   * @throws PaperException with everything that is wrong: mistakes in the text, numbers typed by
   *     hand, names that results do not have, results that are stale, and sentences whose claim no
   *     longer holds
   * @throws StoreException if there is no manuscript
   */
  public static Paper read(
      Path folder,
      Path results,
      Registry<Study> known,
      Function<Path, ResolvedStudy> studies,
      RunSettings settings) {
    PaperProblems problems = new PaperProblems();
    Manuscript manuscript = ManuscriptReader.read(folder, problems);
    NumeralCheck.check(manuscript.title(), problems);
    NumeralCheck.check(manuscript.body(), problems);
    citations(manuscript, problems);
    Numbering numbering = Numbering.of(manuscript, problems);
    Results all = new Results(results, known);
    Resolution resolution = Resolution.of(manuscript, new Values(all), problems);
    List<String> warnings = stale(resolution, all, new Freshness(studies, settings), problems);
    Setting setting = new Setting(manuscript, resolution, numbering, all);
    if (problems.none()) {
      HtmlPaper.of(setting, "", problems);
    }
    problems.throwIfAny();
    return new Paper(setting, studies, warnings);
  }

  /** Studies are checked side by side, as that takes most of the time, and told in order. */
  private static List<String> stale(
      Resolution resolution, Results results, Freshness freshness, PaperProblems problems) {
    List<StudyResults> ran =
        resolution.studies().stream().map(results::study).filter(StudyResults::ran).toList();
    List<Freshness.Found> found =
        ran.parallelStream().map(study -> freshness.of(study.folder())).toList();
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < ran.size(); i++) {
      Path folder = ran.get(i).folder();
      Place place = Objects.requireNonNull(resolution.first().get(ran.get(i).name()));
      found.get(i).stale().forEach(why -> problems.add(place, folder + " is stale: " + why));
      if (!found.get(i).changedCode().isEmpty()) {
        warnings.add(
            folder + " was made by other code: " + String.join("; ", found.get(i).changedCode()));
      }
    }
    return warnings;
  }

  private static void citations(Manuscript manuscript, PaperProblems problems) {
    for (Tex.Call call : manuscript.calls()) {
      if (call.name().startsWith("cite")) {
        for (String key : call.raw(0).split(",", -1)) {
          if (manuscript.references().work(key.strip()).isEmpty()) {
            problems.unknown(
                call.place(),
                "there is no work '" + key.strip() + "' in the references",
                key.strip(),
                manuscript.references().works().keySet());
          }
        }
      }
    }
  }

  /**
   * What its author should know of the results beside what they say.
   *
   * @return a line for each folder whose trials or claims were computed by other code than this;
   *     {@code temper verify}, built of that code, tells whether they come out the same
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * How many numbers, words and figures of results it shows.
   *
   * @return the number of different macros
   */
  public int values() {
    return setting.resolution().values().size();
  }

  /**
   * The studies that it speaks of.
   *
   * @return names in order of their first mention
   */
  public List<String> studies() {
    return setting.resolution().studies();
  }

  /**
   * Writes it as one page.
   *
   * @param out where {@value #PAGE} is written
   * @param toResults the path of the folder of results from there, ended by a slash
   */
  public void writePage(FileTarget out, String toResults) {
    String page = HtmlPaper.of(setting, toResults, new PaperProblems());
    out.write(PAGE, page.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes all that TeX needs, the manuscript itself included.
   *
   * @param out where the folder {@value #TEX} is written
   */
  public void writeTex(FileTarget out) {
    TexFiles.of(setting).forEach((name, content) -> out.write(TEX + "/" + name, content));
    Map<String, List<String>> figures = new LinkedHashMap<>();
    for (String id : setting.numbering().figures().keySet()) {
      String[] place = id.split("/", -1);
      figures.computeIfAbsent(place[0], name -> new ArrayList<>()).add(place[1]);
    }
    figures.forEach(
        (name, wanted) -> {
          Path folder = setting.results().study(name).folder();
          new Publication(studies.apply(folder), CsvTables.of(folder))
              .writeFigures(
                  (path, content) -> {
                    String figure = path.replaceFirst("^figures/", "").replaceFirst("\\.pdf$", "");
                    return wanted.contains(figure)
                        && out.write(TEX + "/" + TexFiles.path(name + "/" + figure), content);
                  },
                  List.of("pdf"));
        });
  }

  /**
   * Sets the files of {@link #writeTex} as PDF. An older PDF is taken away in any case, so that
   * none says what the page no longer does.
   *
   * @param folder the folder that holds the folder {@value #TEX}, and gets {@value #PDF}
   * @param environment variables of the environment, for the path of programs
   * @return the PDF; empty if there is no program that can do it
   * @throws StoreException if it cannot be set, with what the program said
   */
  public static Optional<Path> setPdf(Path folder, Map<String, String> environment) {
    Path pdf = folder.resolve(PDF);
    try {
      Files.deleteIfExists(pdf);
      Optional<Typesetter> program = Typesetter.find(environment);
      if (program.isEmpty()) {
        return Optional.empty();
      }
      Files.copy(program.get().set(folder.resolve(TEX), ManuscriptReader.MAIN), pdf);
      return Optional.of(pdf);
    } catch (IOException e) {
      throw new StoreException("cannot write " + pdf, e);
    }
  }

  /**
   * The programs that can set a paper as PDF.
   *
   * @return names of programs, the best one first
   */
  public static List<String> pdfPrograms() {
    return Typesetter.programs();
  }
}
