package temper.lab.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Reads the components of any record. */
final class Components {

  private Components() {}

  static List<Object> of(Record record) {
    List<Object> out = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // The record may be nested in a class that is not public.
        Object value = accessor.invoke(record);
        if (value != null) {
          out.add(value);
        }
      } catch (IllegalAccessException | InvocationTargetException failure) {
        throw new IllegalStateException(
            "cannot read " + component.getName() + " of " + record.getClass(), failure);
      }
    }
    return out;
  }
}
