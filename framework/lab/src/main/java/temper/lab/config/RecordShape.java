package temper.lab.config;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.plugin.Doc;

/** The components of a record class with handles to read and make records, looked up once. */
final class RecordShape {

  private final Class<? extends Record> type;
  private final List<Component> components;
  private final Map<String, Integer> byKey = new HashMap<>();
  private final MethodHandle constructor;
  private final @Nullable Record ownDefaults;

  /**
   * One component.
   *
   * @param key the name in a config, in lower-snake form
   * @param declared the component with its annotations
   * @param type what it holds
   * @param reader {@code (Object) Object}
   */
  record Component(String key, RecordComponent declared, ValueType type, MethodHandle reader) {

    String description() {
      Doc doc = declared.getAnnotation(Doc.class);
      return doc == null ? "" : doc.value();
    }

    String unit() {
      Doc doc = declared.getAnnotation(Doc.class);
      return doc == null ? "" : doc.unit();
    }

    Object read(Record record) {
      try {
        return reader.invokeExact((Object) record);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read " + declared, e);
      }
    }
  }

  /**
   * A shape.
   *
   * @param constructor {@code (Object[]) Record}
   * @param ownDefaults what a static method {@code defaults()} of the class returns, if it has one
   */
  RecordShape(
      Class<? extends Record> type,
      List<Component> components,
      MethodHandle constructor,
      @Nullable Record ownDefaults) {
    this.type = type;
    this.components = List.copyOf(components);
    this.constructor = constructor;
    this.ownDefaults = ownDefaults;
    for (int i = 0; i < components.size(); i++) {
      byKey.put(components.get(i).key(), i);
    }
  }

  Class<? extends Record> type() {
    return type;
  }

  List<Component> components() {
    return components;
  }

  Component component(int index) {
    return components.get(index);
  }

  List<String> keys() {
    return components.stream().map(Component::key).toList();
  }

  /** The index of a component, or -1 if there is none of this key. */
  int index(String key) {
    return byKey.getOrDefault(key, -1);
  }

  Optional<Record> ownDefaults() {
    return Optional.ofNullable(ownDefaults);
  }

  Object[] values(Record record) {
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = components.get(i).read(record);
    }
    return values;
  }

  /**
   * Makes a record.
   *
   * @throws RuntimeException whatever its constructor throws
   */
  Record create(Object[] values) {
    try {
      return (Record) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }
}
