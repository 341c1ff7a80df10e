package temper.studies.warmrestarts;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Note;

/** What a reader of the report must know beside the claims. */
final class Notes {

  private Notes() {}

  static List<Note> all() {
    return Stream.of(setUp(), restarts(), snapshots()).flatMap(List::stream).toList();
  }

  private static List<Note> setUp() {
    return List.of(
        new Note(
            "What is from the papers",
            "Both papers were read in full with their tables; schedules, optimisers and the arms of"
                + " the comparison are theirs. Neither states a test: replicates, tests, margins and"
                + " the arms with straight lines and averages are ours, as are SGDR-X1, SGDR-X2 and"
                + " SNAP-X1."),
        new Note(
            "The setting",
            "A network of five convolutions with batch normalisation and 10,000 images of CIFAR-10"
                + " stand for wide and deep residual and dense networks and all 50,000. Images are"
                + " shifted by up to 4 pixels and mirrored. SGDR: batches of 128, momentum 0.9 not"
                + " after Nesterov, weight decay 5e-4, largest rate 0.05, 70 epochs; inputs are"
                + " standardised by channel, where the paper subtracts a mean image. Snapshots:"
                + " batches of 64, Nesterov's momentum 0.9, weight decay 1e-4, 60 epochs. An epoch"
                + " is one pass over the images; the code of SGDR counts the mirrored images as more"
                + " of them, so that its 200 epochs are 400 of ours and its first cycles of 10 are"
                + " 20. The momentum buffer is kept at restarts."),
        new Note(
            "What is evaluated",
            "Curves and paths are evaluated on 2,000 test images, everything at the end and every"
                + " snapshot on all 10,000. Errors are those at the end of the budget, never the best"
                + " on the way. The arms of a replicate share images, initialisation, order and"
                + " augmentation."),
        new Note(
            "Replicates",
            "The difference of two errors is expected to vary by 0.6 percentage points from replicate"
                + " to replicate. Twelve pairs then find a difference of 0.85 points, and equivalence"
                + " within 1 point, with power above 0.8 at the level of the smallest of 15 p-values."
                + " Smaller profiles decide nothing; their images are synthetic."));
  }

  private static List<Note> restarts() {
    return List.of(
        new Note(
            "SGDR-1",
            "The paper gives step decay a choice of two rates and one cosine cycle one of them; here"
                + " both have the same choice of three, on 2,000 validation images and three runs"
                + " each. The budget is a third of the paper's in epochs and a fifteenth in steps: a"
                + " long constant phase, which step decay has, may matter less."),
        new Note(
            "SGDR-2",
            "With T0 = 1 the last whole cycle ends after 63 of 70 epochs, so that the recommended"
                + " network has had nine tenths of the budget; in the paper it had 127 of 200"
                + " epochs. The claim is of one side: a network that is better is not worse."),
        new Note(
            "SGDR-3",
            "The goal is set by step decay itself in the same replicate, on the images of the curve,"
                + " and is met at the first evaluation that is as low. An evaluation on its way down"
                + " can be lucky: this favours arms whose error varies, and all arms alike. The goal"
                + " of a run of step decay that diverged is that of a guess, 0.91."),
        new Note(
            "SGDR-4",
            "The test error itself is averaged, with what it loses after each restart. That of the"
                + " network that one would stop with is the metric mean_recommended_error and the"
                + " figure recommended: it favours restarts and was not made the claim."),
        new Note(
            "SGDR-5",
            "The deviation is over one grid of rates for both arms, in each replicate for itself; its"
                + " logarithm is compared by a paired t test, as a bootstrap of a dozen replicates"
                + " would be too narrow. A grid that holds the best rate of both is assumed, not"
                + " tested: rate-grid shows it."),
        new Note(
            "SGDR-6",
            "Seven restarts of a replicate have a whole cycle behind them, two with T0 = 10 and five"
                + " with T0 = 1. The first of the latter come while the network learns so quickly that"
                + " nothing need rise; late ones may end with a lower error and a higher loss. The"
                + " restarts of a run are not independent, so that replicates are counted, not"
                + " restarts. Those of a run that diverged are counted too, as if its loss stayed that"
                + " of a guess: it neither rises nor falls."),
        new Note(
            "SGDR-X1",
            "Parameters are averaged after every step of the last quarter, at the constant rate 0.05;"
                + " Izmailov and others average once an epoch, after a first decay. Batch-norm"
                + " statistics of the average are estimated on 40 train batches; on the way the curve"
                + " shows it under the statistics of training."),
        new Note(
            "SGDR-X2",
            "All arms have the largest rate 0.05, which is the best of none in particular. The cooldown"
                + " takes the last fifth of the budget."));
  }

  private static List<Note> snapshots() {
    return List.of(
        new Note(
            "SNAP-1",
            "The paper's margin on CIFAR-10 is from -0.2 to 1.0 percentage points, over single runs;"
                + " at a first rate of 0.1 it is once negative. Five cycles of 12 epochs are shorter"
                + " than its 40 or 50: an early snapshot may be too poor to help."),
        new Note(
            "SNAP-2",
            "All five snapshots are taken, those before the first drop of the rate too, as of the"
                + " cyclic run. Those are poor, and the ensemble may lose by them; the figure"
                + " ensembles shows what the last ones alone gain."),
        new Note(
            "SNAP-3",
            "The five networks share the images and have an initialisation, order and augmentation"
                + " each. On CIFAR-100 the paper finds the opposite for most networks: their"
                + " diversity makes up for their brevity. With few epochs a network that begins anew"
                + " loses most, with few images diversity gains most."),
        new Note(
            "SNAP-4",
            "The paper's table has its minimum at 8 of 2, 4, 6, 8 and 10, 0.04 points below its"
                + " neighbour. That a parabola in the logarithm falls at one end and rises at the"
                + " other is the test of an interior minimum; a curve that is flat beyond a number of"
                + " cycles is not told from one that rises too little."),
        new Note(
            "SNAP-5",
            "Correlations are of all ten probabilities of all test images. The late snapshots of the"
                + " ordinary run are its last three, as in the paper: the first of them follows the"
                + " first drop of the rate. Early cyclic snapshots differ also because they are poorer:"
                + " late_correlation has the last three alone. Points between two snapshots get"
                + " batch-norm statistics of their own, estimated on 40 train batches; with"
                + " statistics between those of the two, as if they belonged to the weights, a bump"
                + " would be seen where there need not be one (right panel of paths). A guess has"
                + " no correlation to compare; what is done where a run diverged is registered."),
        new Note(
            "SNAP-6",
            "Five networks have step decay at 0.1 and the whole budget each; the snapshots are those of"
                + " one run at a first rate of 0.2. A single network is the mean of the five, which"
                + " varies less than any one."),
        new Note(
            "SNAP-X1",
            "The loss is the mean negative logarithm of the probability of the true class, without"
                + " any calibration after training. An ensemble lowers the confidence of networks that"
                + " are sure of too much, which the loss rewards even where the error stays."));
  }
}
