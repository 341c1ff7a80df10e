package temper.studies.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import temper.data.Dataset;
import temper.data.DatasetOutline;
import temper.data.DatasetPlugin;
import temper.data.ExampleOrder;
import temper.data.FeatureShape;
import temper.data.PublishedDataset;
import temper.data.Selection;
import temper.lab.study.CellCheck;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.random.StreamRoot;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;
import temper.tensor.Shape;
import temper.train.ExampleBatches;
import temper.train.Loss;
import temper.train.MemoryEstimate;

/**
 * Finds what does not fit in a cell: batch and examples, model and data, loss and classes, lengths
 * and run, step and memory. Published data sets are known by their outlines; others are generated
 * or read.
 */
final class TrainingCheck implements CellCheck<TrainingParameters> {

  private static final KernelProvider KERNELS = KernelProviders.best();

  /** Of a generated data set only its shape matters. */
  private static final StreamRoot ROOT = new StreamRoot("check");

  /** More data sets or networks than these are left to their trials. */
  private static final int MOST_KNOWN = 200;

  private final DatasetPlugin.Library library;
  private final Map<List<Object>, Optional<Known>> datasets = new HashMap<>();
  private final Map<List<Object>, List<Misfit>> networks = new HashMap<>();

  /** A data set, blank or generated, and how many examples it has. */
  private record Known(Dataset data, int train, int validation) {

    Shape example() {
      return ExampleBatches.exampleShape(data.shape());
    }
  }

  TrainingCheck(DatasetPlugin.Library library) {
    this.library = library;
  }

  @Override
  public List<Misfit> check(TrainingParameters p) {
    List<Misfit> found = new ArrayList<>();
    Optional<Integer> batch =
        attempt("batch", found, () -> TrainingLength.firstBatch(p, Integer.MAX_VALUE));
    Optional<Known> known = knownOrFound(p.data(), found);
    if (known.isEmpty()) {
      return found;
    }
    checkAugmentation(p, known.get().data().shape(), found);
    if (!p.rate().plugin().scheduled()
        && p.observe() != TrainingParameters.Observed.BATCH_LOSS
        && known.get().validation() == 0) {
      found.add(
          new Misfit(
              "observe", "the data have no validation examples for the learning rate to observe"));
    }
    if (batch.isPresent()) {
      List<Misfit> ofLength = new ArrayList<>();
      Optional<TrainingLength> length =
          attempt(
              p.accumulate() > 1 ? "accumulate" : "batch", ofLength, () -> length(p, known.get()));
      int first = Math.min(batch.get(), known.get().train());
      int largest = length.map(one -> one.order().batchSize()).orElse(first);
      found.addAll(network(p, known.get(), largest));
      found.addAll(ofLength);
      length.ifPresent(one -> checkLength(p, one, found));
    }
    return found;
  }

  @Override
  public List<Misfit> remarks(TrainingParameters p) {
    List<Misfit> remarks = new ArrayList<>();
    known(p.data())
        .map(known -> length(p, known).horizon())
        .ifPresent(
            horizon -> {
              LengthRemarks.of(p.rate(), horizon)
                  .forEach(remark -> remarks.add(new Misfit("rate", remark)));
              LengthRemarks.of(p.optimizer(), horizon)
                  .forEach(remark -> remarks.add(new Misfit("optimizer", remark)));
            });
    return remarks;
  }

  /** A refusal whose first word is a parameter of the data set is about that one. */
  private Optional<Known> knownOrFound(Choice<DatasetPlugin<?>> choice, List<Misfit> found) {
    List<Misfit> refused = new ArrayList<>();
    Optional<Known> known = attempt("data", refused, () -> known(choice)).flatMap(one -> one);
    for (Misfit misfit : refused) {
      String word = misfit.reason().replaceFirst(" .*", "");
      boolean named =
          Arrays.stream(choice.parameters().getClass().getRecordComponents())
              .anyMatch(component -> component.getName().equals(word));
      String parameter = "data." + choice.plugin().name() + "." + word;
      found.add(
          named
              ? new Misfit(parameter, misfit.reason().replaceFirst("^\\w+ must", "must"))
              : misfit);
    }
    return known;
  }

  private static void checkAugmentation(
      TrainingParameters p, FeatureShape shape, List<Misfit> found) {
    String parameter = p.crop() > 0 ? "crop" : "flip";
    if ((p.crop() > 0 || p.flip()) && shape.area() == 1) {
      found.add(
          new Misfit(
              parameter, "only images can be shifted and mirrored, the examples have " + shape));
    } else if (p.crop() >= Math.min(shape.height(), shape.width()) && p.crop() > 0) {
      found.add(
          new Misfit(
              parameter,
              "must be smaller than the images, which are %s, got %d".formatted(shape, p.crop())));
    }
  }

  private static TrainingLength length(TrainingParameters p, Known known) {
    return TrainingLength.of(p, ExampleOrder.sequential(known.train()), false);
  }

  private static void checkLength(TrainingParameters p, TrainingLength length, List<Misfit> found) {
    attempt("optimizer", found, () -> OptimizerPlugin.of(p.optimizer(), length.horizon()));
    attempt("rate", found, () -> RateCheck.require(p.rate(), length));
    attempt("evaluate", found, () -> p.evaluate().resolve(length.horizon()));
  }

  private Optional<Known> known(Choice<DatasetPlugin<?>> choice) {
    List<Object> key = List.of(choice.plugin().name(), choice.parameters());
    Optional<Known> earlier = datasets.get(key);
    if (earlier != null) {
      return earlier;
    }
    Optional<Known> made = datasets.size() < MOST_KNOWN ? make(choice) : Optional.empty();
    datasets.put(key, made);
    return made;
  }

  private Optional<Known> make(Choice<DatasetPlugin<?>> choice) {
    if (choice.plugin() instanceof PublishedDataset published) {
      return published
          .outline()
          .map(outline -> outline.select((Selection) choice.parameters()))
          .map(outline -> ofOutline(outline, published.name()));
    }
    Dataset data =
        DatasetPlugin.of(
            choice, (purpose, indices) -> ROOT.stream("data", 0, purpose, indices), library);
    return Optional.of(new Known(data, data.train().rows(), data.validation().rows()));
  }

  private static Known ofOutline(DatasetOutline outline, String name) {
    return new Known(outline.blank(name), outline.train(), outline.validation());
  }

  private List<Misfit> network(TrainingParameters p, Known known, int batch) {
    List<Object> key =
        List.of(
            known.data().shape(),
            known.data().classes().size(),
            known.data().train().hasTargets(),
            p.loss(),
            p.model().plugin().name(),
            p.model().parameters(),
            p.precision(),
            batch);
    List<Misfit> earlier = networks.get(key);
    if (earlier != null) {
      return earlier;
    }
    List<Misfit> found = new ArrayList<>();
    if (networks.size() < MOST_KNOWN) {
      attempt("loss", found, () -> outputs(p.loss(), known.data()))
          .flatMap(outputs -> model(p, known, outputs, found))
          .ifPresent(model -> checkMemory(p, model, batch, found));
    }
    networks.put(key, found);
    return found;
  }

  private static int outputs(Loss loss, Dataset data) {
    if (loss.classifies() && data.train().hasTargets()) {
      throw new IllegalArgumentException(
          "loss %s tells classes apart, data set '%s' has numbers to be predicted: squared-error or half-squared-error compares with them"
              .formatted(loss.name().toLowerCase(Locale.ROOT).replace('_', '-'), data.name()));
    }
    return loss.outputs(data);
  }

  private static Optional<Model> model(
      TrainingParameters p, Known known, int outputs, List<Misfit> found) {
    try {
      return Optional.of(ModelPlugin.of(p.model(), known.example(), outputs));
    } catch (IllegalArgumentException refused) {
      found.add(
          new Misfit(
              "model",
              "%s; an example of '%s' has the shape %s"
                  .formatted(refused.getMessage(), known.data().name(), known.example())));
      return Optional.empty();
    }
  }

  private static void checkMemory(
      TrainingParameters p, Model model, int batch, List<Misfit> found) {
    attempt(
            "model",
            found,
            () -> {
              MemoryEstimate.requireNetwork(p.precision(), model);
              return model;
            })
        .ifPresent(
            fits ->
                attempt(
                    "batch",
                    found,
                    () -> {
                      MemoryEstimate.requireBatch(
                          KERNELS.create(p.precision()), fits, p.loss(), batch);
                      return batch;
                    }));
  }

  /** What is refused becomes a misfit of the parameter. */
  private static <T> Optional<T> attempt(String parameter, List<Misfit> found, Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (IllegalArgumentException refused) {
      String reason = String.valueOf(refused.getMessage());
      String named = parameter + " must";
      found.add(
          new Misfit(
              parameter,
              reason.startsWith(named) ? reason.substring(parameter.length() + 1) : reason));
      return Optional.empty();
    } catch (OutOfMemoryError full) {
      found.add(
          new Misfit(
              parameter, "needs more memory than Java may take; set TEMPER_JAVA_OPTS=-Xmx8g"));
      return Optional.empty();
    }
  }
}
