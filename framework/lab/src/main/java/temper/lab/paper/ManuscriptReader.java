package temper.lab.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.config.Place;
import temper.lab.store.StoreException;
import temper.lab.store.WholeFile;

/** Reads a document and the files that it puts together. */
final class ManuscriptReader {

  /** The name of the document in its folder. */
  static final String MAIN = "paper.tex";

  private final Path folder;
  private final PaperProblems problems;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private List<Tex> title = List.of();
  private List<Tex> author = List.of();
  private Bibliography references = Bibliography.NONE;

  private ManuscriptReader(Path folder, PaperProblems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads a manuscript.
   *
   * @param folder the folder that holds {@value #MAIN}
   * @param problems hears of all mistakes
   * @return the manuscript, as far as it can be read
   * @throws StoreException if there is no document
   */
  static Manuscript read(Path folder, PaperProblems problems) {
    ManuscriptReader reader = new ManuscriptReader(folder, problems);
    List<Tex> document = reader.put(reader.file(MAIN));
    List<Tex> body = new ArrayList<>();
    for (Tex tex : document) {
      if (tex instanceof Tex.Block block && block.name().equals("document")) {
        body.addAll(block.content());
      }
    }
    if (body.isEmpty()) {
      problems.add(new Place(reader.shown(MAIN), 1, 1), "there is no \\begin{document}");
    }
    return new Manuscript(reader.sources, reader.title, reader.author, body, reader.references);
  }

  private String shown(String name) {
    return folder.resolve(name).toString();
  }

  private List<Tex> file(String name) {
    Path path = folder.resolve(name);
    try {
      String text = WholeFile.text(path);
      sources.put(name, text);
      return new TexReader(shown(name), text, problems).read();
    } catch (IOException unreadable) {
      throw new StoreException("cannot read " + path, unreadable);
    }
  }

  /** Puts files in the places where they are asked for, and takes out what is said of the whole. */
  private List<Tex> put(List<Tex> text) {
    List<Tex> out = new ArrayList<>();
    for (Tex tex : text) {
      if (tex instanceof Tex.Block block) {
        out.add(new Tex.Block(block.name(), put(block.content()), block.place()));
      } else if (tex instanceof Tex.Call call) {
        switch (call.name()) {
          case "input" -> out.addAll(input(call));
          case "title" -> title = call.content(0);
          case "author" -> author = call.content(0);
          case "bibliography" -> {
            references = bibliography(call);
            out.add(call);
          }
          default -> out.add(tex);
        }
      } else {
        out.add(tex);
      }
    }
    return out;
  }

  private List<Tex> input(Tex.Call call) {
    String name = call.raw(0).endsWith(".tex") ? call.raw(0) : call.raw(0) + ".tex";
    if (sources.containsKey(name)) {
      problems.add(call.place(), name + " is put in a second time");
      return List.of();
    }
    if (!holds(name)) {
      problems.add(call.place(), "there is no file " + name + " in " + folder);
      return List.of();
    }
    return put(file(name));
  }

  /** Whether there is a file of this name inside the folder. */
  private boolean holds(String name) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      return root.resolve(name).normalize().startsWith(root)
          && Files.isRegularFile(folder.resolve(name));
    } catch (InvalidPathException noName) { // Such as one with a NUL, which no file can have.
      return false;
    }
  }

  private Bibliography bibliography(Tex.Call call) {
    String name = call.raw(0) + ".bib";
    if (!holds(name)) {
      problems.add(call.place(), "there is no file " + name + " in " + folder);
      return Bibliography.NONE;
    }
    Path path = folder.resolve(name);
    try {
      String text = WholeFile.text(path);
      sources.put(name, text);
      return Bibliography.read(shown(name), text, problems);
    } catch (IOException unreadable) {
      throw new StoreException("cannot read " + path, unreadable);
    }
  }
}
