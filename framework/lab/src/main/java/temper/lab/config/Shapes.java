package temper.lab.config;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import temper.plugin.Choice;
import temper.plugin.Constraints;

/**
 * The shapes of record classes, each reflected once. A class that a config cannot describe is a
 * mistake of its programmer and is refused with an {@link IllegalStateException}.
 */
final class Shapes {

  private final Plugins plugins;
  private final Map<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();

  Shapes(Plugins plugins) {
    this.plugins = plugins;
  }

  RecordShape of(Class<? extends Record> type) {
    RecordShape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    RecordShape made = reflect(type); // Not in computeIfAbsent, which forbids nested calls.
    RecordShape earlier = shapes.putIfAbsent(type, made);
    return earlier == null ? made : earlier;
  }

  RecordShape of(Record record) {
    return of(record.getClass());
  }

  private RecordShape reflect(Class<? extends Record> type) {
    RecordComponent[] declared = type.getRecordComponents();
    List<RecordShape.Component> components = new ArrayList<>();
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      for (RecordComponent component : declared) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // The record may be nested in a class that is not public.
        components.add(
            new RecordShape.Component(
                Texts.snake(component.getName()),
                component,
                type(component.getGenericType(), component),
                lookup
                    .unreflect(accessor)
                    .asType(MethodType.methodType(Object.class, Object.class))));
      }
      Constructor<? extends Record> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      MethodHandle make =
          lookup
              .unreflectConstructor(constructor)
              .asSpreader(Object[].class, declared.length)
              .asType(MethodType.methodType(Record.class, Object[].class));
      return new RecordShape(type, components, make, ownDefaults(type));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot reflect " + type.getName(), e);
    }
  }

  private static @Nullable Record ownDefaults(Class<? extends Record> type)
      throws ReflectiveOperationException {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("defaults")
          && Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && method.getReturnType() == type) {
        method.setAccessible(true);
        return (Record) method.invoke(null);
      }
    }
    return null;
  }

  private ValueType type(Type generic, RecordComponent where) throws IllegalAccessException {
    Class<?> raw = raw(generic);
    if (raw == double.class || raw == Double.class || raw == float.class || raw == Float.class) {
      return new ValueType.Real(raw == float.class || raw == Float.class);
    } else if (raw == long.class || raw == Long.class || raw == int.class || raw == Integer.class) {
      return new ValueType.Whole(raw == int.class || raw == Integer.class);
    } else if (raw == boolean.class || raw == Boolean.class) {
      return new ValueType.Truth();
    } else if (raw == String.class) {
      return new ValueType.Text();
    } else if (raw == OptionalDouble.class) {
      return new ValueType.Maybe(new ValueType.Real(false), raw);
    } else if (raw == OptionalInt.class || raw == OptionalLong.class) {
      return new ValueType.Maybe(new ValueType.Whole(raw == OptionalInt.class), raw);
    } else if (raw == List.class) {
      return new ValueType.Many(type(argument(generic, where), where));
    } else if (raw == Optional.class) {
      return new ValueType.Maybe(type(argument(generic, where), where), raw);
    } else if (raw == Choice.class) {
      return new ValueType.Chosen(plugins.of(raw(argument(generic, where))));
    } else if (raw.isEnum()) {
      return named(raw);
    } else if (Constraints.isTextType(raw)) {
      return parsed(raw);
    } else if (raw.isRecord()) {
      return new ValueType.Nested(of(raw.asSubclass(Record.class)));
    }
    throw new IllegalStateException(
        "a config cannot describe the type " + generic.getTypeName() + " of " + where);
  }

  private static ValueType named(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(Texts.kebab((Enum<?>) constant), constant);
    }
    return new ValueType.Named(type, constants);
  }

  private static ValueType parsed(Class<?> type) throws IllegalAccessException {
    try {
      Method parse = type.getMethod("parse", String.class);
      parse.setAccessible(true);
      return new ValueType.Parsed(
          type,
          MethodHandles.lookup()
              .unreflect(parse)
              .asType(MethodType.methodType(Object.class, String.class)));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Type argument(Type generic, RecordComponent where) {
    if (generic instanceof ParameterizedType parameterized) {
      return parameterized.getActualTypeArguments()[0];
    }
    throw new IllegalStateException("a type argument is missing in " + where);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    } else if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    } else if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return Object.class;
  }
}
