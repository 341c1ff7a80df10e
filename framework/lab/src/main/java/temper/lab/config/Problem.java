package temper.lab.config;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One mistake in a config.
 *
 * @param place where it stands
 * @param path the parameter or key, such as {@code base.optimizer.sgd.momentum}; empty for a
 *     mistake in the text itself
 * @param message what is wrong, without a full stop
 * @param suggestions what was probably meant, usually none or one
 * @param allowed all that is allowed here, where that is a short list
 * @since 0.1
 */
public record Problem(
    Place place, String path, String message, List<String> suggestions, List<String> allowed) {

  private static final int LISTED = 40;
  private static final int LONGEST_PATH = 400;
  private static final int LONGEST_MESSAGE = 1000;

  /** Copies the lists. */
  public Problem {
    suggestions = List.copyOf(suggestions);
    allowed = List.copyOf(allowed);
  }

  /**
   * The problem as one line.
   *
   * @return {@code file:line:column path: what is wrong. Did you mean 'x'? (allowed: x, y)}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(place.toString()).append(' ');
    if (!path.isEmpty()) {
      text.append(Texts.shortened(path, LONGEST_PATH)).append(": ");
    }
    text.append(Texts.shortened(message, LONGEST_MESSAGE));
    if (!suggestions.isEmpty()) {
      text.append(". Did you mean '").append(String.join("' or '", suggestions)).append("'?");
    }
    if (!allowed.isEmpty()) {
      boolean cut = allowed.size() > LISTED;
      List<String> listed = cut ? allowed.subList(0, LISTED) : allowed;
      text.append(" (allowed: ").append(String.join(", ", listed));
      text.append(cut ? " and " + (allowed.size() - LISTED) + " more)" : ")");
    }
    return Texts.printable(text.toString());
  }

  /**
   * The problem for programs.
   *
   * @return an object with file, line, column, path, message, suggestions and allowed
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", place.file()).put("line", place.line()).put("column", place.column());
    json.put("path", path).put("message", message);
    suggestions.forEach(json.putArray("suggestions")::add);
    allowed.forEach(json.putArray("allowed")::add);
    return json;
  }
}
