package temper.lab.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import temper.lab.report.CellSummary.Parameter;

/**
 * Which of the parameters that vary goes where in a figure.
 *
 * @param x along the horizontal axis: the first that is a number in all cells, else the first
 * @param lines told apart by lines; empty if there is no second parameter
 * @param others told apart by figures
 * @param along parameters that need no place, as those before say what they are
 */
record SweepAxes(
    Parameter x, Optional<Parameter> lines, List<Parameter> others, List<Parameter> along) {

  /** Returns the axes of an experiment; empty if nothing varies. */
  static Optional<SweepAxes> of(CellSummary summary) {
    List<Parameter> varying = summary.varying();
    if (varying.isEmpty()) {
      return Optional.empty();
    }
    Parameter x = varying.stream().filter(Parameter::numeric).findFirst().orElse(varying.get(0));
    List<Parameter> free = new ArrayList<>(List.of(x));
    List<Parameter> along = new ArrayList<>();
    for (Parameter parameter : varying) {
      if (!parameter.name().equals(x.name())) {
        (follows(parameter, free, summary.cells()) ? along : free).add(parameter);
      }
    }
    return Optional.of(
        new SweepAxes(
            x,
            free.size() > 1 ? Optional.of(free.get(1)) : Optional.empty(),
            List.copyOf(free.subList(Math.min(2, free.size()), free.size())),
            List.copyOf(along)));
  }

  /** Returns axes with each of the numbers that go along in the place of x, as far as wanted. */
  List<SweepAxes> turned(int most) {
    List<SweepAxes> turned = new ArrayList<>();
    for (Parameter other : along) {
      if (other.numeric() && turned.size() < most) {
        List<Parameter> rest = new ArrayList<>(List.of(x));
        along.stream()
            .filter(parameter -> !parameter.name().equals(other.name()))
            .forEach(rest::add);
        turned.add(new SweepAxes(other, Optional.empty(), List.of(), List.copyOf(rest)));
      }
    }
    return turned;
  }

  /** Whether equal values of some parameters come with equal values of another. */
  private static boolean follows(Parameter parameter, List<Parameter> of, int cells) {
    Map<List<String>, String> known = new HashMap<>();
    for (int cell = 0; cell < cells; cell++) {
      String text = parameter.texts().get(cell);
      String before = known.putIfAbsent(key(of, cell), text);
      if (before != null && !before.equals(text)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the values of parameters in a cell. */
  static List<String> key(List<Parameter> parameters, int cell) {
    return parameters.stream().map(parameter -> parameter.texts().get(cell)).toList();
  }

  /** Returns the values of a parameter in the cells given, in the order of their appearance. */
  static List<String> values(Parameter parameter, List<Integer> cells) {
    LinkedHashSet<String> values = new LinkedHashSet<>();
    cells.forEach(cell -> values.add(parameter.texts().get(cell)));
    return List.copyOf(values);
  }
}
