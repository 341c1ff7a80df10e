package temper.studies.annealingfolklore;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Note;

/** Paragraphs of the report. */
final class Notes {

  private Notes() {}

  static List<Note> all() {
    return Stream.of(setUp(), models(), gains(), schedules(), dynamics())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Note> setUp() {
    return List.of(
        new Note(
            "The test bed",
            "Unless a claim says otherwise: perceptrons with 128 rectified linear units in a hidden"
                + " layer, 5000 images of Fashion-MNIST, 20 epochs in batches of 64, momentum of 0.9,"
                + " no weight decay, no augmentation. The images of a replicate are drawn at random; its"
                + " arms share them, the initial weights and the order of batches. Test accuracy is that"
                + " of all 10,000 test images at the end of the schedule, never the best of the run."),
        new Note(
            "Base rates",
            "Each arm has a base rate of its own, the best of seven a factor of the square root of ten"
                + " apart by the mean accuracy of three networks on 2000 images that are neither trained"
                + " on nor tested on. They are found by experiments of their own (those named ...-tuning),"
                + " whose seeds the comparisons never see. What is left of the grid, half a step of"
                + " about 1.8 either way, is part of every difference."),
        new Note(
            "The smaller profiles",
            "Smoke and quick need no files: they train on a mixture of ten Gaussians in 20 dimensions,"
                + " 300 examples, 6 epochs, on a coarser grid. They show that everything runs, not what is"
                + " true of images; fine-tuning is there of the same task, with more data at first."),
        new Note(
            "When the bounds were fixed",
            "Tests, regions and numbers of replicates were written before the first run of the full"
                + " profile. Replicates come from the noise that the specification reports: a pair of"
                + " networks on so few images differs by 0.6 to 0.8 points (standard deviation), and 20"
                + " pairs find a point at the level that is left to the first of thirty claims."));
  }

  private static List<Note> models() {
    return List.of(
        new Note(
            "CONV-1",
            "The loss is the mean absolute residual of 500 samples in 50 dimensions. Its minimum is"
                + " computed by Newton's method on smoothed losses and bounded from below by the dual"
                + " problem, within 1e-6. Base rates are tuned four to a decade on ten problems, because"
                + " the last iterate at a constant rate is so sensitive that a coarser grid would decide."
                + " The claim is about the last iterate: the mean of iterates at a constant rate is"
                + " another estimator, and not compared. In full, linear and cosine decay are far ahead"
                + " of 1 / sqrt(t), and that ahead of a constant rate; what leaves the claim open is the"
                + " cooldown, which ends level with 1 / sqrt(t). The figure of last iterates shows why: its"
                + " best rate is half that of linear decay, so that it comes down later, and the last fifth"
                + " is not long enough to make up for it."),
        new Note(
            "CONV-1-E",
            "That the three do alike within a factor of 1.5 is our reading of 'about the same'. A"
                + " cooldown over the last fifth keeps a constant rate for long, whose best value is"
                + " smaller. In full it ends well behind linear and cosine decay, which are within the"
                + " factor of each other: a cooldown that short does not replace decay over the whole run"
                + " when the run is short. A longer cooldown is the remedy of the theory."),
        new Note(
            "FOLK-12-B",
            "The study cooling-theory has FOLK-12 itself, additive Gaussian noise in one dimension. Here"
                + " the noise is that of drawing examples, grows with the error, and lives in ten"
                + " directions of different curvature; second moments still follow a closed recursion,"
                + " so that the floor is exact. Strictly the floor goes with rate over batch only for small"
                + " rates: the claim allows 30 %."),
        new Note(
            "FOLK-12-D",
            "Expectations, not samples. A drop from a large rate lowers the floor by somewhat more than"
                + " its factor, because the floor rises faster than the rate."),
        new Note(
            "FOLK-14-B",
            "The study cooling-theory has FOLK-14 itself: annealed, constant and small rates, and how"
                + " slowly to cool. Here noise comes from batches of two kinds of examples, and what is"
                + " asked is whether rate and batch count through their ratio. At the largest rate a step"
                + " is no longer small against the curvature, which is where a difference would show."),
        new Note(
            "FOLK-14-G",
            "At an equal number of steps a growing batch spends more time at each temperature, as its"
                + " rate stays large: it may do better, at the price of more examples. Batches are capped"
                + " at 4096, which leaves a small temperature at the end."));
  }

  private static List<Note> gains() {
    return List.of(
        new Note(
            "FOLK-1",
            "Two readings of one table. Practitioners say that annealing does not matter in short"
                + " training (FOLK-1); the work on budgeted training says that it matters there most"
                + " (FOLK-1-B). Both cannot hold. That one of them is refuted does not follow: where a"
                + " part is decided against a claim and another part is not decided, the claim is left"
                + " open. The base rate of each length and law is tuned at that length: at a rate tuned"
                + " for long training the comparison would be another. Gains are counted in test"
                + " images where they are ranked, so that equal ones share a rank."),
        new Note(
            "FOLK-1-C",
            "The same two readings for a convolutional network with batch normalisation on 10,000"
                + " images of CIFAR-10 (FOLK-1-C, FOLK-1-D). Its training is an experiment of its own and"
                + " takes hours; it stands as not run until somebody has them."),
        new Note(
            "FOLK-2",
            "With fewer examples a fixed number of epochs is also fewer updates (FOLK-2); a fixed number"
                + " of updates is more passes (FOLK-2-U). What is said of small data may be about either."),
        new Note(
            "FOLK-3",
            "Fine-tuning is on the other five classes with 500 images of them, a tenth of what the first"
                + " five were learnt from; the last layer starts anew. A real foundation model knows more,"
                + " and its fine-tuning is shorter against its training."),
        new Note(
            "FOLK-11",
            "Decay constants and the other numbers of the adaptive optimisers are their defaults; only the"
                + " rate is tuned. AdaGrad has a falling rate built in, so that a schedule should gain"
                + " least there."));
  }

  private static List<Note> schedules() {
    return List.of(
        new Note(
            "FOLK-5",
            "The controller observes the loss on 2000 validation images after each epoch, reduces by ten"
                + " after more epochs without improvement than its patience, with a relative threshold"
                + " of 1e-4. In 40 epochs a patience of ten allows three reductions at most. Step decay"
                + " drops by ten at half of the run and at three quarters."),
        new Note(
            "FOLK-6",
            "The base rate is tuned at a factor of 0.95 an epoch and kept for the others, as one who"
                + " turns only one knob would. For FOLK-6-S the base rate of cosine decay is moved by the"
                + " same five ratios as the decay constant, and parabolas are compared."),
        new Note(
            "FOLK-7",
            "Blocks are replicates on Fashion-MNIST and on MNIST. Nemenyi's intervals hold for all pairs"
                + " of the five schedules at once and are wide; FOLK-7-O asks for the order with a test"
                + " that uses it. Exponential decay ends at a hundredth of its base rate. The figure ranks"
                + " four more schedules that the claim does not name."),
        new Note(
            "FOLK-8",
            "The log-rank test takes runs as independent, though they share seeds: it is cautious here."
                + " One-cycle and triangular rates are tuned for the accuracy at the end, not for speed."
                + " Epochs are counted whole. A run that diverged stays at risk to the end of its"
                + " epochs, and as the final accuracy of step decay counts that of a guess."));
  }

  private static List<Note> dynamics() {
    return List.of(
        new Note(
            "FOLK-4",
            "The control goes on at the base rate that was tuned for step decay, from the same weights:"
                + " until the drop the two runs are the same to the bit. A guess has a train loss of"
                + " ln 10 before the drop and after it, so that a run that diverged adds a change of 0."),
        new Note(
            "FOLK-9",
            "Range tests rise from 1e-7 to 10 in 100 steps and smooth by 0.98 with a"
                + " correction of the bias, as is usual. The specification has a tenth of the rate"
                + " of the least loss or the rate of the steepest fall. It is read as the choice that"
                + " a user has, so that each rule must hit for itself; that one of the two hits would"
                + " say little, as two windows of a factor of nine cover up to two of the grid's three"
                + " decades. Corrected before the first run: the statement named only the first"
                + " rule, while both were tested; tests without a suggestion were left out of a"
                + " median of suggestions, so that one of ten could decide, and are now infinitely far"
                + " off in a median of distances."
                + " The best rate of the grid is of cosine decay over ten epochs. The grid's step"
                + " of 3.16 is about the size of a hit, which favours the rules. Combinations"
                + " share data sets, so that they are less than 24 independent trials."),
        new Note(
            "FOLK-10",
            "Every replicate is trained at all twelve rates with and without a warm-up; the number of"
                + " rates that it bears, times their distance, is the Spearman-Karber estimate of the"
                + " logistic curve's middle, up to a constant."),
        new Note(
            "FOLK-13",
            "The study warm-restarts has the papers' own claims (SGDR-6, SNAP-4) on convolutional"
                + " networks; this is the same rule on a perceptron. The train loss is of all train"
                + " examples after each epoch. A run that diverged counts as a guess from the first"
                + " epoch on, with no change over a restart or a cycle."));
  }
}
