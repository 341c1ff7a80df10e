package temper.lab.config;

import java.util.Optional;

/** A parameter that takes numbers made by a rule, not written one by one. */
record NumberSlot(
    RecordShape.Component component,
    ValueType.@org.jspecify.annotations.Nullable Maybe optional,
    ValueType type,
    Node node,
    String path) {

  private static final double MOST_EXACT = 0x1p53;

  static Optional<NumberSlot> of(Target target, Node node, String path, Problems problems) {
    RecordShape.Component component = target.component();
    ValueType type = component.type().required();
    if (!(type instanceof ValueType.Real) && !(type instanceof ValueType.Whole)) {
      problems.add(
          node.place(),
          path,
          "needs a parameter that is a number, not " + component.type().words());
      return Optional.empty();
    }
    ValueType.Maybe optional = component.type() instanceof ValueType.Maybe maybe ? maybe : null;
    return Optional.of(new NumberSlot(component, optional, type, node, path));
  }

  boolean whole() {
    return type instanceof ValueType.Whole;
  }

  /** The value of the parameter for a number that was checked. */
  Object of(double number) {
    Object value =
        type instanceof ValueType.Real real
            ? real.of(number)
            : ((ValueType.Whole) type).of((long) number);
    return optional == null ? value : optional.of(value);
  }

  /** The value for a number; a problem if the parameter cannot have it. */
  Optional<Object> checked(Binder binder, double number, Problems problems) {
    if (type instanceof ValueType.Whole whole) {
      if (number != Math.rint(number)) {
        problems.add(
            node.place(),
            path,
            "gives " + RecordText.number(number) + ", but the parameter is an integer");
        return Optional.empty();
      }
      if (Math.abs(number) > MOST_EXACT || !whole.fits((long) number)) {
        problems.add(
            node.place(),
            path,
            "gives " + RecordText.number(number) + ", which is too large for the parameter");
        return Optional.empty();
      }
    }
    Object value = of(number);
    return binder.values().allowed(node, path, component, value, problems)
        ? Optional.of(value)
        : Optional.empty();
  }
}
