package temper.lab.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.databind.node.StringNode;

/**
 * Makes a tree of the events of a YAML parser. Aliases share the anchored value, and the size and
 * depth that a tree would have without sharing are limited, so that a small file cannot grow into a
 * large tree.
 */
final class YamlComposer {

  static final int DEEPEST = 64;
  static final long MOST_VALUES = 500_000;

  private static final String TEXT_TAG = "tag:yaml.org,2002:str";

  private final Function<Mark, Place> places;
  private final Problems problems;
  private final Map<Anchor, Measured> anchors = new HashMap<>();
  private Iterator<Event> events = List.<Event>of().iterator();
  private Place last;
  private long values;

  YamlComposer(Function<Mark, Place> places, Problems problems) {
    this.places = places;
    this.problems = problems;
    this.last = places.apply(new Mark("", 0, 0, 0, new int[0], 0));
  }

  /** A tree with its size and depth, counted as if nothing were shared. */
  private record Measured(Node node, long values, int depth) {}

  /** Stops the reading of a text that is beyond a limit. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Place place;
    private final String reason;

    Refused(Place place, String reason) {
      super(reason, null, false, false);
      this.place = place;
      this.reason = reason;
    }

    Place place() {
      return place;
    }

    String reason() {
      return reason;
    }
  }

  /** Where the last event began, for errors that do not know their place. */
  Place last() {
    return last;
  }

  /** The tree of the only document of a text. */
  Optional<Node> compose(Iterator<Event> parsed) {
    events = parsed;
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = next();
      if (event instanceof DocumentStartEvent) {
        if (root.isPresent()) {
          problems.add(last, "", "a second document begins; a config is a single YAML document");
          return Optional.empty();
        }
        root = Optional.of(node(next(), 1).node());
      }
    }
    if (root.isEmpty()) {
      problems.add(last, "", "the config is empty");
    }
    return root;
  }

  private Event next() {
    Event event = events.next();
    last = event.getStartMark().map(places).orElse(last);
    return event;
  }

  private Measured node(Event event, int depth) {
    Place place = last;
    if (depth > DEEPEST) {
      throw new Refused(place, "values are nested deeper than " + DEEPEST + " levels");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, place, depth);
    }
    count(1, place);
    Measured made;
    switch (event.getEventId()) {
      case Scalar -> made = new Measured(scalar((ScalarEvent) event, place), 1, 1);
      case SequenceStart -> made = sequence((CollectionStartEvent) event, place, depth);
      case MappingStart -> made = mapping((CollectionStartEvent) event, place, depth);
      default -> throw new IllegalStateException("unexpected event " + event);
    }
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, made));
    return made;
  }

  private Measured alias(AliasEvent alias, Place place, int depth) {
    Measured target = anchors.get(alias.getAlias());
    if (target == null) {
      throw new Refused(
          place, "the alias '*" + alias.getAlias() + "' has no complete anchor before it");
    }
    if (depth + target.depth() - 1 > DEEPEST) {
      throw new Refused(place, "aliases nest values deeper than " + DEEPEST + " levels");
    }
    count(target.values(), place);
    return target;
  }

  private void count(long more, Place place) {
    values += more;
    if (values > MOST_VALUES) {
      throw new Refused(
          place, "the config has more than " + MOST_VALUES + " values, aliases written out");
    }
  }

  private Node scalar(ScalarEvent event, Place place) {
    String text = event.getValue();
    String tag = event.getTag().orElse("");
    boolean isText = !event.isPlain() || tag.equals(TEXT_TAG) || tag.equals("!");
    refuseTag(tag, place);
    return new Node.Scalar(
        place, isText ? StringNode.valueOf(text) : YamlScalars.resolve(text), text, !isText);
  }

  private Measured sequence(CollectionStartEvent start, Place place, int depth) {
    refuseTag(start.getTag().orElse(""), place);
    List<Node> items = new ArrayList<>();
    long size = 1;
    int deepest = 0;
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      Measured item = node(event, depth + 1);
      items.add(item.node());
      size += item.values();
      deepest = Math.max(deepest, item.depth());
    }
    return new Measured(new Node.Sequence(place, items), size, deepest + 1);
  }

  private Measured mapping(CollectionStartEvent start, Place place, int depth) {
    refuseTag(start.getTag().orElse(""), place);
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    long size = 1;
    int deepest = 0;
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      Place keyPlace = last;
      Node key = node(event, depth + 1).node();
      Measured value = node(next(), depth + 1);
      size += 1 + value.values();
      deepest = Math.max(deepest, value.depth());
      put(entries, key, new Node.Entry(keyPlace, value.node()));
    }
    return new Measured(new Node.Mapping(place, entries), size, deepest + 1);
  }

  private void put(Map<String, Node.Entry> entries, Node key, Node.Entry entry) {
    Place place = entry.keyPlace();
    if (!(key instanceof Node.Scalar scalar)) {
      problems.add(place, "", "a key must be a text, not " + key.described());
    } else if (scalar.value().isNull()) {
      problems.add(place, "", "a key is missing before ':'");
    } else if (scalar.text().equals("<<") && scalar.plain()) {
      problems.add(place, "", "merge keys ('<<') are not part of YAML 1.2");
    } else {
      Node.Entry first = entries.putIfAbsent(scalar.text(), entry);
      if (first != null) {
        Place at = first.keyPlace();
        problems.add(
            place,
            scalar.text(),
            "duplicate key, first at line " + at.line() + " column " + at.column());
      }
    }
  }

  private void refuseTag(String tag, Place place) {
    if (!tag.isEmpty() && !tag.equals("!") && !tag.equals(TEXT_TAG)) {
      problems.add(place, "", "the tag " + Texts.quoted(tag) + " is not supported");
    }
  }
}
