package temper.studies.cyclicalrates;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Note;

/** What a reader of the report must know beside the claims. */
final class Notes {

  private Notes() {}

  static List<Note> all() {
    return Stream.of(setUp(), policies(), cycles(), networks()).flatMap(List::stream).toList();
  }

  private static List<Note> setUp() {
    return List.of(
        new Note(
            "What is from the paper",
            "Policies, bounds, iterations and published accuracies are those of the paper's text and"
                + " tables. Of the exponential decay the starting rate is not stated: it is the upper"
                + " bound here. Margins, control arms and every bound of a test are ours. The paper"
                + " shows one run of each policy in its tables 1 to 3; here every comparison is over"
                + " replicates that share initialisation, images and their order."),
        new Note(
            "Caffe's net",
            "Its details are kept: pools whose windows are rounded up, normalisation within channels,"
                + " biases at twice the rate, weights of the last layer that decay 250 times as fast,"
                + " a momentum that sums steps, and inputs from 0 to 255 less the mean image, to"
                + " which the rates belong. A reduced run has 10,000 train images, drawn anew for"
                + " each replicate where the specification has the first 10,000, half the channels,"
                + " and a fifth of all iterations, so that epochs, drops and cycles keep their"
                + " proportions. Accuracy at the end is on all 10,000 test images; on the way it is"
                + " on the first 2,000."),
        new Note(
            "Which accuracy",
            "The accuracy of a claim is that at the end of the schedule. The best on the way, which"
                + " cannot be known without the test images, is in the column best_accuracy."),
        new Note(
            "The small profiles",
            "smoke and quick train a perceptron on overlapping Gaussian classes instead of Caffe's"
                + " net, at ten times the rates and with fewer iterations, and narrow networks on"
                + " made-up images for a few dozen steps. They show that everything runs and what the"
                + " figures look like; their verdicts say nothing about the paper."),
        new Note(
            "Out of scope",
            "The claims on ImageNet are not tested: AlexNet (fixed 58.0 % and triangular2 58.4 % in"
                + " 400,000 iterations; exponential 56.0 and 56.5 %, exp_range 56.5 %) and GoogLeNet"
                + " (fixed 63.0 %, triangular2 64.4 %, exponential 58.2 %, exp_range 60.2 %). So are"
                + " those on CIFAR-100, stochastic depth and DenseNet."));
  }

  private static List<Note> policies() {
    return List.of(
        new Note(
            "CLR-1",
            "The fixed rate of the paper is Caffe's 0.001, the lower bound of the cycles,"
                + " and was never tuned. If the cycles are above it by more than the margin, the"
                + " claim of equality is not reproduced although the paper's point, that fewer"
                + " iterations suffice, is more than met: look at the sign. With a fifth of the"
                + " iterations the low fixed rate has less time to train than in the paper. Found"
                + " at this scale: the other sign. The cycles are ahead as long as they run, by 4"
                + " points at their end; the fixed rate comes level with that end after twice as"
                + " many iterations, before it is lowered, and its drops then add three points"
                + " (accuracy-over-iterations, left)."),
        new Note(
            "CLR-2",
            "In the paper the cycles have two drops by ten at the end and the decay has"
                + " none. The difference found here is therefore one of drops as much as of"
                + " cycles; CLR-2b takes the drops apart. The decay begins at 0.007, somewhat"
                + " above the peak of the cycles. The published difference is within the interval"
                + " found here. Found: the difference; that it is the rise of the rate that helps,"
                + " which the claim says too, no test of end accuracies can show, and CLR-X1,"
                + " where nothing rises and the end is higher still, speaks against it."),
        new Note(
            "CLR-2b",
            "The decay gets the drops of the cycles at the same iterations. If equality is"
                + " not reproduced, the estimate says which of the two is better once both have"
                + " drops. Found: the drops close about half of the gap. What is left is in favour"
                + " of the cycles, and neither within the margin nor outside of it for certain:"
                + " twelve pairs were planned for a smaller spread than decay turned out to have"
                + " (final-accuracy). It is there before the drops: the cycles are ahead by as"
                + " much when the rate is first lowered, and both gain the same from that"
                + " (accuracy-over-iterations, right)."),
        new Note(
            "CLR-X1",
            "The fair baseline: as many iterations as the cycles, the same drops, and a"
                + " rate in the middle of the range instead of its lower end. Found: it ends above"
                + " the cycles, so that these are not needed for what they gain on decay. Before"
                + " the first drop it is a point behind them; the drop gives it nearly five"
                + " points, twice what it gives to cycles and decay, whose rate is low by then"
                + " (accuracy-over-iterations, right)."),
        new Note(
            "CLR-3",
            "Cycles end after 42,000 iterations as in the paper, which is ten cycles and a half: at"
                + " the upper bound, against the paper's own advice. The end of the tenth cycle, at"
                + " 40,000, is in the curve. Exponential decay with this factor ends at 1.5 % of its"
                + " first rate. An independent replication with another scale of inputs found"
                + " exponential decay above the fixed rate."),
        new Note(
            "CLR-4",
            "Ends of cycles come later than their upper bounds, so that any network that still"
                + " learns is better at the ends. CLR-4b compares each end with the upper bounds on"
                + " both sides of it, within a stage, where a trend drops out."),
        new Note(
            "CLR-1F",
            "The paper's own size: all images, 32 channels, all iterations, on the margin of half a"
                + " percentage point. Twelve pairs take days of a core; the experiment faithful-pair"
                + " has one pair, drawn in a figure and not tested, since one pair decides nothing."),
        new Note(
            "CLR-2F", "As CLR-2, in the paper's size; the arms are those of faithful-policies."));
  }

  private static List<Note> cycles() {
    return List.of(
        new Note(
            "CLR-5",
            "Runs have 64 epochs, not 50, so that cycles of all step sizes (1, 2, 4, 8, 16 epochs)"
                + " end with the run, as the paper advises: otherwise the place in the cycle where a"
                + " run stops is compared, and not the step size. Bounds stay as they are and nothing"
                + " drops. 1 and 16 epochs are outside of the advised range and only drawn."),
        new Note(
            "CLR-5b",
            "Ends of cycles of one run are compared, on the first 2,000 test images. A later cycle"
                + " has trained longer, so that the claim says that training goes on, not that it is"
                + " the cycles that do it."),
        new Note(
            "CLR-6",
            "The paper reads the bounds by eye; here the upper bound is the rate of the largest"
                + " smoothed accuracy. The best constant rate is the vertex of a parabola through the"
                + " best of nine rates a factor of sqrt(10) apart and its neighbours. Where the upper"
                + " bound is found too large this may be the paper's intention, as cycles only touch"
                + " it: it is then a bound, not an optimum. The perceptron has 5,000 images of"
                + " Fashion-MNIST, 128 hidden units and batches of 100."),
        new Note(
            "CLR-6b",
            "Caffe's net, eight epochs of rising rate as in the paper, twenty epochs at each constant"
                + " rate. A short run with rates from 0.0001 on spends much of its time on the"
                + " plateau where this net begins."),
        new Note(
            "CLR-7",
            "Welch's window has a mean height of 2/3 and the two others of 1/2: its mean rate is"
                + " larger, and a difference may come from that."));
  }

  private static List<Note> networks() {
    return List.of(
        new Note(
            "CLR-8",
            "Bounds are those of table 3. The fixed rate is the lower bound with Caffe's"
                + " drops; the paper does not say whether it dropped. Cycles end after 24,000"
                + " iterations, with a cycle, instead of 25,000. Weight decay enters the gradient"
                + " for all optimisers, as in Caffe, also where the optimiser then divides by its"
                + " root mean square. The claim asks for the sign under AdaGrad, not for the size"
                + " of the paper's 1.4 points. Nesterov's momentum and AdaDelta are trained beside"
                + " the three and not claimed."),
        new Note(
            "CLR-9",
            "The net of Caffe's example: batch normalisation before sigmoids, no weight decay. The"
                + " bounds of the paper's run are not stated in what was read; here they are those of"
                + " the other net, and the fixed rate is the lower one, which is the example's. The"
                + " fixed rate has no drops. Both have 60 epochs of 10,000 images."),
        new Note(
            "CLR-10",
            "A network of five convolutions with batch normalisation stands for the residual"
                + " networks. Cycles are a tenth of the run; all arms drop by ten at 50 and 75 % of"
                + " it, bounds included. At least as good means not worse by more than the margin of"
                + " one percentage point, against each of the three rates, so that the best of them"
                + " need not be chosen by the same test images."),
        new Note(
            "SC-1",
            "One cycle rises over 30 % of its time from 0.02 to 0.5 and falls to nearly 0 along"
                + " cosines, while momentum goes from 0.95 to 0.85 and back. Drops start at 0.1 with"
                + " momentum 0.9. The short time is 1,200 iterations, the long one 6,000; weight"
                + " decay is 1e-4. A difference above the margin in favour of one cycle also fails"
                + " the claim of equality: look at the sign."),
        new Note(
            "SC-2",
            "All sizes have the same 1,200 iterations, so that small train sets are seen more often."
                + " The gain is that over drops in the same short time."),
        new Note(
            "SC-3",
            "Two values of weight decay at 10,000 images. The paper's text is about regularisation of"
                + " any kind; weight decay is the one that this network has."));
  }
}
