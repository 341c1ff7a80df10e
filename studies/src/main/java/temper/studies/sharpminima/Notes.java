package temper.studies.sharpminima;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Note;

/** What a reader of the report must know beside the claims. */
final class Notes {

  private Notes() {}

  static List<Note> all() {
    return Stream.of(setUp(), transform(), width()).flatMap(List::stream).toList();
  }

  private static List<Note> setUp() {
    return List.of(
        new Note(
            "What is from the paper",
            "The definitions of flatness and sharpness were read; the theorems are stated as we"
                + " recall them. The paper proves and does not measure: networks, data, bounds and"
                + " numbers are ours. Beyond it are DIN-X1 to DIN-X8."),
        new Note(
            "The network",
            "Four Gaussian inputs, six ReLU units without biases and one output, trained by full"
                + " gradient descent on 100 examples of max(x1, 0) - max(x2, 0) with noise of"
                + " deviation 0.4; the loss is half the mean squared error. Training stops after a"
                + " number of steps, at the place of the smallest gradient in its second half. That"
                + " H becomes D H D under scaling holds at every point, minimum or not, as the"
                + " transform is linear."),
        new Note(
            "Exact curvature",
            "Hessians are exact, from Hessian-vector products in float64. Differences of gradients"
                + " would not do: where an example lies on the kink of a unit they see the jump of"
                + " the gradient, divided by the difference. In the specification such a network"
                + " gave 393 instead of 2.36. Largest eigenvalues come from the Lanczos method, and"
                + " in the claims they are compared with a decomposition of the whole matrix."),
        new Note(
            "When the bounds were fixed",
            "Those of DIN-1 to DIN-7 are the specification's. Two ranges of scales were widened after"
                + " a first exploratory run, before any confirmatory one: from 0.01 to 100 the"
                + " curvature moves by just under four orders, so that scales now go from 0.001 to"
                + " 1000. Those of DIN-X3, the rates, cycles and the scale of the narrow start of"
                + " DIN-X5 to DIN-X8 were chosen after exploratory runs of six and eight"
                + " replicates with other seeds; so were the sign tests of DIN-X5 to DIN-X7, where t tests had"
                + " stood, the ratios being far from normal. In these runs DIN-X8 had gone against its claim; it was"
                + " added for that reason, as a control."));
  }

  private static List<Note> transform() {
    return List.of(
        new Note(
            "DIN-3",
            "Gradient ascent gives a lower bound of the sharpness, so that a ratio below 1 may be the"
                + " ascent's fault or the loss's. For large scales the second layer is what is steep,"
                + " in which the loss is a quadratic function: the estimate is exact there. For small"
                + " ones the ball reaches over many kinks of the first layer."),
        new Note(
            "DIN-4",
            "The gap is that between losses, of the regression and of a classifier of four Gaussian"
                + " classes with ten inputs; the accuracies of the latter belong to DIN-1."),
        new Note(
            "DIN-5",
            "A volume cannot be measured to infinity. What is shown is the proof at work: boxes"
                + " around places of the orbit, each the image of the first, do not meet, lie below"
                + " the level, and do not shrink. As the first layer has more weights than the"
                + " second, their volumes even grow. Points are drawn in each of them, several"
                + " hundred for a network."),
        new Note(
            "DIN-6",
            "The rank is numerical: eigenvalues above 1e-6 of the largest. The scale follows from the"
                + " eigenvalues of the Hessian without the smallest layer, as in the proof, and the"
                + " count is of the Hessian computed anew at the scaled network."),
        new Note(
            "DIN-X1",
            "Runs begin beside the scaled minimum along its steepest direction with an excess loss of"
                + " 1e-10 of the loss; a run whose excess grows a thousandfold has left. Above the"
                + " edge by more than about a factor 1.4, where rate times sharpness is above 4, runs"
                + " diverge; below that they jump to the flatter part of the valley."
                + " In full one of 240 runs is not as predicted, and it is enough to refute an exact"
                + " claim: on the sixth data set the run begun at half of the scale rises by a few parts in"
                + " ten million of its loss, above the line that counts as leaving, and then stays where it"
                + " is. Its neighbours on the same data rise by a tenth of the line where others hardly rise:"
                + " that minimum is the least converged, and the push is small against what is left to"
                + " descend. Runs that really leave rise a billion times as far."),
        new Note(
            "DIN-X2",
            "The curvature in units of the parameters is the quadratic form of adaptive"
                + " sharpness (ASAM); along filter-normalised directions it is the second difference"
                + " over half the length of each unit's weights. That a measure is invariant does not"
                + " say that it predicts generalisation."));
  }

  private static List<Note> width() {
    return List.of(
        new Note(
            "DIN-X3",
            "Full gradient descent from the same weights for the same rate times steps. The small"
                + " rate is 0.02. Runs whose rate is below the bound end as sharp as the small rate;"
                + " those above have nowhere to stay but at the edge."
                + " In full the medians lie where the claim puts them at 1.1 to 1.5 times the bound, but some"
                + " runs end well below 2: thrown off, they come down in a part of the valley that is flatter"
                + " than the edge asks for, as in a catapult. At twice the bound most diverge. The edge is where"
                + " runs end that are driven to it, not where all end that cannot stay."),
        new Note(
            "DIN-X4",
            "Batch normalisation by the batch, which here is all examples, with 1e-14 added to the"
                + " variances: with the usual 1e-5 the invariance is only near for small weights."
                + " What scales is the Hessian of the layer in front; that of all parameters together"
                + " has other blocks that stay."),
        new Note(
            "DIN-X5",
            "The narrow minimum is one that training would not find: layers scaled by 3 and"
                + " 1/3. The low rate is below the bound of stability there, and stays. Fixed"
                + " rates as high as the mean of the cycle or its peak mostly diverge from it, in"
                + " 35 and in all 40 of 40 runs; a rate that rises slowly comes down the valley on"
                + " the way. Here the cycle's ramp is what matters. In full the triangular rate"
                + " ends far wider in most pairs; but it diverges in 13 of 40, which count as the"
                + " worst, and the interval of the median reaches them."),
        new Note(
            "DIN-X6",
            "All arms go on from the same weights with the same batches, and settle for 1000 steps at"
                + " the low rate, so that what is compared is the place and not the noise. Width is"
                + " measured twice, by the largest eigenvalue and by the distance along its"
                + " eigenvector at which the loss has risen by 0.05."),
        new Note(
            "DIN-X7",
            "If this holds and DIN-X8 does not, what matters from an ordinary minimum is"
                + " how high the rate goes or how long it is high, and not that it comes back: the"
                + " course in the figure shows the fixed high rate below the triangular one."),
        new Note(
            "DIN-X8",
            "The control that the folklore about cycles lacks. A fixed high rate spends all"
                + " of its time where the triangular one only visits: height and time are not told"
                + " apart. In full it ends in wider minima than the triangular rate by both"
                + " measures, and the claim is refuted: a cycle does leave narrow minima for wide"
                + " ones, more so than a fixed rate of the same mean, but coming back is not"
                + " needed for it. Whether wider minima generalise better is not tested, and the"
                + " table has it both ways: the mean test loss is lowest, 0.110, at the low rate,"
                + " which ends in the narrowest ones and fits the train data least; among the"
                + " others, whose train losses are alike, it is lower the wider they are, 0.121 at"
                + " the fixed mean rate, 0.118 after cycles, 0.116 at the fixed high rate"
                + " (cyclic-width/summary.csv)."));
  }
}
