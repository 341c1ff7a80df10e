package temper.lab.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The cells that blocks of axes make of base records, by index: the base slowest, then the blocks
 * in the order written, the last fastest. Nothing is held but the axes, so that a million cells
 * need no memory.
 */
final class Cells {

  private final Shapes shapes;
  private final LongFunction<? extends Record> base;
  private final List<Block> blocks;
  private final List<Step> steps;
  private final List<Axis> labelAxes;
  private final long product;
  private final long size;

  /** An axis in the order of application. */
  record Step(Axis axis, int block, @Nullable Rule when) {}

  Cells(
      Shapes shapes,
      long bases,
      LongFunction<? extends Record> base,
      List<Block> blocks,
      Map<Axis, Rule> when) {
    this.shapes = shapes;
    this.base = base;
    this.blocks = List.copyOf(blocks);
    this.steps = ApplicationOrder.of(blocks, when);
    this.labelAxes =
        blocks.stream()
            .flatMap(block -> block.axes().stream())
            .filter(axis -> axis.hasColumn() && (axis.rows() > 1 || axis.labelled()))
            .sorted(Comparator.comparingInt(axis -> axis.target().steps().size()))
            .toList();
    long rows = 1;
    for (Block block : blocks) {
      rows = Math.multiplyExact(rows, block.rows());
    }
    this.product = rows;
    this.size = Math.multiplyExact(rows, bases);
  }

  long size() {
    return size;
  }

  List<Step> steps() {
    return steps;
  }

  List<Axis> labelAxes() {
    return labelAxes;
  }

  /** A cell before its records are made. */
  final class Cell implements Rule.View {
    private final int[] rows = new int[blocks.size()];
    private final boolean[] active = new boolean[steps.size()];
    private final Draft draft;

    private Cell(long index) {
      long rest = index % product;
      for (int b = rows.length - 1; b >= 0; b--) {
        int radix = blocks.get(b).rows();
        rows[b] = (int) (rest % radix);
        rest /= radix;
      }
      draft = Draft.of(shapes, base.apply(index / product));
      for (int s = 0; s < active.length; s++) {
        Step step = steps.get(s);
        Optional<Edit> edit = step.axis().edits().apply(rows[step.block()]);
        active[s] =
            edit.isPresent()
                && (step.when() == null || step.when().holds(this))
                && set(step.axis(), edit.get(), rows[step.block()]);
      }
    }

    private boolean set(Axis axis, Edit edit, int row) {
      CellPlaces.Origin origin = axis.origin(row);
      return draft.set(axis.target(), edit, origin.place(), origin.path());
    }

    /** Whether a step changed this cell. */
    boolean active(int step) {
      return active[step];
    }

    Draft draft() {
      return draft;
    }

    @Override
    public Optional<Object> value(Target target) {
      return draft.get(target);
    }

    @Override
    public Optional<String> label(Axis axis) {
      int step = step(axis);
      return step < 0
          ? Optional.empty()
          : Optional.of(axis.labels().get(rows[steps.get(step).block()]));
    }

    /** The step in which an axis changed this cell, or -1 if it did not. */
    private int step(Axis axis) {
      for (int s = 0; s < active.length; s++) {
        if (active[s] && steps.get(s).axis().equals(axis)) {
          return s;
        }
      }
      return -1;
    }

    /** What changed a parameter last, or something within it, or something that it is within. */
    Optional<CellPlaces.Origin> origin(String parameter) {
      for (int s = active.length - 1; s >= 0; s--) {
        Axis axis = steps.get(s).axis();
        String path = axis.target().path();
        boolean related =
            path.equals(parameter)
                || path.startsWith(parameter + ".")
                || parameter.startsWith(path + ".");
        if (active[s] && related) {
          return Optional.of(axis.origin(rows[steps.get(s).block()]));
        }
      }
      return Optional.empty();
    }

    /** The axes with more than one row and what they are in this cell, for messages. */
    Map<String, String> described(Parameters parameters) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (int s = 0; s < active.length; s++) {
        Axis axis = steps.get(s).axis();
        if (active[s] && axis.rows() > 1) {
          texts.put(axis.target().path(), text(axis, parameters));
        }
      }
      return texts;
    }

    /** The cells of the label columns. */
    List<String> labels(Parameters parameters) {
      List<String> texts = new ArrayList<>(labelAxes.size());
      for (Axis axis : labelAxes) {
        texts.add(text(axis, parameters));
        if (axis.hasValueColumn()) {
          texts.add(value(axis, parameters));
        }
      }
      return texts;
    }

    private String text(Axis axis, Parameters parameters) {
      return axis.labelled() ? label(axis).orElse("") : value(axis, parameters);
    }

    private String value(Axis axis, Parameters parameters) {
      if (step(axis) < 0) {
        return "";
      }
      try {
        ValueType type = axis.target().component().type();
        return draft.get(axis.target()).map(value -> parameters.cell(type, value)).orElse("");
      } catch (Draft.Refused e) {
        return "?"; // Only in the message about this very refusal.
      }
    }
  }

  Cell cell(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("cell " + index + " of " + size);
    }
    return new Cell(index);
  }
}
