package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import temper.numerics.StableMath;
import temper.random.StreamRoot;

/** Reads the sampled blocks of a sweep: random, latin-hypercube and sobol. */
final class SampleReader {

  private static final List<String> KEYS = List.of("samples", "over", "seed");
  private static final List<String> FORMS = List.of("linear", "log", "list", "integer");

  private final AxisReader axes;
  private final Binder binder;
  private final StreamRoot root;
  private final String experiment;
  private final Problems problems;

  SampleReader(
      AxisReader axes, Binder binder, StreamRoot root, String experiment, Problems problems) {
    this.axes = axes;
    this.binder = binder;
    this.root = root;
    this.experiment = experiment;
    this.problems = problems;
  }

  /** What a uniform number becomes. */
  private record Dimension(
      Target target, DoubleFunction<Edit> value, boolean discrete, Place place, String path) {}

  /**
   * A block.
   *
   * @param kind the key of the block
   * @param targets finds the target of a key that is not swept elsewhere
   */
  Optional<Block> read(
      String kind,
      Node node,
      String path,
      BiFunction<String, Node.Entry, Optional<Target>> targets) {
    Optional<Fields> fields = Fields.of(node, path, KEYS, problems);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> samplesNode = fields.get().require("samples");
    OptionalLong samples = fields.get().integer("samples", 1, DesignBuilder.MOST_CELLS);
    OptionalLong seed = fields.get().integer("seed", 0, Long.MAX_VALUE);
    List<Dimension> dimensions = new ArrayList<>();
    fields
        .get()
        .require("over")
        .ifPresent(over -> dimensions.addAll(over(over, fields.get().path("over"), targets)));
    if (samplesNode.isEmpty() || samples.isEmpty() || dimensions.isEmpty()) {
      return Optional.empty();
    }
    if (kind.equals("sobol") && dimensions.size() > Sobol.MOST_DIMENSIONS) {
      problems.add(node.place(), path, "has more than " + Sobol.MOST_DIMENSIONS + " parameters");
      return Optional.empty();
    }
    int points = (int) samples.getAsLong();
    return Optional.of(block(kind, points, seed.orElse(0), dimensions));
  }

  private Block block(String kind, int points, long seed, List<Dimension> dimensions) {
    List<String> paths = dimensions.stream().map(d -> d.target().path()).toList();
    Uniforms uniforms =
        switch (kind) {
          case "random" -> Uniforms.random(root, experiment, seed, paths);
          case "sobol" -> Uniforms.sobol(root, experiment, seed, paths);
          default -> Uniforms.latinHypercube(root, experiment, seed, paths, points);
        };
    List<Axis> made = new ArrayList<>();
    for (int d = 0; d < dimensions.size(); d++) {
      Dimension dimension = dimensions.get(d);
      int index = d;
      made.add(
          new Axis(
              dimension.target(),
              points,
              row -> Optional.of(dimension.value().apply(uniforms.at(row, index))),
              List.of(),
              List.of(),
              dimension.place(),
              dimension.path()));
    }
    return new Block(made, points, dimensions.stream().anyMatch(d -> !d.discrete()));
  }

  private List<Dimension> over(
      Node node, String path, BiFunction<String, Node.Entry, Optional<Target>> targets) {
    List<Dimension> dimensions = new ArrayList<>();
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(
          node.place(), path, "must map parameters to distributions, not " + node.described());
      return dimensions;
    }
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String at = Binder.join(path, entry.getKey());
      targets
          .apply(entry.getKey(), entry.getValue())
          .flatMap(target -> dimension(target, entry.getValue().value(), at))
          .ifPresent(dimensions::add);
    }
    return dimensions;
  }

  private Optional<Dimension> dimension(Target target, Node node, String path) {
    if (node instanceof Node.Sequence) {
      return listed(target, node, path);
    }
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
      problems.add(
          new Problem(
              node.place(),
              path,
              "must be one distribution or a list of values, not " + node.described(),
              List.of(),
              FORMS));
      return Optional.empty();
    }
    Map.Entry<String, Node.Entry> entry = mapping.entries().entrySet().iterator().next();
    String form = entry.getKey();
    Node argument = entry.getValue().value();
    String at = Binder.join(path, form);
    return switch (form) {
      case "linear", "log" -> interval(target, argument, at, form.equals("log"));
      case "integer" -> integers(target, argument, at);
      case "list" -> listed(target, argument, at);
      default -> {
        problems.unknown(entry.getValue().keyPlace(), at, "unknown distribution", form, FORMS);
        yield Optional.empty();
      }
    };
  }

  private Optional<Dimension> listed(Target target, Node node, String path) {
    if (!(node instanceof Node.Sequence)) {
      problems.add(node.place(), path, "must be a list, not " + node.described());
      return Optional.empty();
    }
    return axes.read(target, node, path, true)
        .map(
            axis ->
                new Dimension(
                    target,
                    u -> axis.edits().apply((int) (u * axis.rows())).orElseThrow(),
                    true,
                    node.place(),
                    path));
  }

  private Optional<Dimension> interval(Target target, Node node, String path, boolean logarithmic) {
    Optional<double[]> ends = ends(node, path);
    Optional<NumberSlot> slot = NumberSlot.of(target, node, path, problems);
    if (ends.isEmpty() || slot.isEmpty()) {
      return Optional.empty();
    }
    double low = ends.get()[0];
    double high = ends.get()[1];
    if (logarithmic && !axes.positive(ends.get(), ((Node.Sequence) node).items(), path)) {
      return Optional.empty();
    }
    if (slot.get().whole()) {
      problems.add(
          new Problem(
              node.place(),
              path,
              "the parameter is an integer",
              List.of("integer"),
              List.of("integer", "list")));
      return Optional.empty();
    }
    double from = logarithmic ? StableMath.log(low) : low;
    double to = logarithmic ? StableMath.log(high) : high;
    return bounded(
        slot.get(),
        low,
        high,
        target,
        u -> {
          double x = from * (1 - u) + to * u;
          return Math.min(Math.max(logarithmic ? StableMath.exp(x) : x, low), high);
        });
  }

  private Optional<Dimension> integers(Target target, Node node, String path) {
    Optional<double[]> ends = ends(node, path);
    Optional<NumberSlot> slot = NumberSlot.of(target, node, path, problems);
    if (ends.isEmpty() || slot.isEmpty()) {
      return Optional.empty();
    }
    double low = ends.get()[0];
    double high = ends.get()[1];
    double most = Integer.MAX_VALUE * 1024.0;
    if (low != Math.rint(low) || high != Math.rint(high) || Math.max(-low, high) > most) {
      problems.add(
          node.place(), path, "must be two integers, neither of which is beyond " + (long) most);
      return Optional.empty();
    }
    return bounded(
        slot.get(), low, high, target, u -> Math.min(low + Math.floor(u * (high - low + 1)), high));
  }

  /** Constraints are intervals, so what both ends keep holds between them as well. */
  private Optional<Dimension> bounded(
      NumberSlot slot,
      double low,
      double high,
      Target target,
      java.util.function.DoubleUnaryOperator quantile) {
    boolean good = slot.checked(binder, low, problems).isPresent();
    good &= slot.checked(binder, high, problems).isPresent();
    return good
        ? Optional.of(
            new Dimension(
                target,
                u -> new Edit.Put(slot.of(quantile.applyAsDouble(u))),
                slot.whole(),
                slot.node().place(),
                slot.path()))
        : Optional.empty();
  }

  private Optional<double[]> ends(Node node, String path) {
    return axes.numbers(node, path, 2)
        .filter(
            ends -> {
              if (ends[0] >= ends[1]) {
                problems.add(
                    node.place(),
                    path,
                    "the first end must be less than the second, got "
                        + RecordText.number(ends[0])
                        + " and "
                        + RecordText.number(ends[1]));
              }
              return ends[0] < ends[1];
            });
  }
}
