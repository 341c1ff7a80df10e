package temper.lab.paper;

import java.util.List;
import temper.lab.config.Place;

/** A piece of a manuscript, with the place where it begins. */
sealed interface Tex {

  /** Where it begins. */
  Place place();

  /**
   * A word of running text, or what stands between two.
   *
   * @param text as a reader sees it
   * @param place where it begins
   */
  record Words(String text, Place place) implements Tex {}

  /**
   * The end of a paragraph.
   *
   * @param place of the empty line
   */
  record ParagraphEnd(Place place) implements Tex {}

  /**
   * A formula.
   *
   * @param source LaTeX between the delimiters
   * @param display whether it stands in a line of its own
   * @param place where its source begins
   */
  record Formula(String source, boolean display, Place place) implements Tex {}

  /**
   * A command with what it was given.
   *
   * @param command what is called
   * @param option the text between brackets; empty if there is none
   * @param arguments as many as the command takes
   * @param place of its backslash
   */
  record Call(Command command, String option, List<Argument> arguments, Place place)
      implements Tex {

    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    String name() {
      return command.name();
    }

    /** An argument that is a name. */
    String raw(int index) {
      return arguments.get(index).raw();
    }

    /** An argument that is text. */
    List<Tex> content(int index) {
      return arguments.get(index).content();
    }

    /** What names this call among all: equal calls give equal texts. */
    String key() {
      StringBuilder out = new StringBuilder(name()).append('|').append(option);
      arguments.forEach(argument -> out.append('|').append(argument.raw()));
      return out.toString();
    }
  }

  /**
   * An argument of a command.
   *
   * @param raw as it was written, with single spaces
   * @param content what it says; empty for a name
   * @param place where it begins
   */
  record Argument(String raw, List<Tex> content, Place place) {

    /** Copies the list. */
    public Argument {
      content = List.copyOf(content);
    }
  }

  /**
   * An environment.
   *
   * @param name such as {@code itemize}
   * @param content what stands in it
   * @param place of its begin
   */
  record Block(String name, List<Tex> content, Place place) implements Tex {

    /** Copies the list. */
    public Block {
      content = List.copyOf(content);
    }
  }
}
