package temper.studies.largeratedynamics;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Note;

/** What a reader of the report must know beside the claims. */
final class Notes {

  private Notes() {}

  static List<Note> all() {
    return Stream.concat(ofCatapultsAndTheEdge().stream(), ofSparseFeaturesAndBatches().stream())
        .toList();
  }

  private static List<Note> ofCatapultsAndTheEdge() {
    return List.of(
        new Note(
            "What is from the papers",
            "Of Lewkowycz and others we read the abstract and recall the model; the edge of stability,"
                + " sparse features after large rates, and batch sizes in place of rates are from"
                + " memory. No result of these papers is stated as a number here, only sizes of"
                + " their experiments where ours are smaller; problems and bounds are ours."),
        new Note(
            "When the bounds were fixed",
            "Those of CAT-1 to CAT-3, EOS-1 and BATCH-1 are the specification's. The problem of the"
                + " edge of stability, the large rate of the sparse targets and the lengths of its"
                + " phases were chosen after exploratory runs with other seeds, so that the"
                + " phenomena have room: inputs with a spectrum like that of images and labels by coin"
                + " toss, for which the sharpness of gradient flow rises past all bounds that are"
                + " looked at."),
        new Note(
            "CAT-1",
            "The rate is set for each draw of the weights from their own curvature, so that the"
                + " phases have sharp bounds at any width; the limits 2 and 4 are those of infinite"
                + " width. A run has converged when the loss is a millionth of the one at the start,"
                + " and diverged when it is a million times that and the width. Its closed recursion"
                + " for output and curvature is a test of the code."),
        new Note(
            "CAT-2",
            "Counted over all runs of the catapult phase. For rates below 2 / curvature there is"
                + " nothing to show: the curvature only falls. The five rates of a replicate start"
                + " from the same weights, so that the 1000 runs of the full profile are not"
                + " independent, as the interval takes them to be. In all of its 200 replicates all"
                + " five rates end as predicted: counted by replicates, the lower bound at the"
                + " claim's level would be 0.971 and not 0.994, and the verdict the same."),
        new Note(
            "CAT-3",
            "The output at the start is of order 1 at every width, and the height is that at which"
                + " the square of the output over the width changes the curvature."),
        new Note(
            "EOS-1",
            "Half the mean squared error of one output on 500 synthetic examples, so that no data set"
                + " is needed; runs are compared at equal rate times steps, 150. The smallest rate"
                + " reaches its edge last, after half the run or more. If its mean is low, it has not"
                + " been there for all of the last fifth."),
        new Note(
            "EOS-2",
            "At the edge the loss goes up and down with period two; a run that has settled"
                + " to it rises in every other step. In full most runs do. But at the middle rate"
                + " three of sixteen do not rise in a single step of the last fifth, though rate"
                + " times sharpness is as near to 2 in them as in the others, and a fourth rises"
                + " seldom: too many for the sign test of the median share. Why was not measured."
                + " What the paper says of a single run is not true of each; that the loss falls"
                + " in the long run is, at each rate. The sign test took the place of a t test"
                + " after exploratory runs with other seeds, in which the shares were far from"
                + " normal; it was fixed before the confirmatory ones."),
        new Note(
            "EOS-3",
            "The flow is integrated by the fourth-order Runge-Kutta method with a step of at most the"
                + " inverse of the sharpness, measured anew fifty times. Its problems are"
                + " drawn as those of descent are, in seeds of its own; it ends at half their time, as"
                + " it needs the more steps the sharper it is."));
  }

  private static List<Note> ofSparseFeaturesAndBatches() {
    return List.of(
        new Note(
            "LLR-1",
            "100 weights, 40 examples, five nonzero entries of -1 or 1, no label noise, start at 0.1."
                + " The noise of stochastic gradients vanishes as the examples are fitted, so that"
                + " the large rate must be close to where runs diverge: 0.055, chosen in exploratory runs"
                + " with other seeds, against 0.07 at which"
                + " a third of the exploratory runs did. Full descent at that rate is stable and"
                + " gains nothing."),
        new Note(
            "LLR-2",
            "Most of the gain is made in the first few hundred steps, after which the examples are"
                + " nearly fitted; phases of 1600 and 6400 steps may end alike."),
        new Note(
            "BATCH-1",
            "Paths of rate over batch size are equal in epochs: the rate falls by 5 after half and"
                + " after three quarters of the run, or the batch grows from 64 to 320 and 1600."
                + " Momentum is 0.9 in both; batch statistics change with the batch, which is a"
                + " difference between the arms beside the noise. With synthetic images, as in the"
                + " smaller profiles, the verdict says nothing about CIFAR-10."),
        new Note(
            "BATCH-1-C",
            "Two arms that are both no better than doing nothing would be equal as well."));
  }
}
