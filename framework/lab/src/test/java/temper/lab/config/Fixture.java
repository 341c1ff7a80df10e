package temper.lab.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Registry;
import temper.plugin.ScalarForm;
import temper.plugin.Size;
import temper.plugin.Source;

/** A small world: two kinds of plug-in and two studies. */
final class Fixture {

  private Fixture() {}

  interface RatePlugin<P extends Record> extends ParameterizedPlugin<P> {}

  interface OptimizerPlugin<P extends Record> extends ParameterizedPlugin<P> {}

  /** A length such as {@code 30%} or {@code 300 steps}. */
  record Length(String text) {
    public static Length parse(String text) {
      if (!text.matches("[0-9]+(%| steps)")) {
        throw new IllegalArgumentException(
            "must be a length such as 30% or 300 steps, got " + text);
      }
      return new Length(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  abstract static class Base {
    public String summary() {
      return "A plug-in of the tests.";
    }

    public Source source() {
      return Source.FOLKLORE;
    }
  }

  static final class Constant extends Base
      implements RatePlugin<Constant.Params>, ScalarForm<Constant.Params> {
    record Params(@NonNegative @Doc("The rate.") double value) {}

    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Constant.Params defaults() {
      return new Constant.Params(0.1);
    }

    @Override
    public List<Example<Constant.Params>> examples() {
      return List.of(new Example<>("default", defaults()));
    }

    @Override
    public Constant.Params parseScalar(String text) {
      try {
        return new Constant.Params(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "must be a number or the name of a rate, got '" + text + "'");
      }
    }
  }

  static final class Cosine extends Base implements RatePlugin<Cosine.Params> {
    record Params(
        @Positive @Doc(value = "Largest rate.") double peak,
        @NonNegative double end,
        Length length) {
      Params {
        if (end > peak) {
          throw new IllegalArgumentException("end must be <= peak, got " + end + " > " + peak);
        }
      }
    }

    @Override
    public String name() {
      return "cosine";
    }

    @Override
    public List<String> aliases() {
      return List.of("half-cosine");
    }

    @Override
    public Cosine.Params defaults() {
      return new Cosine.Params(0.1, 0, new Length("100%"));
    }

    @Override
    public List<Example<Cosine.Params>> examples() {
      return List.of(new Example<>("default", defaults()));
    }
  }

  static final class Sgd extends Base implements OptimizerPlugin<Sgd.Params> {
    record Params(@Range(min = 0, max = 1, maxOpen = true) double momentum, boolean nesterov) {}

    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public Sgd.Params defaults() {
      return new Sgd.Params(0, false);
    }

    @Override
    public List<Example<Sgd.Params>> examples() {
      return List.of(new Example<>("default", defaults()));
    }
  }

  static final class Adam extends Base implements OptimizerPlugin<Adam.Params> {
    record Params(@Positive double epsilon) {}

    @Override
    public String name() {
      return "adam";
    }

    @Override
    public Adam.Params defaults() {
      return new Adam.Params(1e-8);
    }

    @Override
    public List<Example<Adam.Params>> examples() {
      return List.of(new Example<>("default", defaults()));
    }
  }

  enum Order {
    IN_ORDER,
    SHUFFLED
  }

  record Noise(@NonNegative double level, @Finite double mean) {}

  record Part(int width, Optional<String> label) {}

  record Training(
      Choice<RatePlugin<?>> rate,
      Choice<OptimizerPlugin<?>> optimizer,
      @Positive @Doc(value = "Passes over the data.", unit = "epochs") int epochs,
      @Positive @Size(min = 1) List<Integer> hidden,
      Noise noise,
      Order order,
      @OneOf({"plain", "wide"}) String kind,
      Optional<Double> clip,
      OptionalInt patience,
      boolean bias,
      long limit,
      double temperature,
      float precision,
      @Positive int batchSize,
      List<Part> parts) {
    Training {
      if (batchSize > 1000 && epochs > 100) {
        throw new IllegalArgumentException(
            "batch_size " + batchSize + " and epochs " + epochs + " take too long together");
      }
    }

    static Training base() {
      return new Training(
          Choice.ofDefaults(new Constant()),
          Choice.ofDefaults(new Sgd()),
          10,
          List.of(8, 8),
          new Noise(0, 0),
          Order.SHUFFLED,
          "plain",
          Optional.empty(),
          OptionalInt.empty(),
          true,
          1L << 40,
          1,
          0.5f,
          32,
          List.of());
    }
  }

  record Small(double x, double y, int n) {
    Small {
      if (x > y) {
        throw new IllegalArgumentException("x must be <= y, got " + x + " > " + y);
      }
    }
  }

  /** An experiment that does nothing. */
  record Idle<P extends Record>(
      String name, P defaults, List<P> cells, int replicates, List<String> decidedBy)
      implements Experiment<P> {
    @Override
    public String summary() {
      return "Does nothing.";
    }

    @Override
    public List<Column> metrics() {
      return List.of();
    }

    @Override
    public Design<P> design(Profile profile, Tables earlier) {
      return Design.of(cells, replicates);
    }

    @Override
    public void run(P parameters, Trial trial) {}
  }

  record Paper(String name, List<Experiment<?>> experiments) implements Study {
    @Override
    public String summary() {
      return "A study of the tests.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public List<Claim> claims() {
      return List.of();
    }
  }

  static final class NoTables implements Tables {
    @Override
    public Set<String> experiments() {
      return Set.of();
    }

    @Override
    public Table trials(String experiment) {
      throw new IllegalArgumentException(experiment);
    }

    @Override
    public Table table(String experiment, String table) {
      throw new IllegalArgumentException(experiment);
    }
  }

  static Plugins plugins() {
    return Plugins.given(List.of(new Constant(), new Cosine(), new Sgd(), new Adam()));
  }

  static Training with(String path, String value) {
    return new Parameters(plugins()).with(Training.base(), path, value);
  }

  static Study training() {
    Training base = Training.base();
    List<Training> cells =
        List.of(base, with("rate", "cosine"), with("rate", "{cosine: {peak: 0.5}}"));
    return new Paper("training", List.of(new Idle<>("main", base, cells, 3, List.of())));
  }

  static Study pair() {
    Small small = new Small(0, 1, 1);
    List<Small> cells = List.of(small, new Small(0, 2, 1));
    return new Paper(
        "pair",
        List.of(
            new Idle<>("tune", small, cells, 2, List.of()),
            new Idle<>("confirm", small, cells, 4, List.of("tune")),
            new Idle<>("other", new Noise(0, 0), List.of(new Noise(1, 1)), 1, List.of())));
  }

  static ConfigLoader loader() {
    return new ConfigLoader(
        Registry.<Study>of(Study.class, List.of(training(), pair())), plugins());
  }

  static Configuration load(String text, String... overrides) {
    return loader().load("study.yaml", text, List.of(overrides));
  }

  static Configuration loadPair(String text) {
    return loader().load("study.yaml", "format: 1\nstudy: pair\n" + text, List.of());
  }

  /** The one design of a file about the study {@code training}. */
  static SweptDesign<Training> design(String text, String... overrides) {
    Configuration configuration = load("format: 1\nstudy: training\n" + text, overrides);
    @SuppressWarnings("unchecked") // The study has this one experiment.
    Experiment<Training> experiment = (Experiment<Training>) configuration.experiments().get(0);
    return configuration.design(experiment, Profile.SMOKE, new NoTables());
  }

  static List<String> problems(String text, String... overrides) {
    try {
      design(text, overrides);
      return List.of();
    } catch (ConfigException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
