package temper.lab.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A condition on a cell: every named parameter has one of the values that are given for it. A
 * parameter that does not exist in a cell, because another plug-in is chosen, fulfils nothing.
 */
record Rule(List<Term> terms) {

  Rule {
    terms = List.copyOf(terms);
  }

  /** A condition on one parameter. */
  sealed interface Term {
    /** The parameter that the condition reads. */
    String path();
  }

  /** The label of a labelled axis is one of those given. */
  record LabelTerm(Axis axis, List<String> labels) implements Term {
    LabelTerm {
      labels = List.copyOf(labels);
    }

    @Override
    public String path() {
      return axis.target().path();
    }
  }

  /** The value of a parameter passes a test. */
  record ValueTerm(Target target, Predicate<Object> test) implements Term {
    @Override
    public String path() {
      return target.path();
    }
  }

  /** What a rule sees of a cell. */
  interface View {
    /** The label of an axis in this cell. */
    Optional<String> label(Axis axis);

    /** The value of a parameter in this cell, if it exists. */
    Optional<Object> value(Target target);
  }

  boolean holds(View cell) {
    for (Term term : terms) {
      boolean holds =
          term instanceof LabelTerm label
              ? cell.label(label.axis()).filter(label.labels()::contains).isPresent()
              : cell.value(((ValueTerm) term).target())
                  .filter(((ValueTerm) term).test())
                  .isPresent();
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
