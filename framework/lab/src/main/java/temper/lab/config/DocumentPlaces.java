package temper.lab.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places of cells that know where in the study file a part of what was set stands: of a data set in
 * one line, that of its label.
 */
final class DocumentPlaces implements CellPlaces {

  private final CellPlaces places;
  private final Node document;

  DocumentPlaces(CellPlaces places, Node document) {
    this.places = places;
    this.document = document;
  }

  @Override
  public Optional<Origin> origin(long cell, String parameter) {
    return places.origin(cell, parameter).map(whole -> part(whole, parameter));
  }

  @Override
  public String described(long cell) {
    return places.described(cell);
  }

  /** The place of the parameter within what was set; that of the whole where it says no such. */
  private Origin part(Origin whole, String parameter) {
    Optional<Node> set =
        find(document, whole.path())
            .filter(node -> node.place().file().equals(whole.place().file()));
    for (int dot = parameter.indexOf('.'); dot >= 0; dot = parameter.indexOf('.', dot + 1)) {
      String within = parameter.substring(dot + 1);
      Optional<Node> part = set.flatMap(node -> find(node, within));
      if (part.isPresent()) {
        return new Origin(part.get().place(), whole.path() + "." + within);
      }
    }
    return whole;
  }

  /** The node of a path, in which keys can have dots. */
  private static Optional<Node> find(Node node, String path) {
    if (path.isEmpty()) {
      return Optional.of(node);
    }
    if (node instanceof Node.Mapping mapping) {
      List<Map.Entry<String, Node.Entry>> longestFirst =
          mapping.entries().entrySet().stream()
              .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
              .toList();
      for (Map.Entry<String, Node.Entry> entry : longestFirst) {
        String key = entry.getKey();
        if (path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[")) {
          String rest = path.substring(key.length());
          return find(entry.getValue().value(), rest.startsWith(".") ? rest.substring(1) : rest);
        }
      }
    }
    int end = path.indexOf(']');
    if (node instanceof Node.Sequence sequence && path.matches("\\[\\d{1,9}].*")) {
      int index = Integer.parseInt(path.substring(1, end));
      String rest = path.substring(end + 1);
      return index < sequence.items().size()
          ? find(sequence.items().get(index), rest.startsWith(".") ? rest.substring(1) : rest)
          : Optional.empty();
    }
    return Optional.empty();
  }
}
