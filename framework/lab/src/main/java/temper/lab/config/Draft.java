package temper.lab.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.plugin.Choice;
import temper.plugin.ParameterizedPlugin;

/**
 * A record in the making. Changes are collected first and the records made once, inside out, so
 * that a rule between parameters sees the final values only.
 */
final class Draft {

  private final Shapes shapes;
  private final RecordShape shape;
  private final @Nullable ParameterizedPlugin<?> chosen;
  private final Object[] values;
  private @Nullable Place place;
  private String path = "";

  private Draft(
      Shapes shapes, RecordShape shape, Object[] values, @Nullable ParameterizedPlugin<?> chosen) {
    this.shapes = shapes;
    this.shape = shape;
    this.values = values;
    this.chosen = chosen;
  }

  static Draft of(Shapes shapes, Record record) {
    RecordShape shape = shapes.of(record);
    return new Draft(shapes, shape, shape.values(record), null);
  }

  static Draft of(Shapes shapes, Edit.Choose choose) {
    Record defaults = choose.plugin().defaults();
    RecordShape shape = shapes.of(defaults);
    return new Draft(shapes, shape, shape.values(defaults), choose.plugin())
        .apply(choose.parameters());
  }

  /** A rule of a record's constructor that its values break. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Place place;
    private final String path;

    Refused(@Nullable Place place, String path, String message) {
      super(message, null, false, false);
      this.place = place;
      this.path = path;
    }

    Optional<Place> place() {
      return Optional.ofNullable(place);
    }

    String path() {
      return path;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Whether a target exists here: all plug-ins on its path are chosen. */
  boolean has(Target target) {
    return holder(target) != null;
  }

  /** The value of a target that exists here. */
  Optional<Object> get(Target target) {
    Draft holder = holder(target);
    if (holder == null) {
      return Optional.empty();
    }
    Object value = holder.values[target.steps().get(target.steps().size() - 1).index()];
    return Optional.of(value instanceof Draft draft ? draft.build() : value);
  }

  /**
   * Changes a target; false if it does not exist here.
   *
   * @param at where a rule that the change breaks is reported
   * @param as the path under which it is reported
   */
  boolean set(Target target, Edit edit, Place at, String as) {
    Draft holder = holder(target);
    if (holder == null) {
      return false;
    }
    holder.place = at;
    holder.path = as;
    holder.apply(target.steps().get(target.steps().size() - 1).index(), edit);
    return true;
  }

  /** Changes components. */
  Draft apply(Edit.Inside inside) {
    place = inside.place();
    path = inside.path();
    for (Edit.At at : inside.edits()) {
      apply(at.index(), at.edit());
    }
    return this;
  }

  /** The record. */
  Object build() {
    Object[] built = values.clone();
    for (int i = 0; i < built.length; i++) {
      if (built[i] instanceof Draft draft) {
        built[i] = draft.build();
      }
    }
    Record record;
    try {
      record = shape.create(built);
    } catch (RuntimeException e) { // Whatever a constructor throws, it refuses these values.
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new Refused(place, path, reason);
    }
    return chosen == null ? record : choice(chosen, record);
  }

  private void apply(int index, Edit edit) {
    if (edit instanceof Edit.Put put) {
      values[index] = put.value();
    } else if (edit instanceof Edit.Inside inside) {
      child(index).apply(inside);
    } else if (edit instanceof Edit.Choose choose) {
      if (!same(child(index).chosen, choose.plugin())) {
        values[index] = of(shapes, choose);
      } else {
        child(index).apply(choose.parameters());
      }
    }
  }

  private @Nullable Draft holder(Target target) {
    Draft holder = this;
    for (int i = 0; i < target.steps().size() - 1; i++) {
      Target.Step step = target.steps().get(i);
      holder = holder.child(step.index());
      if (step.into() != null && !same(holder.chosen, step.into())) {
        return null;
      }
    }
    return holder;
  }

  private Draft child(int index) {
    Object value = values[index];
    if (value instanceof Draft draft) {
      return draft;
    }
    Draft draft;
    if (value instanceof Choice<?> choice) {
      RecordShape its = shapes.of(choice.parameters());
      draft = new Draft(shapes, its, its.values(choice.parameters()), choice.plugin());
    } else {
      draft = of(shapes, (Record) value);
    }
    values[index] = draft;
    return draft;
  }

  /** Whoever made a choice in code made an object of his own. */
  private static boolean same(@Nullable ParameterizedPlugin<?> one, ParameterizedPlugin<?> other) {
    return one != null && one.getClass() == other.getClass() && one.name().equals(other.name());
  }

  private static Choice<?> choice(ParameterizedPlugin<?> plugin, Record parameters) {
    return new Choice<ParameterizedPlugin<?>>(plugin, parameters);
  }
}
