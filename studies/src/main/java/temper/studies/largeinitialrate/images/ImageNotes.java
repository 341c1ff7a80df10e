package temper.studies.largeinitialrate.images;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Note;

/** What a reader of the report must know beside the claims about images. */
final class ImageNotes {

  private ImageNotes() {}

  static List<Note> all() {
    return Stream.of(setUp(), ratesOfImages(), patches()).flatMap(List::stream).toList();
  }

  private static List<Note> setUp() {
    return List.of(
        new Note(
            "Images: what is from the paper",
            "The patches, the shares of images that carry them, the rates, the noise and the epochs"
                + " of their annealing are those of the authors' code. Smaller are the network (five"
                + " convolutions with batch normalisation, 70,618 weights, for a wide residual one of"
                + " 17 million), the train set (10,000 images of CIFAR-10, as many of each class,"
                + " for 50,000) and the test set (2000 for 10,000). At a batch of 128 an epoch has"
                + " 79 steps for 391, so that 60 epochs are 4740 steps, as 12 of the authors'."
                + " Inputs are normalised by means and deviations of the drawn train images, which"
                + " differ from the authors' by less than 1 %."),
        new Note(
            "Images: patches",
            "Whether an image can carry a patch is fixed for each image. At every access its sign is"
                + " drawn anew, and whether anything of the image is left, after normalisation. The"
                + " tests on mixed images and on patches alone draw once for each image and"
                + " replicate, and the same for all arms and epochs. After each epoch 500 test images"
                + " (250 patches alone) are evaluated, at the end all 2000 (1000). The authors count"
                + " epochs from 1 and anneal at the beginning of epoch 30, that is after 29."));
  }

  private static List<Note> ratesOfImages() {
    return List.of(
        new Note(
            "LWM-6",
            "The authors train for 200 epochs and multiply the rate by 0.2 at the beginning of epochs"
                + " 60, 120 and 150. Here these are 18, 36 and 45 of 60. Accuracies are compared in the"
                + " last epoch before the first annealing, on the 2000 test images and on as many"
                + " train images. At a large rate they vary much from epoch to epoch, so that one"
                + " epoch says less of the large rate than of the small one."),
        new Note(
            "LWM-7",
            "By what factor the authors lower the noise is not known to us; here it is that of the"
                + " rate. Of four levels the one is taken that is best on the other replicates."
                + " Accuracies of single runs vary by 0.6 to 0.8 percentage points; if noise recovers 86"
                + " % of 5.5 points, 12 replicates find it to be at least 80 % with a"
                + " probability of one in ten only, and the claim may well be left inconclusive."));
  }

  private static List<Note> patches() {
    return List.of(
        new Note(
            "LWM-8",
            "The difference between arms at the end is that of whole runs of equal length,"
                + " not of equal train loss. A small rate takes few steps here, so that a part of"
                + " what it lacks may be time and not another order of learning: LWM-10 shares"
                + " these steps and shows how far it comes without patches. Found: the large rate"
                + " is far ahead, and the patches are not all of it: without them, in as many"
                + " steps, the small rate still lacks 6.2 points. When the large rate is annealed"
                + " it is level with the small one, and gains at a stroke what that does not reach"
                + " in all epochs, with patches or without (patch-curves). Annealed noise slows"
                + " the small rate down while there is much of it and ends somewhat above it,"
                + " which twelve pairs do not tell from chance for certain. One of them weighs"
                + " heavily: in replicate 0 the small rate falls from 44 to 27 % in its last"
                + " epoch, where the others end at 45 to 54 %. It stays in; without it the large"
                + " rate would be ahead by 11.3 points and not 13.2, and noise by 2.1 and not 3.1."),
        new Note(
            "LWM-9",
            "Found: the other order. In none of the replicates does the small rate classify patches"
                + " alone before the annealing, nor does it at the end; the large rate begins to when"
                + " it is annealed, as in the paper, and comes to 80 % in a third of the replicates"
                + " (patch-curves, right). The small rate of the paper learns patches within five"
                + " epochs, which are 1955 steps of a network with 240 times as many weights; here 60"
                + " epochs are 4740 steps, after which its train loss is still nearly three times that"
                + " of the large rate (train_loss in patches/summary.csv). That the patches are learned"
                + " at once is thus not shown to be wrong: at this scale nothing is learned at once at"
                + " the small rate."),
        new Note(
            "LWM-10",
            "The arm without patches sees all images of the train set as they are, the"
                + " others see a part of them only half or not at all: of what patches cost a part"
                + " is that fewer clean images are seen. Found: patches cost the small rate"
                + " accuracy, by an estimate above the bound and an interval that reaches below it"
                + " (patch-accuracies). The interval is wide for one pair, that in which the small"
                + " rate falls by 17 points in its last epoch: without it the estimate would be"
                + " 5.3 points and not 7.0, and the deviation of the pairs 2.9 and not 6.7. As the"
                + " small rate does not learn the patches themselves (LWM-9), what it loses is"
                + " rather the clean images that it does not see, and the claim would say less"
                + " than it seems to even if it were decided."),
        new Note(
            "LWM-X1 to LWM-X3",
            "Extensions of ours. Batches of half and a quarter of the size take two and four times as"
                + " many steps in the same epochs. The strengths of X3 reach from patches that tell"
                + " little to such as tell the class at a glance; only the three in the middle are"
                + " claimed."));
  }
}
