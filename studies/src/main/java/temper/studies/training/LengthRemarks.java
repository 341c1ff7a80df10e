package temper.studies.training;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import temper.plugin.Choice;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.builtin.Step;

/**
 * Tells of lengths in schedules and optimisers that lie beyond the end of the run. Nothing is wrong
 * with them, but who writes them has mostly taken steps for epochs, or has made the run shorter
 * since.
 */
final class LengthRemarks {

  private final Horizon horizon;
  private final List<String> found = new ArrayList<>();

  private LengthRemarks(Horizon horizon) {
    this.horizon = horizon;
  }

  /**
   * What a run does not get to see of a plug-in and of those inside of it.
   *
   * @throws IllegalArgumentException if a length cannot be resolved
   */
  static List<String> of(Choice<?> choice, Horizon horizon) {
    LengthRemarks remarks = new LengthRemarks(horizon);
    remarks.look(choice);
    return remarks.found;
  }

  private void look(Choice<?> choice) {
    Record parameters = choice.parameters();
    for (RecordComponent component : parameters.getClass().getRecordComponents()) {
      String name = component.getName();
      look(parameters, choice.plugin().name() + "." + name, name, read(component, parameters));
    }
  }

  private void look(Record owner, String path, String name, Object value) {
    if (value instanceof Choice<?> inner) {
      look(inner);
    } else if (value instanceof List<?> several) {
      several.forEach(one -> look(owner, path, name, one));
    } else if (value instanceof Length length) {
      look(owner, path, name, length);
    }
  }

  /** Other lengths are scales of time, which a run may well be shorter than. */
  private void look(Record owner, String path, String name, Length length) {
    double step = length.resolve(horizon);
    boolean boundary = name.equals("boundaries") || name.equals("from");
    if (step >= horizon.totalSteps() && (boundary || owner instanceof Step.Parameters)) {
      tell(path, length, step, "is never reached in the run");
    } else if (step > horizon.totalSteps() && name.equals("length")) {
      tell(path, length, step, "ends after the run");
    }
  }

  private void tell(String path, Length length, double step, String what) {
    String steps = length.unit() == Length.Unit.STEPS ? "" : " (step " + Math.round(step) + ")";
    found.add(
        "%s: '%s'%s %s, which has %d steps"
            .formatted(path, length, steps, what, Math.round(horizon.totalSteps())));
  }

  private static Object read(RecordComponent component, Record parameters) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(parameters);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(component.toString(), impossible);
    }
  }
}
