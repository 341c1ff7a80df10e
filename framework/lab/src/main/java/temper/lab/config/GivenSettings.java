package temper.lab.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import temper.plugin.Choice;
import temper.plugin.ParameterizedPlugin;

/**
 * What a user set of the parameters of an experiment, by itself: where other experiments decide the
 * cells, it is all that is known of them before those have run.
 *
 * @param text the settings; equal texts change every cell in the same way. Empty if there are none
 * @param plugins the plug-ins that the settings name, and those that are chosen within them
 * @since 0.3
 */
public record GivenSettings(String text, Set<ParameterizedPlugin<?>> plugins) {

  /** Copies the set. */
  public GivenSettings {
    plugins = Collections.unmodifiableSet(new LinkedHashSet<>(plugins));
  }

  /** Settings as text: how a value was spelled does not count. */
  static GivenSettings of(Shapes shapes, List<Setting> settings) {
    List<Setting> sorted = new ArrayList<>(settings);
    // Of equal paths the last one counts: their order stays.
    sorted.sort(Comparator.comparing(setting -> setting.axis().target().path()));
    StringBuilder text = new StringBuilder();
    Writer writer = new Writer(shapes, text);
    for (Setting setting : sorted) {
      Target target = setting.axis().target();
      for (Target.Step step : target.steps()) {
        Optional.ofNullable(step.into()).ifPresent(writer.plugins::add);
      }
      text.append(text.isEmpty() ? "" : ", ").append(target.path()).append('=');
      setting
          .axis()
          .edits()
          .apply(0)
          .ifPresent(edit -> writer.write(target.component().type(), edit));
    }
    return new GivenSettings(text.toString(), writer.plugins);
  }

  private static final class Writer {
    private final Shapes shapes;
    private final StringBuilder out;
    private final Set<ParameterizedPlugin<?>> plugins = new LinkedHashSet<>();

    Writer(Shapes shapes, StringBuilder out) {
      this.shapes = shapes;
      this.out = out;
    }

    void write(ValueType type, Edit edit) {
      if (edit instanceof Edit.Put put) {
        new RecordText(shapes, out).json(type, put.value());
        collect(put.value());
      } else if (edit instanceof Edit.Choose choose) {
        plugins.add(choose.plugin());
        collect(choose.plugin().defaults());
        out.append("{\"").append(choose.plugin().name()).append("\":");
        inside(choose.parameters());
        out.append('}');
      } else if (edit instanceof Edit.Inside inside) {
        inside(inside);
      }
    }

    private void inside(Edit.Inside inside) {
      List<Edit.At> edits = new ArrayList<>(inside.edits());
      edits.sort(Comparator.comparingInt(Edit.At::index));
      String separator = "";
      out.append('{');
      for (Edit.At at : edits) {
        RecordShape.Component component = inside.shape().component(at.index());
        out.append(separator).append('"').append(component.key()).append("\":");
        write(component.type(), at.edit());
        separator = ",";
      }
      out.append('}');
    }

    private void collect(Object value) {
      if (value instanceof Choice<?> choice) {
        plugins.add(choice.plugin());
        collect(choice.parameters());
      } else if (value instanceof Record record) {
        shapes.of(record).components().forEach(component -> collect(component.read(record)));
      } else if (value instanceof Iterable<?> many) {
        many.forEach(this::collect);
      } else if (value instanceof Optional<?> maybe) {
        maybe.ifPresent(this::collect);
      }
    }
  }
}
