package temper.studies.knownaccuracies;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Study;
import temper.plugin.Source;
import temper.stats.Mean;
import temper.stats.Region;
import temper.studies.training.LearningCurves;

/**
 * Networks with known accuracies on real images.
 *
 * @since 0.2
 */
@AutoService(Study.class)
public final class KnownAccuracies implements Study {

  private static final String DIVERGENCE = "a trial that diverges counts as accuracy 0";

  /** For ServiceLoader. */
  public KnownAccuracies() {}

  @Override
  public String name() {
    return "known-accuracies";
  }

  @Override
  public String summary() {
    return "Networks whose accuracy on Fashion-MNIST and CIFAR-10 is known, trained from the settings"
        + " that they are known for.";
  }

  @Override
  public Source source() {
    return new Source("Jia and others", 2014, "Caffe, examples/cifar10", "arXiv:1408.5093");
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(Networks.fashionPerceptron(), Networks.cifarQuick());
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        accuracy(
            "ACC-1",
            "ours: what is commonly reported for perceptrons on these images",
            "A perceptron with two hidden layers of 256 units reaches at least 88 % of the test"
                + " images of Fashion-MNIST.",
            Networks.FASHION,
            0.88),
        accuracy(
            "ACC-2",
            "Caffe, examples/cifar10, cifar10_quick",
            "cifar10_quick reaches at least 75 % of the test images of CIFAR-10 within 8,000"
                + " iterations of 100 images, without augmentation, the rate falling once to a"
                + " tenth.",
            Networks.CIFAR,
            0.75));
  }

  private static Claim accuracy(
      String id, String place, String statement, String experiment, double bound) {
    return new Claim(
        id,
        place,
        statement,
        "mean test accuracy at the end",
        "student-t",
        "at least " + bound,
        DIVERGENCE,
        "",
        List.of(experiment),
        tables -> {
          double[] accuracies = tables.trials(experiment).numbers("test_accuracy");
          for (int i = 0; i < accuracies.length; i++) {
            accuracies[i] = Double.isNaN(accuracies[i]) ? 0 : accuracies[i];
          }
          return List.of(
              new Claim.Part(
                  "mean test accuracy at the end", Mean.of(accuracies), Region.atLeast(bound)));
        });
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        LearningCurves.figure("fashion-mnist", "A perceptron on Fashion-MNIST", Networks.FASHION),
        LearningCurves.figure("cifar-10", "cifar10_quick on CIFAR-10", Networks.CIFAR));
  }
}
