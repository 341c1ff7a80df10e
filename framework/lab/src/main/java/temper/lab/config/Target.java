package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.plugin.ParameterizedPlugin;

/**
 * A parameter by its dotted path, such as {@code optimizer.sgd.momentum}.
 *
 * <p>A path may lead through a plug-in by its name; it then exists only where that plug-in is
 * chosen.
 *
 * @param path the path
 * @param steps how to get there
 */
record Target(String path, List<Step> steps) {

  /** To a component and, if it holds a choice on the way, into the plug-in that must be chosen. */
  record Step(RecordShape.Component component, int index, @Nullable ParameterizedPlugin<?> into) {}

  Target {
    steps = List.copyOf(steps);
  }

  RecordShape.Component component() {
    return steps.get(steps.size() - 1).component();
  }

  /** Whether this path lies within the other and is not the same. */
  boolean inside(String other) {
    return path.startsWith(other + ".");
  }

  /** Whether the path leads through a plug-in, so that it may exist in some cells only. */
  boolean throughChoice() {
    return steps.stream().anyMatch(step -> step.into() != null);
  }

  /** Why a path leads nowhere. */
  record Miss(String message, String given, List<String> allowed) {}

  /** The target of a path, or why there is none. */
  static Optional<Target> find(Shapes shapes, RecordShape root, String path) {
    return walk(shapes, root, path) instanceof Target target
        ? Optional.of(target)
        : Optional.empty();
  }

  /** The target of a path; what is wrong with the path becomes a problem. */
  static Optional<Target> find(
      Shapes shapes, RecordShape root, String path, Place place, String at, Problems problems) {
    Object found = walk(shapes, root, path);
    if (found instanceof Target target) {
      return Optional.of(target);
    }
    Miss miss = (Miss) found;
    problems.unknown(place, at, miss.message(), miss.given(), miss.allowed());
    return Optional.empty();
  }

  private static Object walk(Shapes shapes, RecordShape root, String path) {
    String[] names = path.split("\\.", -1);
    List<Step> steps = new ArrayList<>();
    RecordShape shape = root;
    for (int i = 0; i < names.length; i++) {
      int index = shape.index(names[i]);
      if (index < 0) {
        return new Miss("unknown parameter " + Texts.quoted(names[i]), names[i], shape.keys());
      }
      RecordShape.Component component = shape.component(index);
      if (i == names.length - 1) {
        steps.add(new Step(component, index, null));
      } else if (component.type() instanceof ValueType.Nested nested) {
        steps.add(new Step(component, index, null));
        shape = nested.shape();
      } else if (component.type() instanceof ValueType.Chosen chosen) {
        String name = names[++i];
        ParameterizedPlugin<?> plugin = chosen.registry().find(name).orElse(null);
        if (plugin == null) {
          String message = "unknown " + chosen.registry().label() + " " + Texts.quoted(name);
          return new Miss(message, name, chosen.registry().names());
        }
        shape = shapes.of(plugin.defaults());
        if (i == names.length - 1) {
          String message = "name a parameter of '" + name + "', or set '" + component.key() + "'";
          return new Miss(message, "", shape.keys());
        }
        steps.add(new Step(component, index, plugin));
      } else {
        return new Miss("'" + names[i] + "' has no parameters inside", "", List.of());
      }
    }
    return new Target(path, steps);
  }
}
